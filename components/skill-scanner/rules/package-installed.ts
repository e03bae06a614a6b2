import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PACKAGE_INSTALL } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "package-installed",
  category: "dangerous_imports",
  severity: "low",
  confidence: "medium",
  languages: ["python"],
  title: "packages are installed while the skill runs",
  why: "What arrives was not part of the review, and its install scripts run at once.",
  fix: "List the packages in the documentation, with versions.",
  references: ["CWE-829", "ATT&CK T1195.001"],
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(PACKAGE_INSTALL)) }),
    call({ of: ["pip.main", "pip._internal.main", "pip._internal.cli.main.main"] }),
  ],
  bad: [
    'import os\nos.system("pip install requests")',
    'import subprocess, sys\nsubprocess.check_call([sys.executable, "-m", "pip", "install", "numpy"])',
  ],
  good: ['import os\nos.system("pip list")', 'text = "pip install requests"'],
});
