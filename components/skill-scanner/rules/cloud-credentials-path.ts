import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CLOUD_CREDENTIALS } from "../vocabulary/places.ts";

export default defineRule({
  id: "cloud-credentials-path",
  category: "credential_access",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to cloud credentials is written down",
  why: "The file holds keys to a whole account.",
  fix: "Use the cloud's library, which asks for what the role allows.",
  references: ["ATT&CK T1552.001", "CWE-522"],
  shownAs: "secret-place-shown",
  match: string(CLOUD_CREDENTIALS),
  bad: [
    'path = "~/.aws/credentials"',
    'from pathlib import Path\np = Path.home().joinpath(".aws", "credentials")',
    'import os\np = os.path.expanduser("~") + "/.kube/config"',
  ],
  good: ['path = "aws/credentials.md"', 'name = "docker/config.yaml"'],
});
