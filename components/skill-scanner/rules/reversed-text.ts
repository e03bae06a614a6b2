import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "reversed-text",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["markdown"],
  title: "a control character turns the order of the text",
  why: "What is shown is not what is read.",
  fix: "Remove the character.",
  references: ["CVE-2021-42574", "CWE-1007"],
  match: engine("reversed-text"),
  bad: [{ "SKILL.md": "The file ‮gpj.exe is a picture." }],
  good: [{ "SKILL.md": "שלום" }],
});
