import { all, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

const INTERPRETER =
  /\/(ba|z|da|k|a)?sh( |$)|\/(python|perl|ruby|node|php|lua)[\d.]*( |$)|\/(vim?|nano|less|more|find|awk|gawk|sed|tar|cp|mv|dd|env|xargs|nmap|tee|cat|base64|openssl|docker|systemctl|busybox)( |$)|(which|command -v) (bash|sh|zsh|python3?|perl|node)/;

export default defineRule({
  id: "root-rights-for-interpreter",
  category: "privilege_escalation",
  severity: "critical",
  confidence: "high",
  languages: ["shell"],
  title: "a shell or interpreter is made to run with the rights of root",
  why: "Whoever starts it from then on is root; it is how intruders keep what they have won.",
  fix: "Remove the bit; run the one program that needs the right with sudo.",
  references: ["ATT&CK T1548.001", "CWE-250"],
  shownAs: "administration-shown",
  match: [
    call({
      of: ["sh.chmod"],
      where: all(words(says(/(^| )([ugoa]*\+[rwx]*s[rwx]*|0?[4567][0-7]{3})( |$)/)), words(says(INTERPRETER))),
    }),
    call({
      of: ["sh.setcap"],
      where: all(words(says(/cap_(setuid|sys_admin|dac_override|dac_read_search)/)), words(says(INTERPRETER))),
    }),
  ],
  bad: [
    { "run.sh": "sudo chmod u+s /usr/bin/python3" },
    { "run.sh": "chmod 4755 /bin/bash" },
    { "run.sh": "cp /bin/sh /tmp/.s && chmod +s /tmp/.s /bin/sh" },
    { "run.sh": "sudo setcap cap_setuid+ep /usr/bin/python3.12" },
    { "SKILL.md": "```bash\nfix() {\n  sudo chmod u+s /usr/bin/find\n}\n```\n" },
  ],
  good: [
    { "run.sh": "sudo chmod u+s /usr/bin/ping" },
    { "run.sh": "sudo setcap cap_net_bind_service=+ep /usr/bin/node" },
    { "run.sh": "chmod 0755 /usr/local/bin/python3" },
    { "README.md": "An intruder leaves such a file:\n\n```sh\nchmod u+s /bin/bash\n```\n" },
  ],
});
