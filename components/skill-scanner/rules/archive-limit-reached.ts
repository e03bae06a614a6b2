import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "archive-limit-reached",
  category: "unanalysable",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "an archive was not unpacked to its end",
  why: "It is nested, large or packed beyond what an honest skill needs, and what lies behind the limit was not analysed.",
  fix: "Ship the files as they are.",
  references: ["CWE-409", "CWE-693"],
  match: host("archive-limit-reached"),
  bad: ["A file tools.zip of 40 KB that unpacks to 40 MB"],
  good: ["A file tools.zip with a few scripts"],
});
