import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CLIPBOARD_COMMANDS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "clipboard-read",
  category: "api_exfiltration",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "shell"],
  title: "the clipboard is read",
  why: "People copy passwords, keys and wallet addresses; a skill that looks there sees them.",
  fix: "Let the user pass the text as an argument.",
  references: ["ATT&CK T1115"],
  match: [
    call({
      of: ["pyperclip.paste", "clipboard.paste", "win32clipboard.GetClipboardData", "tkinter.Tk().clipboard_get"],
    }),
    call({ of: CLIPBOARD_COMMANDS }),
  ],
  bad: [
    "import pyperclip\ntext = pyperclip.paste()",
    "from tkinter import Tk\nTk().clipboard_get()",
    { "run.sh": "pbpaste > c.txt" },
    { "run.sh": "c=$(xclip -o -selection clipboard)" },
  ],
  good: [
    'import pyperclip\npyperclip.copy("done")',
    "clipboard = []\nclipboard.append(1)",
    { "run.sh": "echo x | pbcopy" },
    { "run.sh": "echo x | xclip -selection clipboard" },
  ],
});
