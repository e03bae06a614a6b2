import { call, says, setting, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { HARMFUL_INSTALL, HARMFUL_NPM, HARMFUL_PYPI, HARMFUL_RELEASES } from "../vocabulary/popular-packages.ts";
import { NPM_DEPENDENCIES, REQUIREMENTS } from "../vocabulary/settings.ts";
import { PACKAGE_INSTALLERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "harmful-package",
  category: "supply_chain",
  severity: "critical",
  confidence: "high",
  languages: ["data", "shell"],
  title: "a package or release is wanted that was published to harm",
  why: "It was withdrawn for what it does, and mirrors and caches still have it.",
  fix: "Name a release that its project stands by.",
  references: ["ATT&CK T1195.002", "CWE-506", "OWASP ASI04"],
  match: [
    setting({ of: NPM_DEPENDENCIES, key: says(HARMFUL_NPM) }),
    setting({ of: REQUIREMENTS, is: says(HARMFUL_PYPI) }),
    ...HARMFUL_RELEASES.map(([name, release]) => setting({ of: NPM_DEPENDENCIES, key: says(name), is: says(release) })),
    call({ of: PACKAGE_INSTALLERS, where: words(says(HARMFUL_INSTALL)) }),
  ],
  bad: [
    { "package.json": '{"dependencies": {"flatmap-stream": "^0.1.1"}}' },
    { "package.json": '{"dependencies": {"event-stream": "3.3.6"}}' },
    { "requirements.txt": "colourama\n" },
    { "run.sh": "npm install ua-parser-js@0.7.29" },
  ],
  good: [
    { "package.json": '{"dependencies": {"event-stream": "^4.0.1", "chalk": "^5.6.2", "debug": "4.4.3"}}' },
    { "requirements.txt": "colorama==0.4.6\nurllib3\nsetuptools\n" },
    { "run.sh": "npm install chalk ua-parser-js@1.0.2" },
  ],
});
