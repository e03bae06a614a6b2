import { all, argument, call, constant, isTrue } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_RUNNERS, SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "shell-command",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "ruby"],
  title: "a fixed command is handed to a shell",
  why: "A shell reads more into a line than a reader does.",
  fix: "Start the program with a list of arguments.",
  references: ["CWE-78", "ATT&CK T1059.004"],
  match: [
    call({ of: SHELL_RUNNERS, where: argument([0, "command", "cmd"], constant) }),
    call({ of: SUBPROCESS_CALLS, where: all(argument("shell", isTrue), argument([0, "args"], constant)) }),
  ],
  bad: [
    'import os\nos.system("clear")',
    'import subprocess\nsubprocess.run("ls | wc -l", shell=True)',
    `getattr(__import__('o'+'s'),'sys'+'tem')("clear")`,
    'import os\ndef f():\n    return os.popen("date").read()',
    'import os\nos.system("id") + 1 + 1 + 1',
    { "a.rb": 'system("ls -l | wc -l")' },
    { "a.rb": "puts `date`" },
  ],
  good: [
    "import os\nos.system(command)",
    'import subprocess\nsubprocess.run(["ls"])',
    'import subprocess\nsubprocess.run("ls", shell=False)',
    { "a.rb": 'system("git", "status")' },
  ],
});
