import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "archive-link",
  category: "hidden_content",
  severity: "medium",
  confidence: "medium",
  languages: ["any"],
  title: "an archive has a link as an entry",
  why: "Once unpacked, a link stands for another file, and what is written to it goes there.",
  fix: "Pack the file itself.",
  references: ["CWE-59"],
  match: host("archive-link"),
  bad: ["A file tools.tar in which config is a link to settings.json"],
  good: ["A file tools.tar with files and folders only"],
});
