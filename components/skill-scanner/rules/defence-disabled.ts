import { all, any, anyArgument, argument, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DEFENCE_DISABLED } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { WINDOWS_LINES } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "defence-disabled",
  category: "dangerous_imports",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a command turns off a protection or a record",
  why: "What comes next is not meant to be seen.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1562"],
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(DEFENCE_DISABLED)) }),
    call({
      of: [
        "sh.history.-c",
        "sh.ufw.disable",
        "sh.spctl.--master-disable",
        "sh.csrutil.disable",
        "sh.iptables.-F",
        "sh.iptables.--flush",
        "sh.aa-teardown",
        "sh.aa-disable",
      ],
    }),
    call({ of: ["sh.setenforce"], where: argument(0, says(/^(0|permissive)$/i)) }),
    call({ of: ["sh.auditctl"], where: words(says(/-e 0|-D/)) }),
    call({ of: ["sh.xattr"], where: words(says(/-[a-z]*[dc][a-z]* .*(com\.apple\.quarantine|-c)|^-c/)) }),
    call({
      of: ["sh.systemctl.stop", "sh.systemctl.disable", "sh.systemctl.mask", "sh.service"],
      where: words(
        says(/(firewalld|ufw|apparmor|auditd|clamav|falcon|crowdstrike|defender|rsyslog|fail2ban|osquery|sentinel)/),
      ),
    }),
    call({ of: ["sh.unset"], where: words(says(/(^| )HIST(FILE|SIZE)( |$)/)) }),
    call({ of: ["sh.set"], where: words(says(/\+o history/)) }),
    call({
      of: ["sh.environ.[]="],
      where: any(
        all(argument(0, says(/^HISTFILE$/)), argument(1, says(/^\/dev\/null$/))),
        all(argument(0, says(/^HIST(FILE)?SIZE$/)), argument(1, says(/^0$/))),
      ),
    }),
    call({
      of: ["sh.rm", "sh.shred", "sh.>", "sh.ln", "sh.truncate"],
      where: anyArgument(says(/\.(bash|zsh)_history$|\/var\/log\/(auth\.log|syslog|wtmp|lastlog|secure)/), {
        except: ["stdin"],
      }),
    }),
    call({ of: WINDOWS_LINES, where: argument(0, says(DEFENCE_DISABLED)) }),
  ],
  bad: [
    'import os\nos.system("ufw disable")',
    'import subprocess\nsubprocess.run(["systemctl", "stop", "auditd"])',
    { "run.sh": "history -c" },
    { "run.sh": "unset HISTFILE" },
    { "run.sh": "export HISTFILE=/dev/null" },
    { "run.sh": "setenforce 0" },
    { "run.sh": "xattr -d com.apple.quarantine x.app" },
    { "run.sh": "rm -f ~/.bash_history" },
    { "run.sh": "systemctl stop firewalld" },
    { "run.ps1": "Set-MpPreference -DisableRealtimeMonitoring $true" },
  ],
  good: [
    'import os\nos.system("ufw status")',
    'text = "ufw disable"',
    { "run.sh": "history" },
    { "run.sh": "systemctl stop nginx" },
    { "run.sh": "setenforce 1" },
    { "run.sh": "HISTSIZE=1000" },
    { "run.sh": "xattr -l x" },
  ],
});
