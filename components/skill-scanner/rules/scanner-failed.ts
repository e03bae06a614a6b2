import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "scanner-failed",
  category: "unanalysable",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "the scanner failed on a file",
  why: "The file may be made to break scanners, and its findings are missing.",
  fix: "Look at the file, and report it as a bug of wasm-sandbox.",
  references: ["CWE-693"],
  match: host("scanner-failed"),
  bad: ["A file that makes the scanner trap"],
  good: ["A file that it reads"],
});
