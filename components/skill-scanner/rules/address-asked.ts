import { string } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ADDRESS_ECHOES } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "address-asked",
  category: "suspicious_network",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "the public address of this machine is asked for",
  why: "It tells where the machine is; stealers put it beside what they send.",
  fix: "Leave it out where it is not needed.",
  references: ["ATT&CK T1016"],
  match: string(ADDRESS_ECHOES),
  bad: [
    'import requests\nip = requests.get("https://api.ipify.org").text',
    { "skill.mjs": 'const ip = await (await fetch("https://ifconfig.me/ip")).text();' },
  ],
  good: ['url = "https://zip.me.example/"', 'url = "someip.me/track"', 'name = "ip.method"'],
});
