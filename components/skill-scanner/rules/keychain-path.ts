import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { KEYCHAIN } from "../vocabulary/places.ts";

export default defineRule({
  id: "keychain-path",
  category: "credential_access",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to a password manager's store is written down",
  why: "It holds all passwords of the user at once.",
  fix: "Ask the user for the one value that is needed.",
  references: ["ATT&CK T1555"],
  shownAs: "secret-place-shown",
  match: string(KEYCHAIN),
  bad: ['path = "~/Library/Keychains/login.keychain-db"', 'path = "~/.gnupg/private-keys-v1.d"'],
  good: ['name = "keychain"', 'path = "Library/Caches"'],
});
