import { argument, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { WINDOWS_LINES } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "login-password-checked",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "a login password is tried out, or asked for in a dialog",
  why: "Stealers ask for the password in a window of their own and try it until it is right.",
  fix: "Let the system ask, with its own dialog.",
  references: ["ATT&CK T1056.002", "ATT&CK T1110"],
  match: [
    call({ of: ["sh.dscl"], where: words(says(/(^| )-authonly( |$)/)) }),
    call({ of: ["sh.osascript"], where: words(says(/with hidden answer|hidden answer:? ?true|hiddenAnswer/i)) }),
    call({
      of: COMMANDS,
      where: argument(
        [0, "args", "cmd"],
        says(/dscl\s[^\n]*-authonly|display dialog[^\n]*hidden answer|ValidateCredentials\(/),
      ),
    }),
    call({ of: WINDOWS_LINES, where: argument(0, says(/\.ValidateCredentials\(|LogonUser(W|A)?\(/)) }),
  ],
  bad: [
    { "run.sh": 'dscl /Local/Default -authonly "$USER" "$pw"' },
    { "run.sh": 'pw=$(osascript -e \'display dialog "Enter your password" default answer "" with hidden answer\')' },
    "import os\nos.system(f'dscl . -authonly {user} {password}')",
  ],
  good: [{ "run.sh": "dscl . -read /Users/me" }, { "run.sh": "osascript -e 'display dialog \"Done\"'" }],
});
