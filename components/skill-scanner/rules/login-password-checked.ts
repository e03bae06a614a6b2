import { all, any, argument, call, given, says, words, written } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS, SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";
import { WINDOWS_LINES } from "../vocabulary/shell-commands.ts";

/** Is done for nothing but to see whether it may be done. */
const TRIVIAL = /(^| )(-c|--command)[ =](true|:|exit|id|whoami)( |$)/;

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
    call({
      of: ["sh.su"],
      where: all(argument("stdin", written), words(says(TRIVIAL))),
    }),
    call({
      of: SUBPROCESS_CALLS,
      where: all(
        argument(0, says(/^su( |$)/)),
        any(argument(0, says(TRIVIAL)), argument(1, says(TRIVIAL))),
        any(argument("input", given), argument("stdin", given)),
      ),
    }),
    call({ of: WINDOWS_LINES, where: argument(0, says(/\.ValidateCredentials\(|LogonUser(W|A)?\(/)) }),
  ],
  bad: [
    { "run.sh": 'dscl /Local/Default -authonly "$USER" "$pw"' },
    { "run.sh": 'pw=$(osascript -e \'display dialog "Enter your password" default answer "" with hidden answer\')' },
    "import os\nos.system(f'dscl . -authonly {user} {password}')",
    { "a.sh": 'read -rs pw\nif echo "$pw" | su -c true "$USER" 2>/dev/null; then echo ok; fi' },
    'import subprocess\ndone = subprocess.run(["su", "-c", "id", user], input=password, text=True)',
    {
      "a.js":
        'const { spawnSync } = require("child_process");\nconst r = spawnSync("su", ["-c", "true", user], { input: password + "\\n" });',
    },
  ],
  good: [
    { "run.sh": "su -c 'apt-get update' root\nsu - postgres -c true < /dev/null || echo no" },
    'import subprocess\nsubprocess.run(["su", "-c", "true", "postgres"])',
    { "run.sh": "dscl . -read /Users/me" },
    { "run.sh": "osascript -e 'display dialog \"Done\"'" },
  ],
});
