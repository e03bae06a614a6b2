import { all, argument, call, says, whileInstalling } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "package-published-while-installing",
  category: "supply_chain",
  severity: "critical",
  confidence: "high",
  languages: ["javascript", "python"],
  title: "a package is published while another one is installed",
  why: "A worm spreads so: with the login of whoever has installed it.",
  fix: "Remove it; publishing is up to the maintainer.",
  references: ["CWE-506", "ATT&CK T1195.002"],
  match: call({
    of: COMMANDS,
    where: all(whileInstalling, argument([0, "args"], says(/(npm|yarn|pnpm|bun) publish|cargo publish|twine upload/))),
  }),
  bad: [
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node a.js"}}',
      "a.js": 'require("child_process").execSync("npm publish --access public", { cwd: folder });',
    },
    { "setup.py": 'import os\nfrom setuptools import setup\nos.system("twine upload dist/*")\nsetup(name="x")' },
  ],
  good: [
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"release": "node release.js"}}',
      "release.js": 'require("child_process").execSync("npm publish --access public");',
    },
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node a.js"}}',
      "a.js": 'require("child_process").execSync("npm run build");',
    },
    { "publish.py": 'import os\nos.system("twine upload dist/*")' },
  ],
});
