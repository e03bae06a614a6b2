import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "not-read",
  category: "unanalysable",
  severity: "medium",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the rest of the file was not read",
  why: "A text that is never closed, or a limit of memory, ended the analysis here; what follows is unknown.",
  fix: "Close the text, or split the file.",
  references: ["CWE-1164"],
  match: engine("not-read"),
  bad: ['x = """abc\nimport os'],
  good: ['x = """abc"""', 'x = "abc\ny = 1'],
});
