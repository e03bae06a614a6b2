import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SYSTEM_PASSWORDS } from "../vocabulary/places.ts";

export default defineRule({
  id: "password-file-path",
  category: "credential_access",
  severity: "medium",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a path to the system's user or password file is written down",
  why: "It lists the accounts of the machine, and for root their password hashes.",
  fix: "Ask for the one account that is needed with the pwd module.",
  references: ["ATT&CK T1003.008", "CWE-200"],
  shownAs: "secret-place-shown",
  match: string(SYSTEM_PASSWORDS),
  bad: ['open("/etc/passwd").read()', 'path = "/etc" + "/shadow"', 'path = b"/etc/passwd"'],
  good: ['path = "/etc/passwd.example"', 'path = "/srv/passwords"'],
});
