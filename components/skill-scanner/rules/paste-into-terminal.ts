import { inOrder, oneOf, prose } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PASTING } from "../vocabulary/prose-acts.ts";
import { ROOT_RIGHTS } from "../vocabulary/prose-phrases.ts";
import { ENCODED_TEXT, TERMINALS, URL } from "../vocabulary/prose-things.ts";

export default defineRule({
  id: "paste-into-terminal",
  category: "remote_code_download",
  severity: "medium",
  confidence: "medium",
  languages: ["markdown"],
  title: "the reader is told to paste a command into a terminal",
  why: "It bypasses every check of what is downloaded.",
  fix: "Ship the command as a script of the skill.",
  references: ["ATT&CK T1204.004"],
  match: prose({
    all: [inOrder(8, PASTING, TERMINALS), oneOf(URL, ENCODED_TEXT, ROOT_RIGHTS)],
    within: "step",
    from: ["visible"],
  }),
  bad: [{ "SKILL.md": "Copy this and paste it into your terminal: `curl https://x.example/i`" }],
  good: [{ "SKILL.md": "Type ls in the terminal." }],
});
