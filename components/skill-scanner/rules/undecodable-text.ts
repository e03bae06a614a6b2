import { characters } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "undecodable-text",
  category: "unanalysable",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the file holds bytes that are no text",
  why: "Python may read them in another way than this scanner did.",
  fix: "Save the file as UTF-8.",
  references: ["CWE-176"],
  match: characters(/[\u0000\ufffd]/u),
  bad: ['x = "�"'],
  good: ['x = "é"', 'x = "\\x00"'],
});
