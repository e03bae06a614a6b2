import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "syntax-error",
  category: "unanalysable",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "part of the file is not Python 3",
  why: "What the parser had to skip or guess may run differently from how it was read here.",
  fix: "Make the file parse with a current Python, or leave it out of the skill.",
  references: ["CWE-1164"],
  match: engine("syntax-error"),
  bad: ["x = = 1", "def f(:\n  pass", 'exec "print 1"'],
  good: ["x = 1", "match x:\n    case [1, *_]: pass", 'print(f"{x!r:>{width}}")'],
});
