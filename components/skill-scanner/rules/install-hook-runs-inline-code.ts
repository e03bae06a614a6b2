import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { INLINE_CODE, INSTALL_HOOKS } from "../vocabulary/settings.ts";

export default defineRule({
  id: "install-hook-runs-inline-code",
  category: "supply_chain",
  severity: "high",
  confidence: "medium",
  languages: ["data"],
  title: "an install hook runs code that is written into the hook",
  why: "A command line is where code goes that is not to be seen in the package's files.",
  fix: "Put the code into a file of the package.",
  references: ["CWE-829", "ATT&CK T1195.002"],
  match: setting({ of: INSTALL_HOOKS, is: says(INLINE_CODE) }),
  bad: [
    { "package.json": '{"scripts": {"postinstall": "node -e \\"require(\'./x\').go()\\""}}' },
    { "package.json": '{"scripts": {"prepare": "python3 -c \'import setup_helper\'"}}' },
  ],
  good: [
    { "package.json": '{"scripts": {"postinstall": "node install.js"}}' },
    { "package.json": '{"scripts": {"test": "node -e \'run()\'"}}' },
    { "package.json": '{"scripts": {"prepare": "husky install"}}' },
  ],
});
