import { anyArgument, argument, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FILE_COPIERS, FILE_OPENERS, FILE_WRITERS } from "../vocabulary/file-calls.ts";
import { SHELL_COPIERS, SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

/** A name that begins with a dot, in a folder whose files start by themselves. */
const HIDDEN_STARTUP =
  /(Library\/Launch(Agents|Daemons)|\.config\/autostart|systemd\/(user|system)|\/etc\/(cron\.\w+|profile\.d|init\.d|systemd\/system)|spool\/cron(\/crontabs)?)\/\.[\w-]/;

export default defineRule({
  id: "hidden-startup-file",
  category: "persistence",
  severity: "critical",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "something that starts by itself is put where a listing does not show it",
  why: "A service with a name that begins with a dot is made to be overlooked.",
  fix: "Give the file a name that can be seen.",
  references: ["ATT&CK T1564.001", "ATT&CK T1543"],
  match: [
    call({ of: SHELL_WRITERS, where: anyArgument(says(HIDDEN_STARTUP), { except: ["stdin"] }) }),
    call({ of: SHELL_COPIERS, where: words(says(new RegExp(`${HIDDEN_STARTUP.source}\\S*$`))) }),
    call({ of: ["sh.launchctl"], where: words(says(HIDDEN_STARTUP)) }),
    call({ of: [...FILE_OPENERS, ...FILE_WRITERS], where: argument([0, "file"], says(HIDDEN_STARTUP)) }),
    call({ of: FILE_COPIERS, where: argument([1, "dst"], says(HIDDEN_STARTUP)) }),
  ],
  bad: [
    { "run.sh": "cat x > ~/Library/LaunchAgents/.com.example.helper.plist" },
    { "run.sh": "launchctl load ~/Library/LaunchAgents/.com.example.helper.plist" },
    { "run.sh": "cp job /etc/cron.d/.update" },
    'import os\nopen(os.path.expanduser("~/.config/autostart/.helper.desktop"), "w")',
    { "README.md": "```sh\ncat x > ~/Library/LaunchAgents/.com.example.helper.plist\n```\n" },
  ],
  good: [
    { "run.sh": "cp app.plist ~/Library/LaunchAgents/com.example.app.plist" },
    { "run.sh": "cp job /etc/cron.d/update" },
    { "run.sh": "touch /etc/cron.d/.placeholder" },
  ],
});
