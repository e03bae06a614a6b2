import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "assembled-name",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a name is put together from pieces to reach a function",
  why: "The only use of spelling a name this way is that nobody finds it.",
  fix: "Write the name.",
  references: ["ATT&CK T1027", "CWE-506"],
  match: engine("assembled-name"),
  bad: [
    "__builtins__.__dict__['ev'+'al']",
    `getattr(__import__('o'+'s'),'sys'+'tem')("id")`,
    'import os\ngetattr(os, "metsys"[::-1])("id")',
    'import importlib\nimportlib.import_module("sub" + "process")',
    'import sys\nsys.modules["".join(["o", "s"])]',
    { "skill.js": 'global["ev" + "al"](code);' },
    { "skill.js": 'const cp = require("child_" + "process");' },
    { "skill.js": 'globalThis["lave".split("").reverse().join("")](code);' },
  ],
  good: [
    'getattr(obj, "na" + "me")',
    'import os\ngetattr(os, "getcwd")()',
    '__import__("json")',
    'path = "a" + "b"',
    { "skill.js": 'object["na" + "me"]();' },
  ],
});
