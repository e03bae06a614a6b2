import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "mangled-names",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["javascript"],
  title: "names are mangled by an obfuscator",
  why: "A minifier makes names short; names such as _0x3fa2b1 have no other use than that nobody can follow the code.",
  fix: "Ship the source, or minified code beside it.",
  references: ["ATT&CK T1027", "CWE-506"],
  match: engine("mangled-names"),
  bad: [
    {
      "skill.js":
        "const _0x4c=['log','all','is','well'];const _0x5d=function(i){return _0x4c[i-0x0];};console[_0x5d(0x0)](_0x5d(0x1),_0x5d(0x2),_0x5d(0x3),_0x5d(0x1));",
    },
    {
      "skill.js":
        "const _0x1a2b=['log','hello'];const _0x3c4d=function(_0x5e6f,_0x7a8b){_0x5e6f=_0x5e6f-0x0;let _0x9c0d=_0x1a2b[_0x5e6f];return _0x9c0d;};const _0xaa=_0x3c4d,_0xbb=_0xaa;console[_0xaa('0x0')](_0xbb('0x1'));",
    },
  ],
  good: [
    { "skill.js": "const _0x = 1, hex = 0x3fa2b1;\nfunction _x0(a) { return a + _0x; }" },
    { "skill.min.js": "var a=1,b=2,c=3;function d(e,f){return e+f}d(a,b);" },
  ],
});
