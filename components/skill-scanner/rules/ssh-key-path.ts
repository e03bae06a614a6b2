import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SSH_KEY } from "../vocabulary/places.ts";

export default defineRule({
  id: "ssh-key-path",
  category: "credential_access",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to SSH keys is written down",
  why: "These keys open other machines; a skill that knows the path can read them.",
  fix: "Let ssh itself, or an agent, use the keys.",
  references: ["ATT&CK T1552.004", "CWE-522"],
  shownAs: "secret-place-shown",
  match: string(SSH_KEY),
  bad: [
    'path = "~/.ssh/id_rsa"',
    'import os\nos.path.join(home, ".ssh", "id_ed25519")',
    'from pathlib import Path\np = Path.home() / ".ssh" / "config"',
  ],
  good: ['path = "~/notes/ssh.txt"', "# keys live in ~/.ssh/id_rsa", 'name = "solid_rsample"'],
});
