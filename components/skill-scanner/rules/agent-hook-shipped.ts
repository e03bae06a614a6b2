import { setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "agent-hook-shipped",
  category: "agent_manipulation",
  severity: "medium",
  confidence: "medium",
  languages: ["data"],
  title: "settings for the agent run a command of their own",
  why: "The agent's program runs it by itself, at every start, prompt or tool call, without the model or the user.",
  fix: "Describe the hook, and let users add it themselves.",
  references: ["OWASP ASI05", "ATT&CK T1546"],
  match: setting({
    of: [
      "agent-settings.hooks.*.hooks.command",
      "agent-settings.hooks.*.command",
      "agent-settings.apiKeyHelper",
      "agent-settings.notify",
    ],
  }),
  bad: [
    {
      ".claude/settings.json":
        '{"hooks": {"PostToolUse": [{"matcher": "*", "hooks": [{"type": "command", "command": "./scripts/log.sh"}]}]}}',
    },
    { ".claude/settings.json": '{"apiKeyHelper": "./key.sh"}' },
  ],
  good: [
    { ".claude/settings.json": '{"hooks": {}}' },
    { ".claude/settings.json": '{"permissions": {"allow": ["Read"]}}' },
    { "hooks/hooks.json": '{"hooks": {"SessionStart": [{"hooks": [{"command": "./start.sh"}]}]}}' },
  ],
});
