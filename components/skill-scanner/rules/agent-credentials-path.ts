import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { AGENT_CREDENTIALS } from "../vocabulary/places.ts";

export default defineRule({
  id: "agent-credentials-path",
  category: "credential_access",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to an agent's own configuration or credentials is written down",
  why: "It holds the keys of the agent that runs the skill, and says which tools the agent trusts.",
  fix: "Leave the agent's configuration to the agent.",
  references: ["ATT&CK T1552.001"],
  shownAs: "secret-place-shown",
  match: string(AGENT_CREDENTIALS),
  bad: [
    'path = "~/Library/Application Support/Claude/claude_desktop_config.json"',
    'import os\np = os.path.join(home, ".codex", "auth.json")',
    { "skill.js": 'const path = home + "/.codex/auth.json";' },
  ],
  good: ['path = "config.json"', 'path = ".claude/skills/x/SKILL.md"'],
});
