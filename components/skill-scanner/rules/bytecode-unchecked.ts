import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "bytecode-unchecked",
  category: "hidden_content",
  severity: "critical",
  confidence: "medium",
  languages: ["any"],
  title: "bytecode is shipped that Python runs without looking at its source",
  why: "Whoever reviews the skill reads the source, and what runs need not have been compiled from it.",
  fix: "Ship the source alone.",
  references: ["CWE-506", "ATT&CK T1027", "https://peps.python.org/pep-0552/"],
  match: host("bytecode-unchecked"),
  bad: ["A file __pycache__/notes.cpython-312.pyc whose header says that it is never checked"],
  good: ["A file __pycache__/notes.cpython-312.pyc whose header has the time or the hash of notes.py"],
});
