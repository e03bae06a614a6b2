import { all, anyArgument, call, inDocument, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "host-table-changed",
  category: "suspicious_network",
  severity: "medium",
  confidence: "medium",
  languages: ["shell"],
  title: "the table of host names is changed",
  why: "Known names lead to other machines from then on.",
  fix: "Tell the user which line to add.",
  references: ["ATT&CK T1565.001", "ATT&CK T1557"],
  match: call({
    of: SHELL_WRITERS,
    where: all(not(inDocument), anyArgument(says(/^\/etc\/(hosts|resolv\.conf)$/), { except: ["stdin"] })),
  }),
  bad: [
    { "run.sh": 'echo "203.0.113.7 example.com" >> /etc/hosts' },
    { "run.sh": 'echo "nameserver 203.0.113.7" | sudo tee /etc/resolv.conf' },
  ],
  good: [{ "run.sh": "cat /etc/hosts" }, { "run.sh": "echo x > hosts" }],
});
