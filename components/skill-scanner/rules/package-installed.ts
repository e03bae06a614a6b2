import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PACKAGE_INSTALL } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { PACKAGE_INSTALLERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "package-installed",
  category: "dangerous_imports",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "packages are installed while the skill runs",
  why: "What arrives was not part of the review, and its install scripts run at once.",
  fix: "List the packages in the documentation, with versions.",
  references: ["CWE-829", "ATT&CK T1195.001"],
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(PACKAGE_INSTALL)) }),
    call({ of: ["pip.main", "pip._internal.main", "pip._internal.cli.main.main"] }),
    call({ of: PACKAGE_INSTALLERS }),
  ],
  bad: [
    'import os\nos.system("pip install requests")',
    'import subprocess, sys\nsubprocess.check_call([sys.executable, "-m", "pip", "install", "numpy"])',
    { "run.sh": "pip install requests" },
    { "run.sh": "sudo apt-get install -y jq" },
  ],
  good: [
    'import os\nos.system("pip list")',
    'text = "pip install requests"',
    { "run.sh": "pip list" },
    { "run.sh": "npm run build" },
  ],
});
