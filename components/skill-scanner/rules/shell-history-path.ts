import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_HISTORY } from "../vocabulary/places.ts";

export default defineRule({
  id: "shell-history-path",
  category: "credential_access",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to a shell's history is written down",
  why: "Histories hold whatever was typed, passwords and tokens among it.",
  fix: "Remove it.",
  references: ["ATT&CK T1552.003"],
  shownAs: "secret-place-shown",
  match: string(SHELL_HISTORY),
  bad: ['path = "~/.bash_history"', 'import os\nos.path.join(home, ".zsh_history")'],
  good: ['path = "history.txt"', 'name = "bash_history_parser"'],
});
