import { anyArgument, call, matches } from "../match.ts";
import { defineRule } from "../rule.ts";
import { BARE_ADDRESS } from "../vocabulary/hosts.ts";

export default defineRule({
  id: "connection-to-numbered-host",
  category: "suspicious_network",
  severity: "medium",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a socket is connected to an address that is written as a number",
  why: "Reverse shells and droppers connect this way; a reader cannot tell whose machine it is.",
  fix: "Connect to a host name.",
  references: ["ATT&CK T1095"],
  match: call({
    of: [
      "socket.socket().connect",
      "socket.socket().connect_ex",
      "socket.socket().sendto",
      "socket.create_connection",
      "paramiko.SSHClient().connect",
      "telnetlib.Telnet",
      "ftplib.FTP",
      "smtplib.SMTP",
      "asyncio.open_connection",
      ...[
        "net.connect",
        "net.createConnection",
        "net.Socket().connect",
        "tls.connect",
        "dgram.createSocket().send",
      ].map((name) => `js.${name}`),
    ],
    where: anyArgument(matches(BARE_ADDRESS)),
  }),
  bad: [
    'import socket\ns = socket.socket()\ns.connect(("203.0.113.7", 4444))',
    'import socket\nHOST = "198.51.100.4"\nsocket.create_connection((HOST, 80))',
    { "skill.js": 'require("net").connect(4444, "203.0.113.5");' },
  ],
  good: [
    'import socket\ns = socket.socket()\ns.connect(("127.0.0.1", 4444))',
    'import socket\ns = socket.socket()\ns.bind(("0.0.0.0", 80))',
    { "skill.js": 'require("net").connect(80, "example.com");' },
  ],
});
