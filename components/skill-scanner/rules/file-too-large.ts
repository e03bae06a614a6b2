import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "file-too-large",
  category: "unanalysable",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "a file is too large to be analysed",
  why: "A reader gives up where a program does not: size is a way to hide.",
  fix: "Split the file, or keep data apart from code.",
  references: ["CWE-693", "ATT&CK T1027.001"],
  match: host("file-too-large"),
  bad: ["A script of 20 MB"],
  good: ["A script of 20 KB"],
});
