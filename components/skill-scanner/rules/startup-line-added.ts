import { all, anyArgument, argument, call, inDocument, matches, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PATH_SETTING, USUAL_SETTING } from "../vocabulary/commands.ts";
import { STARTUP_PLACE } from "../vocabulary/places.ts";
import { SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "startup-line-added",
  category: "persistence",
  severity: "medium",
  confidence: "low",
  languages: ["shell"],
  title: "a line is added to a file that every new shell reads",
  why: "It goes on running in every terminal after the skill is gone.",
  fix: "Tell the user which line to add.",
  references: ["ATT&CK T1546.004"],
  shownAs: "administration-shown",
  match: call({
    of: SHELL_WRITERS,
    where: all(
      not(inDocument),
      anyArgument(matches(STARTUP_PLACE), { except: ["stdin"] }),
      argument("stdin", says(USUAL_SETTING)),
      not(argument("stdin", says(PATH_SETTING))),
    ),
  }),
  bad: [{ "run.sh": "echo 'source \"$HOME/.x/init.sh\"' >> ~/.bashrc" }],
  good: [
    { "run.sh": "echo 'export PATH=\"$HOME/.local/bin:$PATH\"' >> ~/.bashrc" },
    { "run.sh": 'echo "alias x=y" > aliases' },
  ],
});
