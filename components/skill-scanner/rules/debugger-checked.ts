import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "debugger-checked",
  category: "obfuscated_code",
  severity: "medium",
  confidence: "low",
  languages: ["python"],
  title: "the code asks whether it is being watched",
  why: "Code that behaves well under a debugger and badly without one is what such a question is for.",
  fix: "Remove it.",
  references: ["ATT&CK T1622"],
  match: call({ of: ["sys.gettrace", "sys.getprofile", "psutil.Process().parent"] }),
  bad: ["import sys\nif sys.gettrace():\n    raise SystemExit"],
  good: ["import sys\nsys.settrace(None)", "import sys\nsys.getrecursionlimit()"],
});
