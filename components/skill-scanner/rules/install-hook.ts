import { setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "install-hook",
  category: "supply_chain",
  severity: "low",
  confidence: "high",
  languages: ["data"],
  title: "a package runs something when it is installed",
  why: "It happens before anybody has used or read the package.",
  fix: "Leave out the hook, or say in the README what it does.",
  references: ["ATT&CK T1195.002"],
  match: setting({ of: ["preinstall", "install", "postinstall"].map((name) => `package-json.scripts.${name}`) }),
  bad: [
    { "templates/package.template.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node a.js"}}' },
    { "package.json": '{"scripts": {"postinstall": "node install.js"}}' },
  ],
  good: [
    { "package.json": '{"scripts": {"build": "tsc"}}' },
    { "package.json": '{"name": "x", "dependencies": {"postinstall": "1.0.0"}}' },
  ],
});
