import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "bytecode-without-source",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "Python bytecode is shipped without its source",
  why: "It runs like any module, and nobody can read what it does.",
  fix: "Ship the source.",
  references: ["CWE-506", "ATT&CK T1027"],
  match: host("bytecode-without-source"),
  bad: ["A file helper.pyc, and no helper.py"],
  good: ["A file __pycache__/notes.cpython-312.pyc beside notes.py"],
});
