import { all, argument, call, constant, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "account-with-known-password",
  category: "persistence",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "an account gets a password that stands in the skill",
  why: "Everybody who has read the skill can log in.",
  fix: "Let the user choose the password when it is needed.",
  references: ["ATT&CK T1136.001", "CWE-798"],
  shownAs: "administration-shown",
  match: [
    call({ of: ["sh.chpasswd"], where: argument("stdin", says(/^([\x21-\x7e]|[^\x00-\x7f])*:[\x21-\x7e]{3,}/)) }),
    call({ of: ["sh.passwd"], where: all(argument("stdin", constant), argument("stdin", says(/^[\x21-\x7e]{3,}/))) }),
    call({ of: ["sh.useradd", "sh.usermod"], where: words(says(/(^| )(-p|--password)[ =]\$?[\x21-\x7e]{3,}/)) }),
    call({ of: ["sh.net.user"], where: words(says(/^\S+ [\x21-\x7e]{4,} \/add/i)) }),
  ],
  bad: [
    { "run.sh": 'echo "backup:Winter2024" | sudo chpasswd' },
    { "run.sh": 'echo "$name:password123" | chpasswd' },
    { "run.sh": "useradd -m -p '$6$abc$def' helper" },
  ],
  good: [
    { "run.sh": 'echo "$name:$password" | sudo chpasswd' },
    { "run.sh": "sudo passwd me" },
    { Dockerfile: "FROM debian\nRUN echo 'root:root' | chpasswd\n" },
  ],
});
