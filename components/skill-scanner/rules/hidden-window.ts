import { all, argument, call, not, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { HIDDEN_POWERSHELL, SCRIPT_GIVEN, SCRIPT_IN_DOUBT } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { WINDOWS_LINES } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "hidden-window",
  category: "dangerous_imports",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a script of PowerShell runs without a window",
  why: "The user does not see that it runs.",
  fix: "Leave the window, or say in the documentation what runs in the background.",
  references: ["ATT&CK T1564.003"],
  match: [
    call({
      of: COMMANDS,
      where: all(
        argument([0, "args", "cmd"], says(HIDDEN_POWERSHELL)),
        argument([0, "args", "cmd"], says(SCRIPT_GIVEN)),
        not(argument([0, "args", "cmd"], says(SCRIPT_IN_DOUBT))),
      ),
    }),
    call({
      of: ["sh.powershell", "sh.pwsh"],
      where: all(
        words(says(/(^|\s)[-/]w(in\w*)?\s+(h\w*|1)\s/i)),
        words(says(SCRIPT_GIVEN)),
        not(words(says(SCRIPT_IN_DOUBT))),
      ),
    }),
    call({
      of: WINDOWS_LINES,
      where: all(
        argument(0, says(HIDDEN_POWERSHELL)),
        argument(0, says(SCRIPT_GIVEN)),
        not(argument(0, says(SCRIPT_IN_DOUBT))),
      ),
    }),
  ],
  bad: [
    { "run.ps1": "powershell -w hidden -File x.ps1" },
    { "run.sh": "pwsh -NoProfile -w hidden -File sync.ps1" },
    'import subprocess\nsubprocess.Popen(["powershell.exe", "-WindowStyle", "Hidden", "-File", "sync.ps1"])',
    {
      "run.ps1":
        '$a = New-ScheduledTaskAction -Execute \'powershell.exe\' -Argument "-NoProfile -WindowStyle Hidden -File `"$script`""',
    },
  ],
  good: [
    { "run.ps1": "powershell -File x.ps1" },
    { "run.ps1": "powershell -w hidden -enc SQBFAFgA" },
    { "run.ps1": "powershell -w hidden -File $env:TEMP\\x.ps1" },
    'import subprocess\nsubprocess.run(["powershell", "-File", "build.ps1"])',
  ],
});
