import { attributes, call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "clipboard-written",
  category: "api_exfiltration",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the clipboard is written",
  why: "Whoever pastes next pastes this.",
  fix: "Show the text, and let the user copy it.",
  references: ["ATT&CK T1115"],
  match: [
    call({
      of: [
        "pyperclip.copy",
        "clipboard.copy",
        "win32clipboard.SetClipboardText",
        "win32clipboard.SetClipboardData",
        "js.clipboardy.write",
        "js.clipboardy.writeSync",
        "js.electron.clipboard.writeText",
        "js.copy-paste.copy",
      ],
    }),
    attributes("to_clipboard"),
  ],
  bad: [
    'import pyperclip\npyperclip.copy("done")',
    "frame.to_clipboard()",
    { "skill.mjs": 'import c from "clipboardy";\nc.writeSync("done");' },
  ],
  good: ["import pyperclip\npyperclip.paste()", "frame.to_csv()"],
});
