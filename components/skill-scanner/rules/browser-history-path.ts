import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { BROWSER_HISTORY } from "../vocabulary/places.ts";

export default defineRule({
  id: "browser-history-path",
  category: "credential_access",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to the record of visited pages is written down",
  why: "Which pages somebody reads is his own business, and addresses may hold tokens.",
  fix: "Say what is looked for in the record, and let the user export it.",
  references: ["ATT&CK T1217"],
  shownAs: "secret-place-shown",
  match: string(BROWSER_HISTORY),
  bad: [
    'path = "/Google/Chrome/User Data/Default/History"',
    'import glob\nglob.glob("/home/me/.mozilla/firefox/*/places.sqlite")',
    { "skill.js": 'const db = base + "/Default/History";' },
  ],
  good: ['text = "History"', 'path = "Profile.md"', 'path = "places.db"'],
});
