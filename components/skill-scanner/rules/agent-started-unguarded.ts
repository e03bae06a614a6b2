import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "agent-started-unguarded",
  category: "agent_manipulation",
  severity: "medium",
  confidence: "high",
  languages: ["shell"],
  title: "an agent is started that asks for nothing",
  why: "It does whatever the next text says, with all the rights of the user.",
  fix: "Leave the questions on.",
  references: ["OWASP ASI02", "CWE-862"],
  match: call({
    of: [
      "sh.claude.--dangerously-skip-permissions",
      "sh.codex.--dangerously-bypass-approvals-and-sandbox",
      "sh.codex.--yolo",
      "sh.gemini.--yolo",
      "sh.gemini.-y",
      "sh.cursor-agent.--force",
      "sh.aider.--yes-always",
      "sh.copilot.--allow-all-tools",
    ],
  }),
  bad: [{ "run.sh": 'claude --dangerously-skip-permissions -p "fix it"' }, { "run.sh": "gemini --yolo < task.txt" }],
  good: [{ "run.sh": 'claude -p "fix it"' }, { "run.sh": 'codex exec "fix it"' }],
});
