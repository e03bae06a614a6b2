import { all, argument, call, says, whileInstalling } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

/** Not what builds a package: what fetches, hides, or runs a text. */
const FOREIGN_COMMAND =
  /^\s*["']?(start\s|powershell|pwsh|cmd(\.exe)?\s+\/c|mshta|certutil|bitsadmin|rundll32|regsvr32|wscript|cscript|curl|wget|nc\s|ncat|nohup|osascript|xdg-open|open\s)|(ba|z|da)?sh\s+-c\s|python[23]?(\.exe)?\s+-c\s|node\s+-e\s|base64\s+(-d|--decode)|\/tmp\/|%(temp|appdata)%|\$env:/i;

export default defineRule({
  id: "install-time-command",
  category: "supply_chain",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a command that builds nothing is started while the package is installed",
  why: "It runs on every machine that installs the package, or anything that depends on it.",
  fix: "Leave it out, or let the user start it.",
  references: ["ATT&CK T1195.002", "ATT&CK T1059"],
  match: call({ of: COMMANDS, where: all(whileInstalling, argument([0, "args", "cmd"], says(FOREIGN_COMMAND))) }),
  bad: [
    { "setup.py": 'import os\nfrom setuptools import setup\nos.system("start helper.exe")\nsetup(name="x")' },
    'import subprocess\nfrom setuptools.command.develop import develop\nclass Mine(develop):\n    def run(self):\n        subprocess.Popen(["bash", "-c", "echo hi"])',
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node a.js"}}',
      "a.js": 'require("child_process").exec("powershell -File x.ps1");',
    },
  ],
  good: [
    { "setup.py": 'import subprocess\nv = subprocess.check_output(["git", "describe", "--tags"])' },
    { "setup.py": 'import os\nos.system("python setup.py sdist")' },
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node a.js"}}',
      "a.js": 'require("child_process").execSync("node-gyp rebuild");',
    },
    { "tool.py": 'import os\nos.system("start helper.exe")' },
  ],
});
