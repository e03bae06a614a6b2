import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "off-screen-code",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "code stands behind so many blanks that no screen shows it",
  why: "Whoever reads the file sees an ordinary line, and not what stands at its end.",
  fix: "Put each statement on a line of its own.",
  references: ["ATT&CK T1027"],
  match: engine("off-screen-code"),
  bad: [`total = 0${" ".repeat(200)}; run()`, { "skill.js": `export { foo } from "./foo";${" ".repeat(200)}run();` }],
  good: [
    `total = 0${" ".repeat(200)}\nprint(total)`,
    `total = 0${" ".repeat(200)}# the sum`,
    { "skill.js": `const a = 1;${" ".repeat(200)}\nconst b = 2;` },
    { "skill.js": `const a = 1;${" ".repeat(200)}// one` },
  ],
});
