import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "scan-timed-out",
  category: "unanalysable",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "the scanner did not finish with a file",
  why: "The file may be made to exhaust scanners, and its findings are missing.",
  fix: "Look at the file, or split it.",
  references: ["CWE-400", "CWE-693"],
  match: host("scan-timed-out"),
  bad: ["A file on which the scanner works for more than five seconds"],
  good: ["A file on which it works for milliseconds"],
});
