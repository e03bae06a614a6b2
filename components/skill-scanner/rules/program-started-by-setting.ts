import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "program-started-by-setting",
  category: "dangerous_imports",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a setting that is evaluated holds code that starts programs",
  why: "Whatever reads this setting runs commands that nobody sees in a program.",
  fix: "Keep code out of settings.",
  references: ["CWE-94", "CWE-95"],
  match: setting({
    of: ["javascriptFunction", "customFunction", "jsFunction", "expression", "formula", "evalExpression"].map(
      (key) => `anywhere.${key}`,
    ),
    is: says(
      /require\(\s*["'](node:)?child_process["']\s*\)\s*\.\s*(exec|spawn|fork)|__import__\(\s*["'](os|subprocess)["']\s*\)\s*\.|process\.mainModule\.require|getRuntime\(\)\s*\.exec\(|ProcessBuilder\(/,
    ),
  }),
  bad: [
    { "flow.json": '{"override": {"customFunction": "return require(\'child_process\').execSync(\'id\')"}}' },
    { "a.yaml": "rule:\n  expression: __import__('os').system('id')\n" },
  ],
  good: [
    { "flow.json": '{"override": {"customFunction": "return items.length"}}' },
    {
      "package.json":
        '{"name": "a", "version": "1.0.0", "scripts": {"build": "node -e \\"require(\'child_process\').execSync(\'tsc\')\\""}}',
    },
  ],
});
