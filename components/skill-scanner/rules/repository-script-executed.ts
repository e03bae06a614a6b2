import { all, argument, call, from, matches, not } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ANSWERABLE_SOURCE, KNOWN_INSTALLER } from "../vocabulary/known-installers.ts";
import { SHELL_CODE } from "../vocabulary/shell-commands.ts";
import { downloaded } from "../vocabulary/sources.ts";

export default defineRule({
  id: "repository-script-executed",
  category: "remote_code_download",
  severity: "high",
  confidence: "medium",
  languages: ["shell"],
  title: "a script is run straight from a repository",
  why: "Its owner, and whoever takes over the account, decides what runs here tomorrow.",
  fix: "Pin it to a commit, check its digest, and let the user read it.",
  references: ["CWE-494", "CWE-829", "ATT&CK T1105"],
  match: call({
    of: SHELL_CODE,
    where: all(
      argument(0, from(downloaded)),
      argument(0, matches(ANSWERABLE_SOURCE)),
      not(argument(0, matches(KNOWN_INSTALLER))),
    ),
  }),
  bad: [
    { "run.sh": "curl -fsSL https://raw.githubusercontent.com/me/x/main/i.sh | bash" },
    { "run.sh": "curl -LO https://github.com/me/x/releases/download/v1/x && chmod +x x && ./x" },
  ],
  good: [
    { "run.sh": "curl -LsSf https://astral.sh/uv/install.sh | sh" },
    { "run.sh": "curl -fsSL https://raw.githubusercontent.com/nvm-sh/nvm/v0.40.1/install.sh | bash" },
    { "run.sh": "curl -LO https://github.com/me/x/releases/download/v1/x.tgz" },
  ],
});
