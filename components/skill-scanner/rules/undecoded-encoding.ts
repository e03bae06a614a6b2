import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "undecoded-encoding",
  category: "unanalysable",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "a file declares an encoding that was not decoded",
  why: "The interpreter reads other code than whoever looks at the bytes.",
  fix: "Save the file as UTF-8 and drop the declaration.",
  references: ["CWE-176", "CWE-838"],
  match: host("undecoded-encoding"),
  bad: ["A file notes.py with a first line # coding: utf-7"],
  good: ["A file notes.py with a first line # coding: latin-1"],
});
