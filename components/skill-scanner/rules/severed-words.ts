import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "severed-words",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["markdown"],
  title: "words are cut by characters that nobody sees",
  why: "Filters do not find the words; a model does.",
  fix: "Remove the characters.",
  references: ["CWE-1007"],
  match: engine("severed-words"),
  bad: [{ "SKILL.md": "Please t​u​r​n o​f​f the light." }],
  good: [{ "SKILL.md": "Zero​width." }],
});
