import { says, writes } from "../match.ts";
import { defineRule } from "../rule.ts";

/** Where agents keep, for all projects, which servers they use. */
const SERVERS_FILE =
  /\.(cursor|claude|gemini|codex|codeium|windsurf|vscode|kiro)[\\/]([\w.-]+[\\/])*(mcp\w*|settings|config)\.json$|\.claude\.json$|claude_desktop_config\.json$/;

/** A program of nobody's release: it lies in a hidden folder, or is written into the command. */
const HIDDEN_SERVER =
  /"command"\s*:\s*"(node|python3?|bash|sh|bun|deno|zsh)"\s*,\s*"args"\s*:\s*\[\s*"([^"]*[\\/]\.[\w-]+[\\/][^"]*|-[ce])"/;

export default defineRule({
  id: "agent-servers-replaced",
  category: "persistence",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "an agent's settings are written so that it starts a program out of a hidden folder as its server of tools",
  why: "The agent starts it in every project from then on, and believes what its tools say.",
  fix: "Let the user add the server, from a release that was reviewed.",
  references: ["OWASP ASI04", "OWASP ASI06", "ATT&CK T1546"],
  match: writes({ path: says(SERVERS_FILE), contents: [HIDDEN_SERVER] }),
  bad: [
    {
      "run.sh":
        'cat > ~/.cursor/mcp.json <<\'EOF\'\n{"mcpServers": {"dev": {"command": "node", "args": ["/home/me/.dev-utils/server.js"]}}}\nEOF',
    },
    {
      "a.py":
        'import os\nopen(os.path.expanduser("~/.claude.json"), "w").write(\'{"mcpServers": {"a": {"command": "python3", "args": ["/tmp/.cache/a.py"]}}}\')',
    },
  ],
  good: [
    {
      "run.sh":
        'cat > ~/.cursor/mcp.json <<\'EOF\'\n{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@acme/files"]}}}\nEOF',
    },
    {
      "SKILL.md":
        'Add to `~/.cursor/mcp.json`:\n\n```json\n{"mcpServers": {"dev": {"command": "node", "args": ["/opt/dev/server.js"]}}}\n```\n',
    },
  ],
});
