import { all, argument, call, constant, isTrue, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { NAMED_PROGRAM } from "../vocabulary/commands.ts";
import { SHELL_RUNNERS, SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";

const COMMAND = [0, "command", "cmd"];

export default defineRule({
  id: "filled-shell-command",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["python"],
  title: "a command for a known program is filled in and handed to a shell",
  why: "Whoever can influence what is filled in can run anything else behind it.",
  fix: "Start the program with a list of arguments.",
  references: ["CWE-78", "ATT&CK T1059.004"],
  match: [
    call({
      of: SHELL_RUNNERS,
      where: all(not(argument(COMMAND, constant)), argument(COMMAND, says(NAMED_PROGRAM))),
    }),
    call({
      of: SUBPROCESS_CALLS,
      where: all(
        argument("shell", isTrue),
        not(argument([0, "args"], constant)),
        argument([0, "args"], says(NAMED_PROGRAM)),
      ),
    }),
  ],
  bad: [
    'import os\nos.system("rm " + name)',
    'import subprocess\nsubprocess.run(f"convert {name}", shell=True)',
    'import os\nos.popen("cd %s && git init " % folder)',
  ],
  good: ['import os\nos.system("ls")', "import os\nos.system(command)", "import subprocess\nsubprocess.run(command)"],
});
