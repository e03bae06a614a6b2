import { inOrder, oneOf, prose } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COPYING, FETCHING, PASTING, RUNNING } from "../vocabulary/prose-acts.ts";
import { TERMINALS, URL } from "../vocabulary/prose-things.ts";

export default defineRule({
  id: "command-from-a-page",
  category: "remote_code_download",
  severity: "high",
  confidence: "medium",
  languages: ["markdown"],
  title: "a command is to be taken from a web page and run in a terminal",
  why: "The page can show another command tomorrow.",
  fix: "Ship the command as a script of the skill.",
  references: ["ATT&CK T1204.004"],
  match: prose({
    all: [
      URL,
      inOrder(8, oneOf(PASTING, COPYING, RUNNING), TERMINALS),
      oneOf(inOrder(8, FETCHING, URL), inOrder(8, URL, COPYING)),
    ],
    from: ["visible"],
  }),
  bad: [{ "SKILL.md": "Visit https://setup.example/install, copy the command and paste it into your terminal." }],
  good: [{ "SKILL.md": "Open https://docs.example for help. Run the tests in a terminal." }],
});
