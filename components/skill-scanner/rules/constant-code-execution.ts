import { argument, call, constant } from "../match.ts";
import { defineRule } from "../rule.ts";
import { EVALUATORS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "constant-code-execution",
  category: "obfuscated_code",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "ruby"],
  title: "a constant text is executed as code",
  why: "Code inside a text escapes review tools, and honest authors have no reason for it.",
  fix: "Write the code as code.",
  references: ["CWE-95"],
  match: call({ of: EVALUATORS, where: argument([0, "source"], constant) }),
  bad: ['exec("import os")', 'eval("1 + 1")', 'exec("".join(["pr", "int(1)"]))', { "a.rb": 'eval("1 + 1")' }],
  good: ["exec(code)", 'model.eval("x")', 'import ast\nast.literal_eval("[1]")'],
});
