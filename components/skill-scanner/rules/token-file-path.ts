import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { TOKEN_FILE } from "../vocabulary/places.ts";

export default defineRule({
  id: "token-file-path",
  category: "credential_access",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to a file of tokens is written down",
  why: "Package registries, git hosts and databases trust whoever holds what is in it.",
  fix: "Let the tool that owns the file use it.",
  references: ["ATT&CK T1552.001", "CWE-522"],
  shownAs: "secret-place-shown",
  match: string(TOKEN_FILE),
  bad: ['path = "~/.npmrc"', 'import os\nopen(os.path.expanduser("~/.git-credentials"))'],
  good: ['name = "npmrc.md"', 'path = ".netrc_example"'],
});
