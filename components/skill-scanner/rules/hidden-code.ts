import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "hidden-code",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a constant that is executed holds something that would be reported by itself",
  why: "The code was put into a text so that a reader passes over it.",
  fix: "Write the code as code.",
  references: ["CWE-506", "ATT&CK T1027"],
  match: engine("hidden-code"),
  bad: [
    `exec("import os\\nos.system('id')")`,
    'import base64\nexec(base64.b64decode("aW1wb3J0IG9zCm9zLnN5c3RlbSgnaWQnKQ=="))',
    `eval("__import__('os').system('id')")`,
  ],
  good: ['exec("x = 1")', 'eval("1 + 1")', `text = "import os\\nos.system('id')"`],
});
