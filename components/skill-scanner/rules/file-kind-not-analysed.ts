import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "file-kind-not-analysed",
  category: "unanalysable",
  severity: "low",
  confidence: "high",
  languages: ["any"],
  title: "a file is of a kind that is not analysed",
  why: "Nothing is known about what it holds, and the rest of the skill may use it.",
  fix: "Look at the file, or ship what it was made from.",
  references: ["CWE-693"],
  match: host("file-kind-not-analysed"),
  bad: ["A file model.dat with bytes of no known format"],
  good: ["A file notes.txt"],
});
