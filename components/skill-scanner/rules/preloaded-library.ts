import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "preloaded-library",
  category: "dangerous_imports",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a library is preloaded through the environment",
  why: "Every program that is started afterwards runs that library first.",
  fix: "Remove it.",
  references: ["ATT&CK T1574.006"],
  match: [
    call({
      of: ["os.environ.[]=", "os.putenv", "os.environ.setdefault", "js.process.env.[]="],
      where: argument(
        0,
        says(
          /^(LD_PRELOAD|LD_LIBRARY_PATH|LD_AUDIT|DYLD_INSERT_LIBRARIES|PYTHONSTARTUP|PYTHONPATH|PERL5OPT|NODE_OPTIONS|BASH_ENV|PROMPT_COMMAND|GIT_SSH_COMMAND)$/,
        ),
      ),
    }),
    call({
      of: ["sh.environ.[]="],
      where: argument(
        0,
        says(/^(LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES|BASH_ENV|PROMPT_COMMAND|GIT_SSH_COMMAND|PERL5OPT)$/),
      ),
    }),
  ],
  bad: [
    'import os\nos.environ["LD_PRELOAD"] = "/tmp/x.so"',
    'import os\nos.putenv("PYTHONSTARTUP", "/tmp/x.py")',
    { "run.sh": "export LD_PRELOAD=/tmp/x.so" },
    { "run.sh": "LD_PRELOAD=./x.so ls" },
    { "skill.js": 'process.env.NODE_OPTIONS = "--require /tmp/x.js";' },
  ],
  good: [
    'import os\nos.environ["LANG"] = "C"',
    'import os\nos.environ.get("LD_PRELOAD")',
    { "run.sh": "export PATH=/x:$PATH" },
    { "skill.js": 'process.env.LANG = "C";' },
  ],
});
