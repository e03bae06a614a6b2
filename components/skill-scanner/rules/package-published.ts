import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "package-published",
  category: "supply_chain",
  severity: "medium",
  confidence: "medium",
  languages: ["javascript", "python"],
  title: "a package is published from code",
  why: "Worms spread by publishing copies of themselves with the credentials that they find.",
  fix: "Leave publishing to the maintainer or to CI.",
  references: ["CWE-506", "ATT&CK T1195.002"],
  match: call({
    of: COMMANDS,
    where: argument(
      [0, "args"],
      says(
        /(npm|yarn|pnpm|bun) publish|cargo publish|twine upload .*[\s-](--repository-url|-p|--password)[\s=]|npm (token|whoami|adduser)/,
      ),
    ),
  }),
  bad: [
    { "skill.js": 'require("child_process").exec("npm publish --access public");' },
    'import subprocess\nsubprocess.run(["twine", "upload", "-u", "__token__", "-p", token, "dist/x.whl"])',
  ],
  good: [
    { "skill.js": 'require("child_process").execSync("npm run publish-docs && npm pack");' },
    'print("npm publish")',
    'import os\nos.system("twine upload dist/*")',
  ],
});
