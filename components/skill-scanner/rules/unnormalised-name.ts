import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "unnormalised-name",
  category: "unanalysable",
  severity: "low",
  confidence: "high",
  languages: ["python"],
  title: "a name is spelled in a form that Python changes before it compares",
  why: "Two spellings of one name look like two names here.",
  fix: "Write names in Unicode's normal form NFC, with plain letters.",
  references: ["CWE-176", "PEP 3131"],
  match: engine("unnormalised-name"),
  bad: ["café = 2"],
  good: ["größe = 1"],
});
