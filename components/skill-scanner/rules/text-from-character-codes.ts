import { any, argument, call, constant, from, receiver } from "../match.ts";
import { defineRule } from "../rule.ts";
import { characterCodes, mappedCharacters, numberBytes } from "../vocabulary/sources.ts";

export default defineRule({
  id: "text-from-character-codes",
  category: "obfuscated_code",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a text is spelled with character codes",
  why: "A reader sees numbers where a word is meant.",
  fix: "Write the text.",
  references: ["ATT&CK T1027"],
  match: [
    call({
      of: ["builtins.str().join"],
      where: any(argument(0, from(characterCodes)), argument(0, from(mappedCharacters))),
    }),
    call({ of: ["js.String.fromCharCode", "js.String.fromCodePoint"], where: argument(3, constant) }),
    call({
      of: ["builtins.str().decode", "builtins.bytes().decode", "builtins.bytearray().decode"],
      where: receiver(from(numberBytes)),
    }),
  ],
  bad: [
    "''.join(map(chr,[104, 105, 33]))",
    '"".join(chr(c) for c in codes)',
    '"".join([chr(105), chr(100)])',
    "bytes([105, 100]).decode()",
    { "skill.js": "const name = String.fromCharCode(101, 120, 101, 99);" },
    { "skill.mjs": "const name = String.fromCodePoint(...[101, 120, 101, 99]);" },
  ],
  good: [
    { "skill.js": "const letter = String.fromCharCode(65 + i), pair = String.fromCharCode(high, low);" },
    '", ".join(map(str, [1, 2, 3]))',
    "chr(10).join(lines)",
    "data.decode()",
    "bytes(5)",
  ],
});
