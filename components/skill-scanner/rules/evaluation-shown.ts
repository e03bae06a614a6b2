import { defineRule } from "../rule.ts";

export default defineRule({
  id: "evaluation-shown",
  category: "obfuscated_code",
  severity: "low",
  confidence: "high",
  languages: ["markdown"],
  title: "a document shows code that executes a text",
  why: "Whoever copies it executes whatever the text holds.",
  fix: "Show the function that is meant; for data show ast.literal_eval or JSON.parse.",
  references: ["CWE-95"],
  match: [],
  bad: [
    { "README.md": "```js\nconst value = eval(expression);\n```\n" },
    { "README.md": "```python\nexec(code, namespace)\n```\n" },
  ],
  good: [{ "README.md": "```python\nmodel.eval()\n```\n" }, { "run.py": "exec(code)" }],
});
