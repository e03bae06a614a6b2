import { defineRule } from "../rule.ts";

export default defineRule({
  id: "secret-place-shown",
  category: "credential_access",
  severity: "low",
  confidence: "high",
  languages: ["markdown", "data"],
  title: "a document names a place where secrets are kept",
  why: "Setup guides and deny lists do so; it matters when something is to be done with it.",
  fix: "Say what the file is needed for.",
  references: ["ATT&CK T1552.001"],
  match: [],
  bad: [
    { "README.md": '```json\n{ "deny": ["Read(~/.aws/credentials)"] }\n```\n' },
    { "README.md": "```sh\npass show web/example.com\n```\n" },
  ],
  good: [{ "run.py": 'path = "~/.aws/credentials"' }, { "README.md": "```sh\nls ~/projects\n```\n" }],
});
