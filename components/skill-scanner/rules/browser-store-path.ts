import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { BROWSER_STORE } from "../vocabulary/places.ts";

export default defineRule({
  id: "browser-store-path",
  category: "credential_access",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to a browser's passwords or cookies is written down",
  why: "Whoever has the file is logged in everywhere the user is.",
  fix: "Ask the user for the one value that is needed.",
  references: ["ATT&CK T1555.003", "ATT&CK T1539"],
  match: string(BROWSER_STORE),
  bad: [
    'path = "/Google/Chrome/User Data/Default/Network"',
    'db = base + "/Default/" + "Login Data"',
    'profile = home + "/.config/google-chrome/Default"',
    'path = f"{local}/Google/Chrome/User Data/Default/{name}"',
    'path = home + "/.mozilla/firefox/" + profile + "/logins.json"',
    { "skill.js": 'const db = join(base, "Default", "Login Data");' },
  ],
  good: [
    'text = "Login Database"',
    'path = "chrome/driver"',
    'from pathlib import Path\npages = Path.home() / ".config/google-chrome/Default/History"',
    'path = base + "/Google/Chrome/User Data/Profile 1/Bookmarks"',
    'import glob\nglob.glob("/home/me/.mozilla/firefox/*/places.sqlite")',
    { "skill.js": 'const program = "C:/Program Files/BraveSoftware/Brave-Browser/Application/brave.exe";' },
  ],
});
