import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { GO_DIALS } from "../vocabulary/go-calls.ts";
import { RUBY_DIALS } from "../vocabulary/ruby-calls.ts";

export default defineRule({
  id: "socket-opened",
  category: "suspicious_network",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "a network socket is opened",
  why: "A raw connection carries anything, and no library's checks apply to it.",
  fix: "Use an HTTP client, which names the host and checks certificates.",
  references: ["ATT&CK T1095"],
  match: call({
    of: [
      "socket.socket",
      "socket.create_connection",
      "socket.create_server",
      "asyncio.open_connection",
      ...GO_DIALS,
      ...RUBY_DIALS,
      "asyncio.start_server",
      "socketserver.TCPServer",
      "telnetlib.Telnet",
      "paramiko.SSHClient",
      "paramiko.Transport",
      ...[
        "net.connect",
        "net.createConnection",
        "net.Socket",
        "net.createServer",
        "tls.connect",
        "dgram.createSocket",
        "WebSocket",
        "ws",
        "ws.WebSocket",
      ].map((name) => `js.${name}`),
    ],
  }),
  bad: [
    "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    'import asyncio\nasync def f():\n    await asyncio.open_connection("example.com", 80)',
    { "skill.js": 'const server = require("net").createServer();' },
    {
      "main.go":
        'package main\n\nimport (\n\t"net"\n)\n\nfunc main() {\n\tc, _ := net.Dial("tcp", "a.example:80")\n\t_ = c\n}',
    },
    { "a.rb": 'require "socket"\ns = TCPSocket.new("a.example", 80)' },
  ],
  good: [
    "import socket\nsocket.gethostname()",
    "socket = make()\nsocket.close()",
    { "skill.js": "const socket = store.connect();" },
  ],
});
