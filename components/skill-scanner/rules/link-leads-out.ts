import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "link-leads-out",
  category: "hidden_content",
  severity: "medium",
  confidence: "high",
  languages: ["any"],
  title: "a link leads out of the skill",
  why: "Whatever lies there on the machine of the user is read or written in its place: a key, or a startup file.",
  fix: "Ship the file itself.",
  references: ["CWE-59", "CWE-61"],
  match: host("link-leads-out"),
  bad: ["A link notes.txt to ../../.ssh/id_rsa"],
  good: ["A link latest to v2/notes.txt in the same skill"],
});
