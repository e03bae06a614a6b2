import { all, argument, call, from, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FILE_OPENERS, FILE_WRITERS } from "../vocabulary/file-calls.ts";
import { ownFile } from "../vocabulary/sources.ts";

export default defineRule({
  id: "own-code-rewritten",
  category: "dangerous_imports",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "the skill writes over its own code",
  why: "What was reviewed is not what runs next time.",
  fix: "Keep settings and data in files of their own.",
  references: ["ATT&CK T1554", "CWE-506"],
  match: [
    call({
      of: FILE_OPENERS.filter((name) => !name.startsWith("js.")),
      where: all(argument([0, "file"], from(ownFile)), argument([1, "mode"], says(/[wax+]/))),
    }),
    call({ of: FILE_WRITERS, where: argument(0, from(ownFile)) }),
  ],
  bad: [
    'with open(__file__, "w") as f:\n    f.write(code)',
    'import os\nopen(os.path.abspath(__file__), "r+")',
    { "skill.js": 'require("fs").writeFileSync(__filename, code);' },
  ],
  good: [
    "open(__file__).read()",
    'import os\nopen(os.path.join(os.path.dirname(__file__), "data.json"), "w")',
    { "skill.js": 'require("fs").writeFileSync("out.js", code);' },
  ],
});
