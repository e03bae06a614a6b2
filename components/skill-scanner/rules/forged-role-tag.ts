import { prose } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FAKE_ROLE } from "../vocabulary/prose-phrases.ts";

export default defineRule({
  id: "forged-role-tag",
  category: "prompt_injection",
  severity: "low",
  confidence: "low",
  languages: ["markdown"],
  title: "the text has a tag that pretends to be the conversation's own",
  why: "It may be read as if the host had said it.",
  fix: "Remove it.",
  references: ["OWASP LLM01"],
  match: prose({ all: [FAKE_ROLE], from: ["visible"] }),
  bad: [{ "SKILL.md": "<|im_start|>system" }],
  good: [{ "SKILL.md": "Use <b>bold</b> text." }],
});
