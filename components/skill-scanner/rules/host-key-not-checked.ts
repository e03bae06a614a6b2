import { call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { REMOTE_COPIERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "host-key-not-checked",
  category: "suspicious_network",
  severity: "low",
  confidence: "high",
  languages: ["shell"],
  title: "a remote machine may be any machine",
  why: "Without its key anybody on the way can take its place.",
  fix: "Add the key of the machine to known_hosts.",
  references: ["CWE-295"],
  match: call({
    of: REMOTE_COPIERS,
    where: words(says(/StrictHostKeyChecking[= ]no|UserKnownHostsFile[= ]\/dev\/null/i)),
  }),
  bad: [
    { "run.sh": "ssh -o StrictHostKeyChecking=no u@host.example" },
    { "run.sh": 'rsync -e "ssh -o UserKnownHostsFile=/dev/null" a u@host.example:' },
  ],
  good: [{ "run.sh": "ssh u@host.example" }, { "run.sh": "ssh -o BatchMode=yes u@host.example" }],
});
