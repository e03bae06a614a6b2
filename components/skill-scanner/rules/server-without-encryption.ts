import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofServers } from "../vocabulary/settings.ts";

export default defineRule({
  id: "server-without-encryption",
  category: "suspicious_network",
  severity: "medium",
  confidence: "medium",
  languages: ["data"],
  title: "a tool server is reached over plain http",
  why: "What the agent sends and what tools answer can be read and changed on the way.",
  fix: "Use https.",
  references: ["CWE-319", "OWASP ASI07"],
  match: setting({
    of: [ofServers("url"), ofServers("serverUrl"), ofServers("httpUrl")],
    is: says(/^(http|ws):\/\/([a-km-z2-9]|l[a-np-z0-9]|lo[abd-z]|1[013-9])/i),
  }),
  bad: [{ ".mcp.json": '{"mcpServers": {"a": {"url": "http://tools.a.example/mcp"}}}' }],
  good: [
    { ".mcp.json": '{"mcpServers": {"a": {"url": "https://tools.a.example/mcp"}}}' },
    { ".mcp.json": '{"mcpServers": {"a": {"url": "http://localhost:3000/mcp"}}}' },
    { ".mcp.json": '{"mcpServers": {"a": {"url": "http://127.0.0.1:3000/mcp"}}}' },
  ],
});
