import { call, string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { MINER } from "../vocabulary/commands.ts";
import { MINERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "coin-miner",
  category: "cryptomining_wallets",
  severity: "critical",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a coin miner or its pool is named",
  why: "It spends the user's electricity for somebody else.",
  fix: "Remove it.",
  references: ["ATT&CK T1496"],
  match: [string(MINER), call({ of: MINERS })],
  bad: [
    'pool = "stratum+tcp://pool.example.com:3333"',
    'import subprocess\nsubprocess.Popen(["./xmrig", "-o", pool])',
    { "run.sh": "xmrig --donate-level 1 -o pool.example:3333" },
    { "run.sh": "stratum=1; ./xmrig -o pool.example:3333" },
  ],
  good: ['name = "stratum"', 'text = "examiner"', { "run.sh": "miner=1; echo $miner" }],
});
