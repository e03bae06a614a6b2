import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { MINER } from "../vocabulary/commands.ts";

export default defineRule({
  id: "coin-miner",
  category: "suspicious_network",
  severity: "critical",
  confidence: "medium",
  languages: ["python"],
  title: "a coin miner or its pool is named",
  why: "It spends the user's electricity for somebody else.",
  fix: "Remove it.",
  references: ["ATT&CK T1496"],
  match: string(MINER),
  bad: ['pool = "stratum+tcp://pool.example.com:3333"', 'import subprocess\nsubprocess.Popen(["./xmrig", "-o", pool])'],
  good: ['name = "stratum"', 'text = "examiner"'],
});
