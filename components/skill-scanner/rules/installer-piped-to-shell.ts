import { all, argument, call, from, matches } from "../match.ts";
import { defineRule } from "../rule.ts";
import { KNOWN_INSTALLER } from "../vocabulary/known-installers.ts";
import { SHELL_CODE } from "../vocabulary/shell-commands.ts";
import { downloaded } from "../vocabulary/sources.ts";

export default defineRule({
  id: "installer-piped-to-shell",
  category: "remote_code_download",
  severity: "low",
  confidence: "high",
  languages: ["shell"],
  title: "a known project's installer is run straight from the network",
  why: "It is what the project itself advises; still nobody has read what runs.",
  fix: "Install from a package manager, or let the user run the installer.",
  references: ["CWE-494", "ATT&CK T1105"],
  match: call({ of: SHELL_CODE, where: all(argument(0, from(downloaded)), argument(0, matches(KNOWN_INSTALLER))) }),
  bad: [
    { "run.sh": "curl -LsSf https://astral.sh/uv/install.sh | sh" },
    { "run.sh": "curl --proto '=https' -sSf https://sh.rustup.rs | sh -s -- -y" },
  ],
  good: [
    { "run.sh": "curl -fsSL https://example.com/i.sh | bash" },
    { "run.sh": "curl -o uv.sh https://astral.sh/uv/install.sh" },
  ],
});
