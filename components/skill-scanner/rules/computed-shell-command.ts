import { all, any, argument, call, constant, isTrue, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { NAMED_PROGRAM } from "../vocabulary/commands.ts";
import { SHELL_RUNNERS, SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";
import { ISLAND_SHELL_RUNNERS } from "../vocabulary/island-calls.ts";

const COMMAND = [0, "command", "cmd"];

export default defineRule({
  id: "computed-shell-command",
  category: "dangerous_imports",
  severity: "medium",
  confidence: "high",
  languages: ["python", "javascript", "ruby"],
  title: "a computed command is handed to a shell",
  why: "Whoever can influence a part of the line can run anything.",
  fix: "Start the program with a list of arguments.",
  references: ["CWE-78", "ATT&CK T1059.004"],
  match: [
    call({
      of: SHELL_RUNNERS.filter((name) => !ISLAND_SHELL_RUNNERS.includes(name)),
      where: not(any(argument(COMMAND, constant), argument(COMMAND, says(NAMED_PROGRAM)))),
      orPassed: true,
    }),
    call({
      of: SUBPROCESS_CALLS,
      where: all(
        argument("shell", isTrue),
        not(any(argument([0, "args"], constant), argument([0, "args"], says(NAMED_PROGRAM)))),
      ),
    }),
  ],
  bad: [
    "import os\nos.system(command)",
    'import subprocess\nsubprocess.run(f"{tool} --fast {name}", shell=True)',
    'import subprocess\nsubprocess.run(f"{name}", shell=True)',
    'import subprocess\nsubprocess.call(command, **{"shell": True})',
    "import os, threading\nthreading.Thread(target=os.system, args=(c,))",
    { "skill.js": 'const { exec } = require("child_process");\nexec(line);' },
    { "skill.mjs": 'import { spawn } from "child_process";\nspawn(command, { shell: true });' },
  ],
  good: [
    'import os\nos.system("ls")',
    'import os\nos.system("git tag v" + version)',
    "import subprocess\nsubprocess.run(command)",
    "import subprocess\nsubprocess.run(command, shell=False)",
    { "skill.js": 'require("child_process").exec("ls");' },
    { "skill.mjs": 'import { spawn } from "child_process";\nspawn(command, ["-v"]);' },
  ],
});
