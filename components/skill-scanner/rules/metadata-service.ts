import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { METADATA_SERVICE } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "metadata-service",
  category: "suspicious_network",
  severity: "medium",
  confidence: "high",
  languages: ["python", "javascript", "data"],
  title: "the metadata service of a cloud is named",
  why: "It hands the machine's own credentials to whoever can ask.",
  fix: "Use the cloud's library, which asks for what the role allows.",
  references: ["ATT&CK T1552.005", "CWE-918"],
  match: string(METADATA_SERVICE),
  bad: [
    'url = "http://169.254.169.254/latest/meta-data/iam/security-credentials/"',
    'import urllib.request\nurllib.request.urlopen("http://metadata.google." + "internal/computeMetadata/v1/")',
  ],
  good: [
    { "policy.yaml": "egress:\n  - ipBlock:\n      cidr: 0.0.0.0/0\n      except:\n        - 169.254.169.254/32\n" },
    'url = "https://example.com/meta-data"',
    'address = "169.254.1.1"',
  ],
});
