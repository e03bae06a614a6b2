import { shipped } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "startup-file-shipped",
  category: "persistence",
  severity: "high",
  confidence: "medium",
  languages: ["any"],
  title: "a file is shipped under a name that Python or a shell loads by itself",
  why: "It needs no call: whatever starts next to it runs it.",
  fix: "Give the file another name, and load it where it is needed.",
  references: ["ATT&CK T1546", "ATT&CK T1546.004"],
  match: shipped(
    /(^|\/)((sitecustomize|usercustomize)\.py|\.(bashrc|bash_profile|bash_login|zshrc|zshenv|zprofile|profile))$/,
  ),
  bad: [{ "lib/sitecustomize.py": "x = 1\n" }, { "home/.bashrc": "alias a=b\n" }],
  good: [{ "docs/bashrc.md": "Add this\n" }, { "customize.py": "x = 1\n" }],
});
