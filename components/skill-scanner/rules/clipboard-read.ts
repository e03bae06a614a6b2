import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CLIPBOARD_COMMANDS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "clipboard-read",
  category: "api_exfiltration",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "the clipboard is read",
  why: "People copy passwords, keys and wallet addresses; a skill that looks there sees them.",
  fix: "Let the user pass the text as an argument.",
  references: ["ATT&CK T1115"],
  match: [
    call({
      of: [
        "pyperclip.paste",
        "clipboard.paste",
        "win32clipboard.GetClipboardData",
        "tkinter.Tk().clipboard_get",
        "pandas.read_clipboard",
        "js.clipboardy.read",
        "js.clipboardy.readSync",
        "js.navigator.clipboard.readText",
        "js.copy-paste.paste",
        "js.clipboard.readText",
        "js.electron.clipboard.readText",
      ],
    }),
    call({ of: CLIPBOARD_COMMANDS }),
  ],
  bad: [
    "import pyperclip\ntext = pyperclip.paste()",
    "from tkinter import Tk\nTk().clipboard_get()",
    { "run.sh": "pbpaste > c.txt" },
    { "run.sh": "c=$(xclip -o -selection clipboard)" },
    { "skill.mjs": "const text = await navigator.clipboard.readText();" },
  ],
  good: [
    'import pyperclip\npyperclip.copy("done")',
    "clipboard = []\nclipboard.append(1)",
    { "run.sh": "echo x | pbcopy" },
    { "run.sh": "echo x | xclip -selection clipboard" },
    { "skill.mjs": 'await navigator.clipboard.writeText("done");' },
  ],
});
