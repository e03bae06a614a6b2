import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "long-encoded-text",
  category: "obfuscated_code",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a long encoded text is part of the code",
  why: "Nobody can review what it decodes to.",
  fix: "Ship the data as a file, with a word on what it is.",
  references: ["ATT&CK T1027.009"],
  match: engine("long-encoded-text"),
  bad: [
    'blob = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3ODkrL0FCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaYWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU2Nzg5Ky9BQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWmFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6MDEyMzQ1Njc4OSsvQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3ODkrLw=="',
  ],
  good: [
    'text = "The quick brown fox jumps over the lazy dog, again and again, until somebody stops it. The quick brown fox jumps over the lazy dog, again and again, until somebody stops it. The quick brown fox jumps over the lazy dog, again and again, until somebody stops it. The quick brown fox jumps over the lazy dog, again and again, until somebody stops it. The quick brown fox jumps over the lazy dog, again and again."',
    'digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"',
  ],
});
