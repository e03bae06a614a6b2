import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "archive-not-unpacked",
  category: "unanalysable",
  severity: "medium",
  confidence: "high",
  languages: ["any"],
  title: "an archive could not be unpacked",
  why: "Nothing is known about what it holds, and the rest of the skill may use it.",
  fix: "Ship the files as they are, or in a zip archive.",
  references: ["CWE-693", "ATT&CK T1027"],
  match: host("archive-not-unpacked"),
  bad: ["A file data.7z"],
  good: ["A file data.zip"],
});
