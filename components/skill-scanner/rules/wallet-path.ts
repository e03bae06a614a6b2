import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { WALLET } from "../vocabulary/places.ts";

export default defineRule({
  id: "wallet-path",
  category: "cryptomining_wallets",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a path to a coin wallet is written down",
  why: "Whoever has the file, and can guess its password, has the money.",
  fix: "Remove it.",
  references: ["ATT&CK T1552.001"],
  match: string(WALLET),
  bad: [
    'path = "~/.bitcoin/wallet.dat"',
    'ext = "nkbihfbeogaeaoehlefnkodbefgpgknn"',
    { "skill.js": 'const path = home + "/.config/solana/id.json";' },
  ],
  good: ['text = "wallet.data"', 'name = "bitcoin"'],
});
