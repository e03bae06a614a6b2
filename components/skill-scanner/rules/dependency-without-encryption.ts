import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DEPENDENCIES, REQUIREMENTS } from "../vocabulary/settings.ts";

export default defineRule({
  id: "dependency-without-encryption",
  category: "supply_chain",
  severity: "high",
  confidence: "medium",
  languages: ["data"],
  title: "a dependency is fetched over plain http",
  why: "Anybody on the way can put another package in its place.",
  fix: "Use https, and a released version.",
  references: ["CWE-319", "CWE-494", "ATT&CK T1195.001"],
  match: [
    setting({ of: DEPENDENCIES, is: says(/^(git\+)?http:/i) }),
    setting({ of: REQUIREMENTS, is: says(/git\+http:|^http:|@\s*http:/i) }),
  ],
  bad: [
    { "package.json": '{"dependencies": {"x": "http://a.example/x.tgz"}}' },
    { "requirements.txt": "http://a.example/x.whl\n" },
  ],
  good: [
    { "package.json": '{"dependencies": {"x": "https://a.example/x.tgz"}}' },
    { "package.json": '{"homepage": "http://a.example"}' },
  ],
});
