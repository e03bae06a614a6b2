import { all, argument, call, constant, isTrue, not } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_RUNNERS, SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "computed-shell-command",
  category: "dangerous_imports",
  severity: "medium",
  confidence: "high",
  languages: ["python"],
  title: "a computed command is handed to a shell",
  why: "Whoever can influence a part of the line can run anything.",
  fix: "Start the program with a list of arguments.",
  references: ["CWE-78", "ATT&CK T1059.004"],
  match: [
    call({ of: SHELL_RUNNERS, where: not(argument([0, "command", "cmd"], constant)), orPassed: true }),
    call({ of: SUBPROCESS_CALLS, where: all(argument("shell", isTrue), not(argument([0, "args"], constant))) }),
  ],
  bad: [
    'import os\nos.system("rm " + name)',
    'import subprocess\nsubprocess.run(f"convert {name}", shell=True)',
    'import subprocess\nsubprocess.call(command, **{"shell": True})',
    "import os, threading\nthreading.Thread(target=os.system, args=(c,))",
  ],
  good: [
    'import os\nos.system("ls")',
    "import subprocess\nsubprocess.run(command)",
    "import subprocess\nsubprocess.run(command, shell=False)",
  ],
});
