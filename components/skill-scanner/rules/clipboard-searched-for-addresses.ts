import { all, any, anyArgument, argument, call, from, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { clipboard } from "../vocabulary/sources.ts";

/** Patterns that addresses of coins match: base58 without 0, O, I and l; 0x and forty digits; bc1. */
const ADDRESS_PATTERN = /a-km-z|A-HJ-NP-Z|[0O]x\[[^\]]*\][({]40|\(?bc1|\[48\]\[0-9AB\]|T\[A-Za-z1-9\]\{33/;

export default defineRule({
  id: "clipboard-searched-for-addresses",
  category: "cryptomining_wallets",
  severity: "critical",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the clipboard is searched for addresses of coins",
  why: "Clippers wait for an address to be copied and put their own in its place; the user then pays the thief.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1115", "ATT&CK T1565.002"],
  match: call({
    of: ["match", "search", "fullmatch", "findall", "finditer", "sub", "subn"].map((name) => `re.${name}`),
    where: all(any(...[1, 2].map((at) => argument(at, from(clipboard)))), anyArgument(says(ADDRESS_PATTERN))),
  }),
  bad: [
    'import re, pyperclip\ntext = pyperclip.paste()\nif re.match("^(bc1|[13])[a-km-zA-HJ-NP-Z1-9]{25,34}$", text):\n    pyperclip.copy(MINE)',
    'import re, pyperclip\nre.search(r"0x[a-fA-F0-9]{40}", pyperclip.paste())',
  ],
  good: [
    'import re, pyperclip\nre.findall(r"https?://\\S+", pyperclip.paste())',
    'import re\nre.match(r"0x[a-fA-F0-9]{40}", text)',
  ],
});
