import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHORTENERS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "shortened-url",
  category: "suspicious_network",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a shortened URL is used",
  why: "Where it leads cannot be seen, and can be changed.",
  fix: "Write the whole URL.",
  references: ["ATT&CK T1204.001"],
  match: string(SHORTENERS),
  bad: ['url = "https://bit.ly/3xYz"', 'url = "http://tinyurl.com/abc"'],
  good: ['url = "https://example.com/bit.ly"', 'path = "orbit.ly/x"'],
});
