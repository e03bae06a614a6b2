import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DEPENDENCIES, REQUIREMENTS } from "../vocabulary/settings.ts";

export default defineRule({
  id: "dependency-from-address",
  category: "supply_chain",
  severity: "low",
  confidence: "medium",
  languages: ["data"],
  title: "a dependency comes from an address instead of the registry",
  why: "What lies there can be changed at any time, without a version that tells.",
  fix: "Depend on a released version, or pin a commit.",
  references: ["CWE-829", "ATT&CK T1195.001", "OWASP ASI04"],
  match: [
    setting({ of: DEPENDENCIES, is: says(/^(git[+:]|https:|git@|github:|gitlab:|bitbucket:)/i) }),
    setting({ of: REQUIREMENTS, is: says(/git\+(https|ssh):|^https:|@\s*https:/i) }),
  ],
  bad: [
    { "package.json": '{"dependencies": {"x": "git+https://a.example/x.git"}}' },
    { "requirements.txt": "numpy==1.26.0\nx @ https://a.example/x.whl\n" },
    {
      "pyproject.toml":
        '[project]\nname = "x"\ndependencies = [\n  "numpy", # fast\n  "y @ git+https://a.example/y",\n]\n',
    },
  ],
  good: [
    { "package.json": '{"dependencies": {"x": "^1.0.0"}, "homepage": "https://a.example"}' },
    { "requirements.txt": "# https://a.example\nnumpy>=1.26 # see https://a.example\n" },
  ],
});
