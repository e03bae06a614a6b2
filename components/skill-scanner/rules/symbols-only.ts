import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

const SPELLED = "[][(![]+[])[+[]]+(![]+[])[!+[]+!+[]]+(![]+[])[+!+[]]+(!![]+[])[+[]]]".repeat(4);

export default defineRule({
  id: "symbols-only",
  category: "obfuscated_code",
  severity: "critical",
  confidence: "high",
  languages: ["javascript"],
  title: "code is spelled with brackets and operators alone",
  why: "Any program can be written without a letter; nobody writes one so who wants it to be read.",
  fix: "Write the code.",
  references: ["ATT&CK T1027", "CWE-506"],
  match: engine("symbols-only"),
  bad: [{ "skill.js": `${SPELLED};` }],
  good: [
    { "skill.js": `const nested = ${"[".repeat(150)}${"]".repeat(150)};` },
    { "skill.js": "x = +!![] + [] + !+[];" },
  ],
});
