import { host } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "archive-encrypted",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["any"],
  title: "an archive has encrypted entries",
  why: "Nobody can look inside without the password, which is how malware passes scanners.",
  fix: "Ship the files as they are.",
  references: ["CWE-506", "ATT&CK T1027.013"],
  match: host("archive-encrypted"),
  bad: ["A file tools.zip with an entry that needs a password"],
  good: ["A file tools.zip without a password"],
});
