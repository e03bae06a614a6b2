import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "files-scanned-apart",
  category: "unanalysable",
  severity: "medium",
  confidence: "high",
  languages: ["any"],
  title: "the files of a skill were not scanned together",
  why: "What goes from one file to another was not followed between the parts.",
  fix: "Split the skill, or keep large data apart from code.",
  references: ["CWE-693"],
  match: host("files-scanned-apart"),
  bad: ["A skill with 20 MB of scripts"],
  good: ["A skill with 20 KB of scripts"],
});
