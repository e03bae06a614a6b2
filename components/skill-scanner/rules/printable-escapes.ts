import { characters } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "printable-escapes",
  category: "obfuscated_code",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "readable letters are written as escapes",
  why: "The text is plain to Python and hidden from people.",
  fix: "Write the letters.",
  references: ["ATT&CK T1027"],
  match: characters(
    /(\\x(2[0-9a-fA-F]|[3-6][0-9a-fA-F]|7[0-9a-eA-E])){6}|(\\u00(2[0-9a-fA-F]|[3-6][0-9a-fA-F]|7[0-9a-eA-E])){5}|(\\(1[0-7][0-7]|0[4-7][0-7])){6}/,
  ),
  bad: [
    'name = "\\x73\\x79\\x73\\x74\\x65\\x6d"',
    'name = "\\u0065\\u0076\\u0061\\u006c\\u0028"',
    'name = "\\163\\171\\163\\164\\145\\155"',
  ],
  good: ['magic = b"\\x89PNG\\x0d\\x0a\\x1a\\x0a"', 'text = "\\x1b[0m"', 'name = "\\x41\\x42"'],
});
