import {
  all,
  any,
  anyArgument,
  argument,
  call,
  inDocument,
  matches,
  not,
  receiver,
  says,
  words,
  written,
} from "../match.ts";
import { defineRule } from "../rule.ts";
import { OWN_KEY } from "../vocabulary/commands.ts";
import { FILE_COPIERS, FILE_OPENERS, PATH_READERS } from "../vocabulary/file-calls.ts";
import { TOKEN_FILE } from "../vocabulary/places.ts";
import { SHELL_READERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "token-file-read",
  category: "credential_access",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a file is opened in which a command line keeps its token",
  why: "What is in it publishes packages, pushes code and logs in elsewhere.",
  fix: "Let the tool that owns the file use it.",
  references: ["ATT&CK T1552.001", "CWE-522"],
  match: [
    call({
      of: [...FILE_OPENERS, ...FILE_COPIERS, ...PATH_READERS],
      where: any(
        all(argument([0, "file", "src"], matches(TOKEN_FILE)), argument([0, "file", "src"], written)),
        receiver(matches(TOKEN_FILE)),
      ),
    }),
    call({
      of: SHELL_READERS,
      where: all(anyArgument(matches(TOKEN_FILE), { except: ["stdin"] }), not(inDocument), not(words(says(OWN_KEY)))),
    }),
  ],
  bad: [
    'import os\nopen(os.path.expanduser("~/.netrc")).read()',
    { "run.sh": "cat ~/.npmrc" },
    { "skill.js": 'require("fs").readFileSync(require("os").homedir() + "/.npmrc", "utf8");' },
  ],
  good: [
    'import os\nopen(os.path.expanduser("~/.ssh/id_rsa")).read()',
    'open("npmrc.md").read()',
    { "README.md": "```sh\ncat ~/.npmrc\n```\n" },
    { "run.sh": "ls -l ~/.npmrc" },
    { "run.sh": "curl --netrc-file ~/.netrc https://api.example.com" },
  ],
});
