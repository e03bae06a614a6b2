import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "fork-bomb",
  category: "resource_abuse",
  severity: "critical",
  confidence: "high",
  languages: ["shell"],
  title: "a function starts itself twice, without end",
  why: "The machine is full of processes within seconds and does not answer any more.",
  fix: "Remove it; no skill needs this.",
  references: ["CWE-400", "ATT&CK T1499"],
  match: engine("fork-bomb"),
  bad: [{ "run.sh": ":(){ :|:& };:" }, { "run.sh": "boom() { boom | boom & }\nboom" }],
  good: [{ "run.sh": "walk() { walk | sort; }" }, { "run.sh": "f() { g | f; }\nf" }],
});
