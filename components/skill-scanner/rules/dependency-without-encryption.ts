import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DEPENDENCIES, REQUIREMENTS } from "../vocabulary/settings.ts";

/** This machine, and those of its own network. */
const NEAR_HOST =
  /http:\/\/([\w.:-]+@)?(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|[\w-]+([:/]|$)|[\w.-]+\.(local|internal|lan|corp|intranet)([:/]|$))/i;

export default defineRule({
  id: "dependency-without-encryption",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a dependency is fetched over plain http",
  why: "Anybody on the way can put another package in its place.",
  fix: "Use https, and a released version.",
  references: ["CWE-319", "CWE-494", "ATT&CK T1195.001"],
  match: [
    setting({ of: DEPENDENCIES, is: says(/^(git\+)?http:/i), isNot: says(NEAR_HOST) }),
    setting({ of: REQUIREMENTS, is: says(/git\+http:|^http:|@\s*http:/i), isNot: says(NEAR_HOST) }),
  ],
  bad: [
    { "package.json": '{"dependencies": {"x": "http://a.example/x.tgz"}}' },
    { "requirements.txt": "http://a.example/x.whl\n" },
  ],
  good: [
    { "package.json": '{"dependencies": {"x": "https://a.example/x.tgz"}}' },
    { "package.json": '{"dependencies": {"x": "http://localhost:4873/x.tgz", "y": "http://npm.acme.internal/y.tgz"}}' },
    { "package.json": '{"homepage": "http://a.example"}' },
  ],
});
