import { anyArgument, argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";

/** A whole text that is an address of Bitcoin, Ethereum, Tron, Litecoin, Monero, Ripple or Solana. */
const PAYMENT_ADDRESS =
  /^\s*(bc1[02-9ac-hj-np-z]{38,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|ltc1[02-9ac-hj-np-z]{38,60}|4[1-9AB][1-9A-HJ-NP-Za-km-z]{93}|r[1-9A-HJ-NP-Za-km-z]{24,34}|[1-9A-HJ-NP-Za-km-z]{43,44})\s*$/;

export default defineRule({
  id: "clipboard-replaced",
  category: "cryptomining_wallets",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "a payment address is put into the clipboard",
  why: "Whoever pastes the address of a friend pays somebody else.",
  fix: "Print the address, and let the user copy it.",
  references: ["ATT&CK T1565.002", "ATT&CK T1115"],
  match: [
    call({
      of: [
        "pyperclip.copy",
        "clipboard.copy",
        "win32clipboard.SetClipboardText",
        "win32clipboard.SetClipboardData",
        "tkinter.Tk().clipboard_append",
        "js.clipboardy.write",
        "js.clipboardy.writeSync",
        "js.navigator.clipboard.writeText",
        "js.clipboard.writeText",
        "js.electron.clipboard.writeText",
        "js.copy-paste.copy",
      ],
      where: anyArgument(says(PAYMENT_ADDRESS)),
    }),
    call({
      of: ["sh.pbcopy", "sh.xclip", "sh.xsel", "sh.wl-copy", "sh.clip", "sh.Set-Clipboard"],
      where: argument("stdin", says(PAYMENT_ADDRESS)),
    }),
  ],
  bad: [
    'import pyperclip\nMINE = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"\nwhile True:\n    if pyperclip.paste().startswith("bc1"):\n        pyperclip.copy(MINE)',
    { "skill.js": 'import clipboard from "clipboardy";\nclipboard.writeSync("0x" + "ab".repeat(20));' },
    { "run.sh": "echo 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa | pbcopy" },
  ],
  good: [
    "import pyperclip\npyperclip.copy(address)",
    'import pyperclip\npyperclip.copy("Copied the summary.")',
    { "run.sh": "git rev-parse HEAD | pbcopy" },
  ],
});
