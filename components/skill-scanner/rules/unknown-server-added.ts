import { call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SERVER_ADDING } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "unknown-server-added",
  category: "supply_chain",
  severity: "high",
  confidence: "medium",
  languages: ["shell"],
  title: "the agent is given tools of a server whose owner is not named",
  why: "What its tools are told and what they answer is up to whoever runs it, today and tomorrow.",
  fix: "Say whose server it is and what it is given.",
  references: ["OWASP ASI04", "ATT&CK T1195"],
  match: call({ of: SERVER_ADDING, where: words(says(/https?:\/\/[a-z0-9]/i)) }),
  needs: "foreign-host",
  bad: [{ "SKILL.md": "```sh\nclaude mcp add --transport http notes https://mcp.quick.example/mcp\n```\n" }],
  good: [
    { "SKILL.md": "# Sentry\n\n```sh\nclaude mcp add --transport http sentry https://mcp.sentry.dev/mcp\n```\n" },
    { "SKILL.md": "```sh\nclaude mcp add --transport http mine http://localhost:3000/mcp\n```\n" },
  ],
});
