import { call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "all-processes-killed",
  category: "destructive_action",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "every process of the user is killed",
  why: "Open work is lost, and whatever watches the machine stops with it.",
  fix: "Kill the one process that is meant, by its number.",
  references: ["ATT&CK T1489", "CWE-400"],
  shownAs: "administration-shown",
  match: [
    call({ of: ["sh.kill"], where: words(says(/^(-s )?-?(9|KILL|SIGKILL|15|TERM|SIGTERM|HUP|1)? ?(-- )?-1$/)) }),
    call({
      of: ["sh.killall", "sh.pkill"],
      where: words(
        says(/^(-\S+ )*(-x )?(bash|zsh|sh|sshd|systemd|init|Finder loginwindow|loginwindow|explorer\.exe)( |$)/),
      ),
    }),
  ],
  bad: [
    { "run.sh": "kill -9 -1" },
    { "run.sh": "killall -SIGKILL bash sh zsh" },
    { "SKILL.md": "```bash\nclean_up() {\n  kill -9 -1\n}\n```\n" },
  ],
  good: [
    { "run.sh": "kill -9 $pid" },
    { "run.sh": "kill -1 $pid" },
    { "run.sh": "pkill -f 'node server.js'" },
    { "README.md": "```sh\nkill -9 -1\n```\n" },
  ],
});
