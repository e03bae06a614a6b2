import { setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "script-in-image",
  category: "hidden_content",
  severity: "medium",
  confidence: "medium",
  languages: ["data"],
  title: "an image holds a script",
  why: "An SVG file is opened as a picture, and runs code as a page.",
  fix: "Ship the picture without it.",
  references: ["CWE-79", "ATT&CK T1027"],
  match: setting({
    of: ["script", "onload", "onerror", "onbegin", "onclick", "onmouseover", "onfocus"].map((key) => `image.${key}`),
  }),
  bad: [
    { "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("x")</script></svg>' },
    { "logo.svg": '<svg onload="go()"><path d="M0 0"/></svg>' },
  ],
  good: [
    { "logo.svg": '<svg><path d="M0 0"/><title>script</title></svg>' },
    { "page.html": "<html><script>go()</script></html>" },
  ],
});
