import { all, argument, call, matches, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FILE_OPENERS, FILE_WRITERS } from "../vocabulary/file-calls.ts";
import { PROGRAM_FILE } from "../vocabulary/places.ts";

export default defineRule({
  id: "program-file-written",
  category: "dangerous_imports",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a program or a library is written",
  why: "What is written here may be started later, or loaded by a program that looks for it under this name.",
  fix: "Ship what is needed, and say so in the README.",
  references: ["ATT&CK T1574", "ATT&CK T1105"],
  match: [
    call({
      of: FILE_OPENERS.filter((name) => !name.startsWith("js.")),
      where: all(argument([0, "file"], matches(PROGRAM_FILE)), argument([1, "mode"], says(/[wax+]/))),
    }),
    call({ of: FILE_WRITERS, where: argument(0, matches(PROGRAM_FILE)) }),
  ],
  bad: [
    'with open("helper.dll", "wb") as f:\n    f.write(data)',
    { "skill.js": 'require("fs").writeFileSync("/opt/x/lib.so", data);' },
  ],
  good: [
    'open("helper.dll", "rb").read()',
    'open("notes.txt", "w")',
    { "skill.js": 'require("fs").readFileSync("lib.so");' },
  ],
});
