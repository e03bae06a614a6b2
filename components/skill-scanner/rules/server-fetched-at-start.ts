import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofServers } from "../vocabulary/settings.ts";

export default defineRule({
  id: "server-fetched-at-start",
  category: "supply_chain",
  severity: "low",
  confidence: "high",
  languages: ["data"],
  title: "a tool server is fetched from a registry whenever it starts",
  why: "The version that runs is whatever was published last.",
  fix: "Name the version, or install it once.",
  references: ["CWE-829", "OWASP ASI04"],
  match: setting({ of: [ofServers("command")], is: says(/^([\w./-]*\/)?(npx|uvx|pipx|bunx|pnpx)$/) }),
  bad: [{ ".mcp.json": '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "some-server"]}}}' }],
  good: [
    { ".mcp.json": '{"mcpServers": {"a": {"command": "node", "args": ["server.js"]}}}' },
    { "x.json": '{"command": "npx"}' },
  ],
});
