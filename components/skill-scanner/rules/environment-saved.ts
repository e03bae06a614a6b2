import { all, argument, call, from, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_WRITERS } from "../vocabulary/shell-commands.ts";
import { environment } from "../vocabulary/sources.ts";

export default defineRule({
  id: "environment-saved",
  category: "data_exfiltration",
  severity: "medium",
  confidence: "medium",
  languages: ["shell"],
  title: "the whole environment is written to a file",
  why: "Every key and token of the session lies there for whoever comes next.",
  fix: "Write the settings that are needed, by their names.",
  references: ["CWE-526", "ATT&CK T1005"],
  match: call({
    of: SHELL_WRITERS,
    where: all(argument("stdin", from(environment)), not(argument(0, says(/^\/dev\//)))),
  }),
  bad: [{ "run.sh": "env > /tmp/e" }, { "run.sh": "printenv | base64 | tee e.txt" }],
  good: [{ "run.sh": "env A=1 sort x > y" }, { "run.sh": 'echo "$PATH" > p' }],
});
