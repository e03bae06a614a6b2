import { characters } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "bidirectional-controls",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the text holds controls that change its reading direction",
  why: "An editor shows another order than the one that runs.",
  fix: "Remove the characters.",
  references: ["CVE-2021-42574", "CWE-1007"],
  match: characters(/[\u202a-\u202e\u2066-\u2069]/u),
  bad: ['access = "user‮ ⁦# admin⁩ ⁦"', "# check ‮ later"],
  good: ['text = "שלום"', 'text = "plain"'],
});
