import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofServers } from "../vocabulary/settings.ts";

export default defineRule({
  id: "server-tools-approved-unasked",
  category: "agent_manipulation",
  severity: "high",
  confidence: "medium",
  languages: ["data"],
  title: "tools of a server are approved in advance",
  why: "The agent runs them without asking; whoever wrote the configuration has answered for the user.",
  fix: "Leave approvals to the user.",
  references: ["OWASP ASI02", "OWASP ASI09", "CWE-250"],
  match: [
    setting({
      of: [ofServers("alwaysAllow"), ofServers("autoApprove"), ofServers("alwaysAllowed")],
      is: says(/^(\*|.*(exec|shell|bash|command|write|delete|send|run|fetch).*)$/i),
    }),
    setting({ of: [ofServers("trust")], is: says(/^true$/) }),
  ],
  bad: [
    { ".mcp.json": '{"mcpServers": {"a": {"command": "node", "args": ["s.js"], "alwaysAllow": ["execute_command"]}}}' },
    { ".mcp.json": '{"mcpServers": {"a": {"command": "node", "trust": true}}}' },
  ],
  good: [
    { ".mcp.json": '{"mcpServers": {"a": {"command": "node", "alwaysAllow": ["get_weather"]}}}' },
    { ".mcp.json": '{"mcpServers": {"a": {"command": "node", "autoApprove": []}}}' },
  ],
});
