import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "active-document",
  category: "hidden_content",
  severity: "high",
  confidence: "medium",
  languages: ["any"],
  title: "a document carries code or actions",
  why: "Macros and scripts in a document run when somebody opens it, and no reviewer sees them.",
  fix: "Ship the document without them, and code as files of its own.",
  references: ["CWE-506", "ATT&CK T1566.001", "ATT&CK T1137"],
  match: host("active-document"),
  bad: ["A file report.docm that holds word/vbaProject.bin"],
  good: ["A file report.docx without macros"],
});
