import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "archive-inconsistent",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "two readers of an archive see different entries",
  why: "A scanner is shown one content, and whoever unpacks the archive by another account of it gets another.",
  fix: "Pack the archive anew with a usual tool.",
  references: ["CWE-436", "ATT&CK T1027"],
  match: host("archive-inconsistent"),
  bad: ["A file tools.zip whose entry has one name in the directory and another before its data"],
  good: ["A file tools.zip in which both names are the same"],
});
