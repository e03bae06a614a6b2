import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DYNAMIC_NAMES } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "dynamic-host",
  category: "suspicious_network",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a dynamic host name is used",
  why: "Anybody can register such a name, and move it to another machine at any time.",
  fix: "Use a host with a public owner.",
  references: ["ATT&CK T1568"],
  match: string(DYNAMIC_NAMES),
  bad: ['host = "update.duckdns.org"', 'url = "http://cdn-files.hopto.org/a"'],
  good: ['host = "duckdns.example.org"', 'text = "no-ip.orgs"'],
});
