import { argument, call, constant, not } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "computed-text-evaluated",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["shell"],
  title: "a text that is put together is run as a command",
  why: "Whoever can influence a part of it can run anything.",
  fix: "Run the command itself, with its words in an array.",
  references: ["CWE-78", "CWE-95"],
  match: call({ of: ["sh.:run-text"], where: not(argument(0, constant)) }),
  bad: [{ "run.sh": 'eval "$1"' }, { "run.sh": 'bash -c "$cmd"' }],
  good: [{ "run.sh": "eval 'x=1'" }, { "run.sh": "bash -c 'ls'" }],
});
