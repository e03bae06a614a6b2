import { argument, call, not, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PERSISTENCE, RUN_KEY_WRITTEN } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { PERSISTENCE_COMMANDS, WINDOWS_LINES, WINDOWS_TEXTS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "persistence-command",
  category: "dangerous_imports",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a command makes something start by itself",
  why: "It goes on running after the skill has been removed.",
  fix: "Tell the user how to schedule it.",
  references: ["ATT&CK T1053", "ATT&CK T1547"],
  shownAs: "administration-shown",
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(PERSISTENCE)) }),
    call({ of: PERSISTENCE_COMMANDS }),
    call({ of: ["sh.crontab"], where: not(words(says(/^-[lreVi]/))) }),
    call({ of: WINDOWS_LINES, where: argument(0, says(PERSISTENCE)) }),
    call({ of: WINDOWS_TEXTS, where: argument(0, says(RUN_KEY_WRITTEN)) }),
  ],
  bad: [
    `import os\nos.system("(crontab -l; echo '* * * * * /tmp/x') | crontab -")`,
    'import subprocess\nsubprocess.run(["systemctl", "--user", "enable", "x.service"])',
    { "run.sh": '(crontab -l; echo "* * * * * /tmp/x") | crontab -' },
    { "run.sh": "launchctl load ~/Library/LaunchAgents/x.plist" },
    {
      "run.ps1":
        "$key = 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'\nNew-ItemProperty -Path $key -Name x -Value $program",
    },
    { "run.bat": "reg add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v x /d C:\\x.exe" },
    { "run.ps1": "schtasks /create /sc minute /tn x /tr C:\\\\x.exe" },
  ],
  good: [
    { "list.ps1": "$keys = 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'\nGet-ItemProperty $keys" },
    'import os\nos.system(r"reg query HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run")',
    'import os\nos.system("crontab -l")',
    'import os\nos.system("systemctl status cron")',
    { "run.sh": "crontab -l" },
    { "run.sh": "systemctl status cron" },
  ],
});
