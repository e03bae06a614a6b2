import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "bytecode-shipped",
  category: "supply_chain",
  severity: "medium",
  confidence: "high",
  languages: ["any"],
  title: "compiled code is shipped",
  why: "What runs is the bytecode, which nobody reviews; its source says nothing about it for sure.",
  fix: "Ship the source alone.",
  references: ["CWE-506", "ATT&CK T1027"],
  match: host("bytecode-shipped"),
  bad: ["A file tool.class", "A file __pycache__/notes.cpython-312.pyc beside notes.py"],
  good: ["A file notes.py alone"],
});
