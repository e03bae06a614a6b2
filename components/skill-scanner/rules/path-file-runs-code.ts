import { setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "path-file-runs-code",
  category: "persistence",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a .pth file runs code at every start of Python",
  why: "Lines that begin with import are executed whenever the interpreter starts, whatever it was started for.",
  fix: "Put nothing but paths into the file.",
  references: ["ATT&CK T1546", "CWE-506", "https://docs.python.org/3/library/site.html"],
  match: setting({ of: ["path-file.import"] }),
  bad: [{ "x.pth": "import os; os.getcwd()\n" }, { "site/y.pth": "/opt/lib\nimport\tbeacon\n" }],
  good: [{ "x.pth": "/opt/lib\n./vendored\n" }, { "x.pth": "importlib_stuff\n" }],
});
