import { all, anyArgument, call, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_COPIERS, SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

/** A key that whoever reads a guide puts there himself. */
const PLACEHOLDER = /AAAA[\w+/]{0,8}(\.\.\.|…)|<[^>]*key[^>]*>|your[-_ ](public[-_ ]?)?key/i;

export default defineRule({
  id: "login-key-added",
  category: "persistence",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "a key that may log in is added",
  why: "Its owner can log in at any time from then on.",
  fix: "Tell the user which key to add, and where.",
  references: ["ATT&CK T1098.004"],
  match: call({
    of: [...SHELL_WRITERS, ...SHELL_COPIERS],
    where: all(anyArgument(says(/\.ssh\/authorized_keys/), { except: ["stdin"] }), not(anyArgument(says(PLACEHOLDER)))),
  }),
  bad: [
    { "run.sh": 'echo "ssh-ed25519 AAAA me" >> ~/.ssh/authorized_keys' },
    { "run.sh": "cat k | sudo tee -a /root/.ssh/authorized_keys" },
  ],
  good: [
    { "README.md": "```sh\necho 'ssh-rsa AAAA...' >> ~/.ssh/authorized_keys\n```\n" },
    { "README.md": "```sh\necho '<your public key>' >> ~/.ssh/authorized_keys\n```\n" },
    { "run.sh": "cat ~/.ssh/authorized_keys" },
    { "run.sh": 'echo "ssh-ed25519 AAAA me" > k.pub' },
  ],
});
