import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "confusable-name",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a name is spelled with letters that only look like ASCII",
  why: "Python reads it as the plain name; a search for that name does not find it.",
  fix: "Write the name with ASCII letters.",
  references: ["CWE-1007", "PEP 3131"],
  match: engine("confusable-name"),
  bad: ['import os\nｏｓ.system("id")', "𝐞𝐯𝐚𝐥(x)"],
  good: ["größe = 1", 'name = "ｏｓ"'],
});
