import { argument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CODE_RUNNERS, COMMANDS } from "../vocabulary/execution-calls.ts";
import { unmasked } from "../vocabulary/sources.ts";

export default defineRule({
  id: "unmasked-data-executed",
  category: "obfuscated_code",
  severity: "critical",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "data is unmasked with an exclusive or and executed",
  why: "A homemade cipher keeps the payload from reviewers and scanners.",
  fix: "Ship the code in plain text.",
  references: ["CWE-94", "ATT&CK T1027.013"],
  match: call({
    of: [...CODE_RUNNERS, ...COMMANDS, "builtins.compile"],
    where: argument([0, "source", "args"], from(unmasked)),
  }),
  bad: [
    "exec(bytes(b ^ 42 for b in data))",
    'code = "".join(chr(ord(c) ^ k) for c in data)\nexec(code)',
    { "skill.js": 'let code = "";\nfor (const part of parts) code += String.fromCharCode(part ^ key);\neval(code);' },
  ],
  good: ["data = bytes(b ^ 42 for b in data)", "exec(data)", { "skill.js": "const flags = a ^ b;" }],
});
