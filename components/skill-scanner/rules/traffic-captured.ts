import { call, inDocument, not } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "traffic-captured",
  category: "credential_access",
  severity: "medium",
  confidence: "low",
  languages: ["shell"],
  title: "the traffic of the network is recorded",
  why: "Passwords and sessions of everybody on it may be among it.",
  fix: "Record the traffic of one port of this machine, with the user watching.",
  references: ["ATT&CK T1040"],
  match: call({
    of: [
      "sh.tcpdump",
      "sh.tshark",
      "sh.dumpcap",
      "sh.ettercap",
      "sh.bettercap",
      "sh.dsniff",
      "sh.mitmdump",
      "sh.arpspoof",
    ],
    where: not(inDocument),
  }),
  bad: [{ "run.sh": "sudo tcpdump -i any -w c.pcap" }, { "run.sh": "tshark -i eth0" }],
  good: [{ "run.sh": "ss -tlnp" }, { "run.sh": "echo tcpdump" }],
});
