import { anyArgument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_COPIERS, SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

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
    where: anyArgument(says(/\.ssh\/authorized_keys/), { except: ["stdin"] }),
  }),
  bad: [
    { "run.sh": 'echo "ssh-ed25519 AAAA me" >> ~/.ssh/authorized_keys' },
    { "run.sh": "cat k | sudo tee -a /root/.ssh/authorized_keys" },
  ],
  good: [{ "run.sh": "cat ~/.ssh/authorized_keys" }, { "run.sh": 'echo "ssh-ed25519 AAAA me" > k.pub' }],
});
