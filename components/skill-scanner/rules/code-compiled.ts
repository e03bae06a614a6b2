import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "code-compiled",
  category: "obfuscated_code",
  severity: "low",
  confidence: "high",
  languages: ["python"],
  title: "text is compiled as code",
  why: "What will run is decided while it runs.",
  fix: "Write the code as code.",
  references: ["CWE-94"],
  match: call({ of: ["builtins.compile", "codeop.compile_command", "py_compile.compile"], orPassed: true }),
  bad: ['compile(source, "x", "exec")', 'vars(__builtins__)["compile"]("1 + 1", "x", "eval")'],
  good: ['re.compile("a+")', 'import re\nre.compile("a+")', "pattern.compile()"],
});
