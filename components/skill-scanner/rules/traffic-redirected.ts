import { call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "traffic-redirected",
  category: "suspicious_network",
  severity: "medium",
  confidence: "high",
  languages: ["shell"],
  title: "other programs' connections are sent through a port of this machine",
  why: "Whoever listens there reads and changes what every program says to the network.",
  fix: "Set a proxy for the one program that needs it.",
  references: ["ATT&CK T1557", "ATT&CK T1565.002"],
  match: [
    call({ of: ["sh.iptables", "sh.ip6tables", "sh.nft"], where: words(says(/(redirect|DNAT|TPROXY)( |$)/i)) }),
    call({ of: ["sh.pfctl"], where: words(says(/-f|rdr/)) }),
    call({ of: ["sh.networksetup"], where: words(says(/-set(secure)?webproxy |-setautoproxyurl |-setdnsservers /)) }),
  ],
  bad: [
    { "run.sh": "iptables -t nat -A OUTPUT -p tcp --dport 443 -j REDIRECT --to-ports 9443" },
    { "run.sh": "networksetup -setwebproxy Wi-Fi 203.0.113.5 8080" },
  ],
  good: [{ "run.sh": "iptables -L" }, { "run.sh": "iptables -A INPUT -p tcp --dport 22 -j ACCEPT" }],
});
