import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PRIVATE_NUMBERED_HOST } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "private-numbered-host",
  category: "suspicious_network",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "an address in a private network is written as a number",
  why: "A skill that reaches for machines beside the user's own may be looking around.",
  fix: "Let the user configure the address.",
  references: ["ATT&CK T1018"],
  match: string(PRIVATE_NUMBERED_HOST),
  bad: ['url = "http://192.168.1.20/"', 'url = "http://10.0.0.5:2375/containers/json"'],
  good: ['url = "http://127.0.0.1:8000/"', 'url = "http://203.0.113.7/collect"'],
});
