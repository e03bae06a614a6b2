import { all, any, argument, call, inDocument, not, says, whileRepeating } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { callsItSpreading } from "../vocabulary/telling-names.ts";

export default defineRule({
  id: "package-published-to-spread",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["javascript", "python"],
  title: "packages are published again and again, or by what its author calls a worm",
  why: "A release is made once, by a maintainer; a worm publishes whenever it can.",
  fix: "Remove it; publishing is up to the maintainer.",
  references: ["CWE-506", "ATT&CK T1195.002"],
  match: call({
    of: COMMANDS,
    where: all(
      argument([0, "args"], says(/(npm|yarn|pnpm|bun) publish|cargo publish|twine upload|gem push/)),
      any(whileRepeating, callsItSpreading),
      not(inDocument),
    ),
  }),
  bad: [
    {
      "a.js":
        'const { exec } = require("child_process");\nfunction spreadTo(folder) {\n  exec("npm publish --access public", { cwd: folder });\n}',
    },
    {
      "a.js":
        'const cp = require("child_process");\nsetInterval(() => cp.execSync("npm publish --tag latest"), 60000);',
    },
    'import subprocess, time\nwhile True:\n    subprocess.run(["twine", "upload", "dist/*"])\n    time.sleep(600)',
  ],
  good: [
    {
      "a.js":
        'const { execSync } = require("child_process");\nfor (const p of packages) execSync("npm publish --access public", { cwd: p });',
    },
    'import subprocess\ndef release():\n    subprocess.run(["twine", "upload", "dist/*"])',
    { "a.js": 'function propagate(event) {\n  require("child_process").execSync("npm run build");\n}' },
  ],
});
