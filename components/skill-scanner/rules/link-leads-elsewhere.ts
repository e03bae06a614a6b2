import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "link-leads-elsewhere",
  category: "suspicious_network",
  severity: "low",
  confidence: "high",
  languages: ["markdown"],
  title: "a link shows one address and leads to another",
  why: "Who trusts what is shown ends elsewhere.",
  fix: "Show where it leads.",
  references: ["CWE-451", "ATT&CK T1566.002"],
  match: engine("link-leads-elsewhere"),
  bad: [{ "SKILL.md": "[https://github.com/a/b](https://files.example/a)" }],
  good: [{ "SKILL.md": "[https://github.com/a/b](https://www.github.com/a/b)" }],
});
