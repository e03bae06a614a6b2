import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "folding-limit",
  category: "unanalysable",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "constants were too many or too long to be worked out",
  why: "Texts that are put together from here on were not seen whole.",
  fix: "Write texts in one piece.",
  references: ["CWE-1164"],
  match: engine("folding-limit"),
  bad: [`s = "a" * 4000\n${"t = s[::-1]\n".repeat(100)}`],
  good: ['x = "a" + "b"'],
});
