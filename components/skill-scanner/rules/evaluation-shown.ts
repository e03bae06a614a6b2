import { all, argument, call, constant, inDocument, not } from "../match.ts";
import { defineRule } from "../rule.ts";
import { EVALUATORS } from "../vocabulary/execution-calls.ts";

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
  match: call({ of: EVALUATORS, where: all(inDocument, not(argument([0, "source"], constant))), orPassed: true }),
  bad: [
    { "README.md": "```js\nconst value = eval(expression);\n```\n" },
    { "README.md": "```python\nexec(code, namespace)\n```\n" },
  ],
  good: [{ "README.md": "```python\nmodel.eval()\n```\n" }, { "run.py": "exec(code)" }],
});
