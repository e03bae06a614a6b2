import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "polyglot-file",
  category: "hidden_content",
  severity: "high",
  confidence: "medium",
  languages: ["any"],
  title: "a file is of two kinds at once",
  why: "A viewer shows the one, and a loader takes the other.",
  fix: "Ship two files.",
  references: ["CWE-434", "ATT&CK T1027.009"],
  match: host("polyglot-file"),
  bad: ["A file logo.png with a zip archive behind its last chunk"],
  good: ["A file logo.png beside a file tools.zip"],
});
