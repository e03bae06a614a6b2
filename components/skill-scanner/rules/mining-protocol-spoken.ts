import { all, anyArgument, call, matches, string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { RAW_SENDS, SENDS } from "../vocabulary/network-calls.ts";

export default defineRule({
  id: "mining-protocol-spoken",
  category: "cryptomining_wallets",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the messages of a mining pool are sent",
  why: "The machine of the user works for somebody else's wallet.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1496"],
  match: [
    call({
      of: [...RAW_SENDS, ...SENDS],
      where: all(anyArgument(matches(/^job_id$/)), anyArgument(matches(/^nonce$/))),
    }),
    string(/(^|["'])mining\.(subscribe|authorize|submit|extranonce\.subscribe|set_difficulty)($|["'])/),
  ],
  bad: [
    'import json, socket\ns = socket.create_connection((pool, 3333))\ns.send(json.dumps({"method": "submit", "params": {"id": me, "job_id": job, "nonce": nonce, "result": found}}).encode())',
    'import json\nmessage = json.dumps({"id": 1, "method": "mining.subscribe", "params": []})',
    {
      "skill.js":
        'const s = require("net").connect(3333, pool);\ns.write(JSON.stringify({ id: 1, method: "mining.authorize", params: [wallet, "x"] }));',
    },
  ],
  good: [
    'import requests\nrequests.post(url, json={"job_id": job, "status": "done"})',
    'topic = "data mining.subscribe to it"',
  ],
});
