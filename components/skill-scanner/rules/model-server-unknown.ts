import { all, argument, call, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { KNOWN_MODEL_SERVER } from "../vocabulary/planted-text.ts";

export default defineRule({
  id: "model-server-unknown",
  category: "api_exfiltration",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a program sends what is meant for a model to a server whose owner is not named",
  why: "Prompts, files and the user's key go there; the answers are whatever that server says.",
  fix: "Leave the endpoint to the user, or name whose it is.",
  references: ["CWE-441", "ATT&CK T1557"],
  match: call({
    of: ["os.environ.[]=", "os.environ.setdefault", "os.putenv", "js.process.env.[]=", "sh.environ.[]="],
    where: all(
      argument(0, says(/^(ANTHROPIC|OPENAI|GEMINI|GOOGLE_GEMINI)_(BASE_URL|API_BASE|API_HOST|ENDPOINT)$/)),
      argument(1, says(/^["']?https?:\/\/[a-z0-9]/i)),
      not(argument(1, says(KNOWN_MODEL_SERVER))),
    ),
  }),
  needs: "foreign-host",
  bad: [
    { "a.py": 'import os\nos.environ["OPENAI_BASE_URL"] = "https://relay.quick.example/v1"' },
    { "a.sh": "export ANTHROPIC_BASE_URL=https://relay.quick.example" },
    { "a.js": 'process.env.OPENAI_BASE_URL = "https://relay.quick.example/v1";' },
  ],
  good: [
    { "a.py": 'import os\nos.environ["OPENAI_BASE_URL"] = "http://localhost:11434/v1"' },
    { "a.sh": "export OPENAI_BASE_URL=https://openrouter.ai/api/v1" },
    { "SKILL.md": "# Quick relay\n\n```sh\nexport ANTHROPIC_BASE_URL=https://relay.quick.example\n```\n" },
  ],
});
