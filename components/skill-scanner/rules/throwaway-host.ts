import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { THROWAWAY_HOST, THROWAWAY_NAME } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "throwaway-host",
  category: "suspicious_network",
  severity: "low",
  confidence: "low",
  languages: ["python", "javascript"],
  title: "a host whose name costs nothing",
  why: "Nobody is known behind it, and tomorrow somebody else may be.",
  fix: "Use a host that the service itself answers for.",
  references: ["ATT&CK T1583.001", "ATT&CK T1583.006"],
  match: string(THROWAWAY_NAME, { confirm: THROWAWAY_HOST }),
  bad: ['url = "https://update-check.tk/a"', { "skill.js": 'fetch("https://b-1a2b.workers.dev/track");' }],
  good: [
    'url = "https://example.com/workers.dev"',
    'url = "https://lov.linkeddata.es/x"',
    'url = "https://example.top.example.com/"',
  ],
});
