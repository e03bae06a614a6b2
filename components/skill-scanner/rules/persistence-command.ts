import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PERSISTENCE } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "persistence-command",
  category: "dangerous_imports",
  severity: "high",
  confidence: "medium",
  languages: ["python"],
  title: "a command makes something start by itself",
  why: "It goes on running after the skill has been removed.",
  fix: "Tell the user how to schedule it.",
  references: ["ATT&CK T1053", "ATT&CK T1547"],
  match: call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(PERSISTENCE)) }),
  bad: [
    `import os\nos.system("(crontab -l; echo '* * * * * /tmp/x') | crontab -")`,
    'import subprocess\nsubprocess.run(["systemctl", "--user", "enable", "x.service"])',
  ],
  good: ['import os\nos.system("crontab -l")', 'import os\nos.system("systemctl status cron")'],
});
