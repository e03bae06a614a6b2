import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "disguised-program",
  category: "hidden_content",
  severity: "critical",
  confidence: "high",
  languages: ["any"],
  title: "a program has the name of something harmless",
  why: "Nobody looks twice at a picture or a text, and whatever starts it does not care for its name.",
  fix: "Give the program its own name, or build it from source.",
  references: ["CWE-506", "ATT&CK T1036.008"],
  match: host("disguised-program"),
  bad: ["A file logo.png that begins as an ELF program does"],
  good: ["A file logo.png that is a picture", "A file tool without an ending that is an ELF program"],
});
