import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "invisible-text",
  category: "hidden_content",
  severity: "critical",
  confidence: "high",
  languages: ["markdown"],
  title: "characters that nobody sees spell a text",
  why: "A model reads what no person can review.",
  fix: "Remove the characters.",
  references: ["CWE-1007", "ATLAS AML.T0068"],
  match: engine("invisible-text"),
  bad: [{ "SKILL.md": "Nice notes.󠁲󠁵󠁮󠀠󠁩󠁴" }],
  good: [{ "SKILL.md": "A flag: 🏴󠁧󠁢󠁥󠁮󠁧󠁿" }, { "SKILL.md": "👩‍👧" }],
});
