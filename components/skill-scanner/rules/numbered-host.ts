import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { BRACKET, BRACKETED_HOST, OBSCURE_HOST } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "numbered-host",
  category: "suspicious_network",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a public address is written as a number",
  why: "A number has no owner that a reader could recognise, and no certificate to check.",
  fix: "Use the host name of the service.",
  references: ["ATT&CK T1071.001"],
  match: [string(OBSCURE_HOST), string(BRACKET, { confirm: BRACKETED_HOST })],
  bad: [
    'url = "http://203.0.113.7/collect"',
    'url = "http://198.51.100.4:8080/x"',
    'url = "https://[2001:db8::7]/collect"',
    'import requests\nrequests.get("http://" + "192.0.2.10" + "/x")',
  ],
  good: [
    'url = "http://127.0.0.1:8000/"',
    'url = "http://192.168.1.20/"',
    'servers = ["https://1.1.1.1", "https://8.8.8.8/dns-query"]',
    'version = "1.2.3.4"',
    'url = "http://172.16.0.9:9000"',
  ],
});
