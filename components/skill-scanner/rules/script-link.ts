import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "script-link",
  category: "suspicious_network",
  severity: "high",
  confidence: "high",
  languages: ["markdown"],
  title: "a link runs code or opens another program",
  why: "Who follows it starts something.",
  fix: "Link to pages.",
  references: ["CWE-79"],
  match: engine("script-link"),
  bad: [{ "SKILL.md": "[open](javascript:alert(1))" }],
  good: [{ "SKILL.md": "[open](https://example.com)" }],
});
