import { all, argument, call, from, inDocument, isTrue, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { NAMED_PROGRAM } from "../vocabulary/commands.ts";
import { EVALUATORS, SHELL_RUNNERS, SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";
import { outsideInput } from "../vocabulary/sources.ts";

export default defineRule({
  id: "input-executed",
  category: "obfuscated_code",
  severity: "critical",
  confidence: "medium",
  languages: ["python", "javascript", "ruby"],
  title: "input from outside is executed as code",
  why: "Whoever can write that input can run anything.",
  fix: "Parse the input with ast.literal_eval or json.",
  references: ["CWE-94", "CWE-78"],
  match: [
    call({
      of: [...EVALUATORS, ...SHELL_RUNNERS],
      where: all(not(inDocument), argument([0, "source"], from(outsideInput))),
    }),
    call({
      of: SUBPROCESS_CALLS,
      where: all(
        argument("shell", isTrue),
        argument([0, "args"], from(outsideInput)),
        not(argument([0, "args"], says(NAMED_PROGRAM))),
      ),
    }),
  ],
  needs: "direct-flow",
  bad: [
    'eval(input("? "))',
    "import sys\nexec(sys.argv[1])",
    'import os, sys\nos.system("ls " + sys.argv[1])',
    "import subprocess, sys\nsubprocess.run(sys.argv[1], shell=True)",
    { "a.rb": "eval(gets)" },
  ],
  good: [
    "import sys\ndef run(code):\n    exec(code)\nrun(sys.argv[1])",
    "import sys\ndata = eval(sys.stdin.read())",
    'import subprocess, sys\nsubprocess.run(f"git log {sys.argv[1]}", shell=True)',
    "import subprocess, sys\nsubprocess.run(sys.argv[1:])",
    'print(input("? "))',
    "import sys, ast\nast.literal_eval(sys.argv[1])",
    'import sys, os\nname = sys.argv[1]\nos.system("ls")',
  ],
});
