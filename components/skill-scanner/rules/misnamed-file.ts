import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "misnamed-file",
  category: "hidden_content",
  severity: "medium",
  confidence: "medium",
  languages: ["any"],
  title: "a file is not what its name says",
  why: "Who reviews by names passes it over, and a loader takes it for what it is.",
  fix: "Give the file the name of its kind.",
  references: ["CWE-646", "ATT&CK T1036.008"],
  match: host("misnamed-file"),
  bad: ["A file logo.png that is a zip archive"],
  good: ["A file logo.png that is a JPEG picture"],
});
