import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "hidden-code",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a constant that is executed holds something that would be reported by itself",
  why: "The code was put into a text so that a reader passes over it.",
  fix: "Write the code as code.",
  references: ["CWE-506", "ATT&CK T1027"],
  match: engine("hidden-code"),
  bad: [
    `exec("import os\\n" + "eval(input())")`,
    'import base64\nexec(base64.b64decode("aW1wb3J0IG9zCm9zLnN5c3RlbSgnaWQnKQ=="))',
    'exec(bytes.fromhex("696d706f7274206f730a6f732e73797374656d282769642729"))',
  ],
  good: [
    `exec("import os\\nos.system('id')")`,
    'exec("""exec _code_ in _globs_, _locs_""")',
    'script = "def f(self):\\n" + "  return eval" + "uate(self)"\nexec(compile(script, "<x>", "exec"))',
    'exec("x = 1")',
    'eval("1 + 1")',
    `text = "import os\\nos.system('id')"`,
  ],
});
