import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "file-unreadable",
  category: "unanalysable",
  severity: "medium",
  confidence: "high",
  languages: ["any"],
  title: "a file could not be read",
  why: "Nothing is known about what it holds.",
  fix: "Give the scan the right to read it.",
  references: ["CWE-693"],
  match: host("file-unreadable"),
  bad: ["A file that only its owner may read, scanned by somebody else"],
  good: ["A file that everybody may read"],
});
