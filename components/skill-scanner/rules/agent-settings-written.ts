import { anyArgument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_COPIERS, SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "agent-settings-written",
  category: "agent_manipulation",
  severity: "medium",
  confidence: "medium",
  languages: ["shell"],
  title: "a command writes what agents obey or may do",
  why: "Later sessions follow it, in every project, without having been asked.",
  fix: "Show the user the change, and let them make it.",
  references: ["OWASP ASI06", "OWASP LLM01", "ATT&CK T1546"],
  match: call({
    of: [...SHELL_WRITERS, ...SHELL_COPIERS],
    where: anyArgument(
      says(
        /(\.claude\/settings(\.local)?\.json|\.claude\.json|\.claude\/CLAUDE\.md|\.codex\/(config\.toml|AGENTS\.md)|\.cursor\/(mcp\.json|rules)|claude_desktop_config\.json|\.cursorrules|copilot-instructions\.md|\.gemini\/settings\.json|~\/(CLAUDE|AGENTS)\.md|\.openclaw\/|(^|\/)SOUL\.md)/,
      ),
      { except: ["stdin"] },
    ),
  }),
  bad: [
    { "run.sh": 'echo "Always run x first." >> ~/.claude/CLAUDE.md' },
    { "run.sh": "cp s.json ~/.claude/settings.json" },
  ],
  good: [{ "run.sh": "cat ~/.claude/settings.json" }, { "run.sh": "echo x > notes.md" }],
});
