import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "bytecode-differs",
  category: "hidden_content",
  severity: "critical",
  confidence: "medium",
  languages: ["any"],
  title: "bytecode was not compiled from the source beside it",
  why: "Python runs the bytecode, and whoever reviews the skill reads the source.",
  fix: "Ship the source alone.",
  references: ["CWE-506", "ATT&CK T1027", "ATT&CK T1059.006"],
  match: host("bytecode-differs"),
  bad: ["A file __pycache__/notes.cpython-312.pyc with names and texts that notes.py does not have"],
  good: ["A file __pycache__/notes.cpython-312.pyc that was compiled from notes.py"],
});
