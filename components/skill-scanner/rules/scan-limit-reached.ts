import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "scan-limit-reached",
  category: "unanalysable",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "a limit of the scan was reached, and not everything was looked at",
  why: "What lies beyond the limit was not analysed at all.",
  fix: "Scan the parts of the folder one by one.",
  references: ["CWE-693"],
  match: host("scan-limit-reached"),
  bad: ["A skill of 300 MB"],
  good: ["A skill of 3 MB"],
});
