import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { HIDDEN_SERVICE } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "hidden-service",
  category: "suspicious_network",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a hidden service is named",
  why: "Its owner cannot be found, which is what it is chosen for.",
  fix: "Use a host with a public owner.",
  references: ["ATT&CK T1090.003"],
  match: string(HIDDEN_SERVICE),
  bad: ['url = "http://expyuzz4wqqyqhjnexampleonionaddress234567abcdefgh.onion/x"'],
  good: ['vegetable = "spring.onions"', 'url = "https://example.com/onion"'],
});
