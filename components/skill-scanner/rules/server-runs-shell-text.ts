import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofServers } from "../vocabulary/settings.ts";

export default defineRule({
  id: "server-runs-shell-text",
  category: "remote_code_download",
  severity: "medium",
  confidence: "medium",
  languages: ["data"],
  title: "a tool server is started by a command line in a shell",
  why: "A server is one program; a shell in between is there to do something else as well.",
  fix: "Start the server's program itself.",
  references: ["CWE-78", "ATT&CK T1059.004", "OWASP ASI05"],
  match: setting({
    of: [ofServers("command")],
    is: says(/^([\w./\\-]*[/\\])?((ba|z|da)?sh|cmd|powershell|pwsh)(\.exe)?$/i),
  }),
  bad: [{ ".mcp.json": '{"mcpServers": {"a": {"command": "bash", "args": ["-c", "node server.js"]}}}' }],
  good: [{ ".mcp.json": '{"mcpServers": {"a": {"command": "node", "args": ["server.js"]}}}' }],
});
