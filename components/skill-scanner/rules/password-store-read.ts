import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { KEYCHAIN_COMMAND } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { PASSWORD_COMMANDS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "password-store-read",
  category: "credential_access",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a stored password is fetched",
  why: "The password manager hands it to whoever runs as the user.",
  fix: "Ask only for the skill's own entry, and say so in the documentation.",
  references: ["ATT&CK T1555"],
  shownAs: "secret-place-shown",
  match: [
    call({
      of: [
        "keyring.get_password",
        "keyring.get_credential",
        "win32crypt.CryptUnprotectData",
        "secretstorage.get_default_collection",
        "browser_cookie3.load",
        "browser_cookie3.chrome",
        "browser_cookie3.firefox",
        "pycookiecheat.chrome_cookies",
      ],
    }),
    call({ of: COMMANDS, where: argument([0, "args"], says(KEYCHAIN_COMMAND)) }),
    call({ of: PASSWORD_COMMANDS }),
  ],
  bad: [
    'import keyring\nkeyring.get_password("service", "user")',
    'import subprocess\nsubprocess.check_output(["security", "find-generic-password", "-w"])',
    { "run.sh": "security find-generic-password -w -s x" },
    { "run.sh": "p=$(secret-tool lookup service x)" },
  ],
  good: [
    'import keyring\nkeyring.set_password("skill", "user", value)',
    'import subprocess\nsubprocess.run(["security", "--help"])',
    { "run.sh": "security list-keychains" },
    { "run.sh": "gpg --list-keys" },
  ],
});
