import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PROGRAM_STARTERS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "program-started",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "a program is started",
  why: "It runs with everything that the skill may do.",
  fix: "Say in the documentation which programs the skill starts, and pass their arguments as a list.",
  references: ["CWE-78", "ATT&CK T1059"],
  match: call({ of: PROGRAM_STARTERS, orPassed: true }),
  bad: [
    'import subprocess\nsubprocess.run(["git", "status"])',
    "from subprocess import check_output as co\nco(args)",
    'import os\nos.execvp("ls", ["ls"])',
    "import subprocess\npool.map(subprocess.run, commands)",
    { "skill.js": 'require("child_process").spawn("ls", ["-l"]);' },
    {
      "main.go": 'package main\n\nimport (\n\t"os/exec"\n)\n\nfunc main() {\n\texec.Command("git", "status").Run()\n}',
    },
    { "a.rb": 'Open3.capture3("git", "status")' },
  ],
  good: [
    "import subprocess\nsubprocess.PIPE",
    'run(["git", "status"])',
    "asyncio.run(main())",
    { "skill.js": "queue.spawn(task);" },
    { "a.rb": "queue.spawn(task)" },
  ],
});
