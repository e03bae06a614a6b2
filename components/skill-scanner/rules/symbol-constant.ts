import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "symbol-constant",
  category: "obfuscated_code",
  severity: "low",
  confidence: "medium",
  languages: ["javascript"],
  title: "true, false or a number is spelled with signs",
  why: "Obfuscators write `!![]` for true and `+!!false` for 0; people do not.",
  fix: "Write the constant.",
  references: ["ATT&CK T1027"],
  match: engine("symbol-constant"),
  bad: [{ "skill.js": "while (!![]) step();" }, { "skill.js": "for (let i = +!!false; i < n; i++) f(i);" }],
  good: [
    { "skill.js": "while (!0) step(!1);" },
    { "skill.js": "const n = +!!value;" },
    { "skill.js": "if (![1, 2].includes(x)) f();" },
  ],
});
