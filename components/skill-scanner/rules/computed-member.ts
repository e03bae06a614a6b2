import { call } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "computed-member",
  category: "obfuscated_code",
  severity: "medium",
  confidence: "medium",
  languages: ["javascript"],
  title: "a function that starts programs or runs code is looked up by a name that is worked out",
  why: "The name of what is called is all that tells a reviewer what happens.",
  fix: "Write the name of the function.",
  references: ["ATT&CK T1027", "CWE-470"],
  match: call({ of: ["js.child_process.[]", "js.vm.[]", "js.module.[]"] }),
  bad: [
    {
      "skill.js":
        'const cp = require("child_process");\ncp[Object.keys(cp).find((name) => name.endsWith("cSync"))]("id");',
    },
    { "skill.js": 'import * as vm from "node:vm";\nvm[pick(table, 3)](code);' },
  ],
  good: [
    { "skill.js": 'const cp = require("child_process");\ncp["execSync"]("ls");' },
    { "skill.js": 'const fs = require("fs");\nfs[method](path);' },
    { "skill.js": 'const cp = require("child_process");\nfor (const key of Object.keys(cp)) copy[key] = cp[key];' },
  ],
});
