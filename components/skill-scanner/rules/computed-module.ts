import { all, argument, call, constant, from, not } from "../match.ts";
import { defineRule } from "../rule.ts";
import { decoded, unmasked } from "../vocabulary/sources.ts";

const LOADERS = ["js.require", "js.import", "js.module.require", "js.module._load", "js.process.mainModule.require"];

export default defineRule({
  id: "computed-module",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["javascript"],
  title: "a module is loaded by a name that was decoded",
  why: "A module's name has no reason to be encoded but that nobody shall read it.",
  fix: "Write the module's name.",
  references: ["ATT&CK T1027", "CWE-506"],
  match: [
    call({ of: LOADERS, where: all(argument(0, from(decoded)), not(argument(0, constant))) }),
    call({ of: LOADERS, where: argument(0, from(unmasked)) }),
  ],
  bad: [{ "skill.js": 'const cp = require(Buffer.from(table[4], "base64").toString());' }],
  good: [
    { "skill.js": "const plugin = require(name);" },
    { "skill.mjs": 'const plugin = await import("@plugins/" + name);' },
  ],
});
