import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "program-shipped",
  category: "supply_chain",
  severity: "medium",
  confidence: "high",
  languages: ["any"],
  title: "a compiled program is shipped",
  why: "Nobody can review what it does.",
  fix: "Build it from source when it is installed, or name a package that does.",
  references: ["CWE-506", "CWE-1357"],
  match: host("program-shipped"),
  bad: ["A file bin/convert that is an ELF program"],
  good: ["A file bin/convert that is a shell script"],
});
