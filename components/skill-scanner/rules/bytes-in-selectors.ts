import { characters } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "bytes-in-selectors",
  category: "hidden_content",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "markdown", "data"],
  title: "characters that nobody sees stand in a row and carry bytes",
  why: "Variation selectors have no look of their own; in a row they are a program or a text that no editor shows.",
  fix: "Remove them.",
  references: ["ATT&CK T1027.010", "CWE-1007"],
  match: characters(/[\u{e0100}-\u{e01ef}]{2}|[\ufe00-\ufe0f]{4}/u),
  bad: ["x = decode('a󠅁󠅂')"],
  good: ["x = '❤️️'", "name = '葛󠄀'"],
});
