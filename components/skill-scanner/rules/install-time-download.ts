import { call, whileInstalling } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SENDS } from "../vocabulary/network-calls.ts";

export default defineRule({
  id: "install-time-download",
  category: "supply_chain",
  severity: "medium",
  confidence: "medium",
  languages: ["javascript"],
  title: "a hook of the package uses the network when it is installed",
  why: "What it brings is not what was published, and nobody has reviewed it.",
  fix: "Publish what is needed as packages of their own.",
  references: ["CWE-494", "ATT&CK T1195.002"],
  match: call({ of: SENDS.filter((name) => name.startsWith("js.")), where: whileInstalling }),
  bad: [
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node ./scripts/get.js"}}',
      "scripts/get.js": 'require("https").get("https://a.example/tool", save);',
    },
  ],
  good: [
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"build": "node get.js"}}',
      "get.js": 'require("https").get("https://a.example/tool", save);',
    },
  ],
});
