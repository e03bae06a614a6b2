import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "path-file-hides-code",
  category: "persistence",
  severity: "critical",
  confidence: "high",
  languages: ["data"],
  title: "a .pth file runs hidden or fetched code at every start of Python",
  why: "It runs whenever the interpreter starts, for as long as the file lies there, and is written so that nobody reads it.",
  fix: "Put nothing but paths into the file.",
  references: ["ATT&CK T1546", "CWE-506", "ATT&CK T1027"],
  match: setting({
    of: ["path-file.import"],
    is: says(/exec\s*\(|eval\s*\(|b64decode|urlopen|requests|urllib|socket|subprocess|os\.(system|popen)|compile\s*\(/),
  }),
  bad: [
    { "x.pth": "import base64; exec(base64.b64decode(b'cGFzcw=='))\n" },
    { "x.pth": "import os; os.system('true')\n" },
  ],
  good: [
    {
      "distutils-precedence.pth":
        "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; enabled and __import__('_distutils_hack').add_shim();\n",
    },
    { "x.pth": "/opt/exec (old)/lib\n" },
  ],
});
