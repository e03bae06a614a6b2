import { characters } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "invisible-characters",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the text holds characters that cannot be seen",
  why: "They carry instructions to a model, or make two different names look the same.",
  fix: "Remove the characters.",
  references: ["CWE-1007", "ATT&CK T1027.010"],
  match: characters(
    /[\u{e0001}-\u{e007f}\u115f\u1160\u3164\uffa0]|[\u200b-\u200d\u2060-\u2064\ufeff]{8}|[\u200b-\u200d\u2060-\u2064\ufeff][a-zA-Z0-9_]+( ?=|[([\])'"`]|\.[a-z])/u,
  ),
  bad: ['text = "a󠁩󠁧"', "pass​word = 1"],
  good: ["# It ​helps​ to free what is held.", "# of ​​this function", 'table = "⁢İ"', 'text = "👩‍👧"', 'text = "naïve"'],
});
