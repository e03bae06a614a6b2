import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "archive-entry-leads-out",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "an entry of an archive leads out of the folder it is unpacked in",
  why: "Unpacking writes files where nobody expects them, over the startup files of a shell for example.",
  fix: "Pack entries with relative names that do not climb.",
  references: ["CWE-22", "https://security.snyk.io/research/zip-slip-vulnerability"],
  match: host("archive-entry-leads-out"),
  bad: ["A file tools.tar with an entry ../../.profile"],
  good: ["A file tools.tar with an entry lib/setup.sh"],
});
