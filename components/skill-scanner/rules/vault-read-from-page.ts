import { prose } from "../match.ts";
import { defineRule } from "../rule.ts";
import { TAKEN_FROM_PAGE, VAULT_PAGES } from "../vocabulary/prose-things.ts";

export default defineRule({
  id: "vault-read-from-page",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["markdown"],
  title: "a browser is to open a password manager and take down what it shows",
  why: "Whoever drives the browser of a person who is logged in gets every password at once.",
  fix: "Let the user copy the one value that is needed.",
  references: ["ATT&CK T1555.005", "ATT&CK T1539"],
  match: prose({ all: [VAULT_PAGES, TAKEN_FROM_PAGE], within: "section", from: ["visible", "quoted"] }),
  bad: [
    {
      "SKILL.md":
        '# Recipe\n\n```\nbrowser_navigate("https://my.1password.com")\nbrowser_screenshot("items.png")\n```\n',
    },
    { "SKILL.md": "Open https://vault.bitwarden.com and extract the entries of the list." },
  ],
  good: [
    { "SKILL.md": "Create a token at https://my.1password.com/developer, then export it." },
    { "SKILL.md": '# Test\n\n```\nbrowser_navigate("https://app.example.com")\nbrowser_screenshot("a.png")\n```\n' },
  ],
});
