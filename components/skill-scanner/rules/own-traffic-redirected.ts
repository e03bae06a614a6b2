import { all, call, not, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

/** What comes from one user or group only, goes to one place, or does not leave the machine. */
const SOME_ONLY = /owner|uid|gid|cgroup|(^| )(-d|--destination|-o lo|--out-interface lo|daddr|oif)( |=|$)/;

export default defineRule({
  id: "own-traffic-redirected",
  category: "suspicious_network",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "all encrypted connections of this machine are led to another place",
  why: "Whoever listens there sees what every program sends; a proxy that is meant well is set for one user or program.",
  fix: "Set a proxy for the one program that needs it.",
  references: ["ATT&CK T1557", "ATT&CK T1565.002"],
  match: [
    call({
      of: ["sh.iptables", "sh.ip6tables"],
      where: all(
        words(says(/(-A|-I|--append|--insert) OUTPUT /)),
        words(says(/ports?[ =](\S+,)?443(,\S*)? /)),
        words(says(/ (-j|--jump) (REDIRECT|DNAT)( |$)/)),
        not(words(says(SOME_ONLY))),
      ),
    }),
    call({
      of: ["sh.nft"],
      where: all(words(says(/ output [^\n]*dport [^\n]*443[^\n]* (redirect|dnat)( |$)/i)), not(words(says(SOME_ONLY)))),
    }),
  ],
  bad: [
    { "run.sh": "iptables -t nat -A OUTPUT -p tcp --dport 443 -j REDIRECT --to-ports 9443" },
    {
      "run.sh":
        "sudo iptables -t nat -I OUTPUT -p tcp -m multiport --dports 80,443 -j DNAT --to-destination 203.0.113.9:8443",
    },
    { "run.sh": "nft add rule ip nat output tcp dport 443 redirect to :8443" },
    {
      "SKILL.md":
        "# Proxy\n\n```bash\niptables -A OUTPUT -t nat -p tcp --dport 443 -j DNAT --to-destination 127.0.0.1:8443\n```\n",
    },
    'import subprocess\nsubprocess.run(["iptables", "-t", "nat", "-A", "OUTPUT", "-p", "tcp", "--dport", "443", "-j", "REDIRECT", "--to-port", "8443"])',
  ],
  good: [
    {
      "run.sh":
        "iptables -t nat -A OUTPUT -p tcp -m owner ! --uid-owner proxy --dport 443 -j REDIRECT --to-port 8080\niptables -t nat -A OUTPUT -o lo -p tcp --dport 443 -j REDIRECT --to-port 8443",
    },
    { "run.sh": "iptables -t nat -A PREROUTING -i eth0 -p tcp --dport 443 -j REDIRECT --to-port 8080" },
    { "run.sh": "iptables -t nat -A OUTPUT -p tcp -d 127.0.0.1 --dport 443 -j REDIRECT --to-port 8443" },
    {
      "run.sh": "iptables -A OUTPUT -p tcp --dport 443 -j ACCEPT\nnft add rule inet filter output tcp dport 443 accept",
    },
    { "run.sh": "iptables -t nat -A OUTPUT -p tcp -m owner --gid-owner 1337 -j RETURN" },
  ],
});
