import { argument, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { HIDDEN_POWERSHELL } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { WINDOWS_LINES } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "hidden-powershell",
  category: "dangerous_imports",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "PowerShell is started with hidden or encoded commands",
  why: "Neither the user nor a reader sees what runs.",
  fix: "Write the commands in a script file.",
  references: ["ATT&CK T1059.001", "ATT&CK T1564.003"],
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(HIDDEN_POWERSHELL)) }),
    call({
      of: ["sh.powershell", "sh.pwsh"],
      where: words(says(/(^|\s)[-/](e|en|enc|enco\w*|w(in\w*)?\s+(h\w*|1))(\s|$)/i)),
    }),
    call({ of: WINDOWS_LINES, where: argument(0, says(HIDDEN_POWERSHELL)) }),
  ],
  bad: [
    'import os\nos.system("powershell -nop -w hidden -enc SQBFAFgA")',
    'import subprocess\nsubprocess.Popen(["powershell.exe", "-EncodedCommand", blob])',
    { "run.sh": "powershell -NoP -w hidden -enc SQBFAFgA" },
    { "run.ps1": "powershell -w hidden -File x.ps1" },
  ],
  good: [
    'import subprocess\nsubprocess.run(["powershell", "-File", "build.ps1"])',
    'import os\nos.system("powershell Get-Date")',
    { "run.sh": "pwsh -File build.ps1" },
    { "SKILL.md": "```bash\npowershell -ExecutionPolicy Bypass -File scripts/take_screenshot.ps1\n```" },
    { "run.ps1": 'powershell.exe -NoProfile -Exec Bypass -Command "Get-Date"' },
  ],
});
