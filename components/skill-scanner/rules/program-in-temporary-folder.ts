import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "program-in-temporary-folder",
  category: "dangerous_imports",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript", "go", "ruby"],
  title: "a program is started from a folder that everybody can write",
  why: "Whoever wrote there last decides what runs; droppers put their payload there.",
  fix: "Ship the program with the skill.",
  references: ["ATT&CK T1059", "CWE-379"],
  match: call({
    of: COMMANDS,
    where: argument(
      [0, "args", "cmd"],
      says(
        /^\s*((ba|z|da)?sh |python3? |sudo )?["']?(\/tmp|\/var\/tmp|\/dev\/shm|%TEMP%|C:\\Windows\\Temp|C:\\Users\\Public)[\\/]/i,
      ),
    ),
  }),
  bad: ['import os\nos.system("/tmp/.x &")', 'import subprocess\nsubprocess.Popen(["bash", "/dev/shm/run.sh"])'],
  good: ['import os\nos.system("ls /tmp/")', 'import subprocess\nsubprocess.run(["tool", "--out", "/tmp/x"])'],
});
