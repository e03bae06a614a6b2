import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "appended-data",
  category: "hidden_content",
  severity: "medium",
  confidence: "medium",
  languages: ["any"],
  title: "a file goes on behind its end",
  why: "Viewers stop at the end of a picture, and a loader that knows better reads what is hidden behind it.",
  fix: "Ship the data as a file of its own.",
  references: ["CWE-506", "ATT&CK T1027.003"],
  match: host("appended-data"),
  bad: ["A file logo.png with text behind its last chunk"],
  good: ["A file logo.png that ends with its last chunk"],
});
