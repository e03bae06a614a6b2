import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SERVICE_ACCOUNT } from "../vocabulary/places.ts";

export default defineRule({
  id: "mounted-secret-path",
  category: "credential_access",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to mounted secrets is written down",
  why: "The orchestrator puts its service accounts and passwords there.",
  fix: "Take the one secret that is needed as an argument.",
  references: ["ATT&CK T1528"],
  match: string(SERVICE_ACCOUNT),
  bad: ['path = "/var/run/secrets/kubernetes.io/serviceaccount/token"', 'open("/run/secrets/db")'],
  good: ['path = "/var/run/app.pid"', 'path = "run/secrets.md"'],
});
