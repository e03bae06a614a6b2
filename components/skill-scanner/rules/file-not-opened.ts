import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "file-not-opened",
  category: "unanalysable",
  severity: "low",
  confidence: "high",
  languages: ["any"],
  title: "an entry is no regular file and was not opened",
  why: "A link or a device can lead anywhere on the machine that installs the skill.",
  fix: "Ship the file itself.",
  references: ["CWE-59", "CWE-693"],
  match: host("file-not-opened"),
  bad: ["A FIFO named input"],
  good: ["A file named input"],
});
