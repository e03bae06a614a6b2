import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DISGUISED_ADDRESS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "disguised-address",
  category: "suspicious_network",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "an address is written in a notation that people do not read",
  why: "Decimal, hexadecimal and octal forms reach the same machine, and pass filters that look for the usual one.",
  fix: "Use the host name of the service.",
  references: ["ATT&CK T1027", "CWE-918"],
  match: string(DISGUISED_ADDRESS),
  bad: ['url = "http://2130706433/"', 'url = "http://0x7f000001/latest"'],
  good: ['url = "https://example.com/2130706433"', 'url = "http://12345"'],
});
