import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "named-secret-written",
  category: "credential_access",
  severity: "medium",
  confidence: "low",
  languages: ["any"],
  title: "what looks like a secret is written next to a name for one",
  why: "Everybody who reads the skill has it, and it ends up in logs and copies.",
  fix: "Read it from the user's configuration, and revoke this one.",
  references: ["CWE-798", "ATT&CK T1552.001"],
  match: engine("named-secret"),
  bad: [
    'client_secret = "q7Zp2mX9vB4kT8wL1nR6"',
    { ".env": "DB_PASSWORD=x9K2m4Q7p1Z8v3T6\n" },
    { "config.yaml": "service:\n  api-key: 7f3a9c1e5b2d8f4a6c0e\n" },
  ],
  good: [
    'api_key = os.environ["SERVICE_API_KEY_2024_V2"]',
    { ".env.example": "API_KEY=your-api-key-1a2b3c4d5e6f\nPASSWORD=correct-horse-battery-staple\n" },
    { "lock.json": '{"integrity": "sha512a1b2c3d4e5f6a7b8c9d0"}' },
    { "config.yaml": `commit: 7f3a9c1e5b2d8f4a6c0e\npassword: \${DB_PASSWORD_1A2B3C4D}\n` },
  ],
});
