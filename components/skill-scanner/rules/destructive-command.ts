import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DESTRUCTION } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "destructive-command",
  category: "dangerous_imports",
  severity: "critical",
  confidence: "medium",
  languages: ["python"],
  title: "a command destroys files or disks",
  why: "What it removes cannot be brought back.",
  fix: "Remove only files that the skill has made, one folder at a time.",
  references: ["ATT&CK T1485", "ATT&CK T1561"],
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(DESTRUCTION)) }),
    call({
      of: ["shutil.rmtree"],
      where: argument([0, "path"], says(/^(\/|~|~\/|[A-Z]:[\\/]{0,2}|\/(home|etc|usr|var|root|boot|Users))$/)),
    }),
  ],
  bad: [
    'import os\nos.system("rm -rf /")',
    'import subprocess\nsubprocess.run(["rm", "-rf", "--no-preserve-root", "/"])',
    'import shutil, os\nshutil.rmtree(os.path.expanduser("~"))',
    'import os\nos.system("dd if=/dev/zero of=/dev/sda")',
  ],
  good: [
    'import os\nos.system("rm -rf build")',
    'import os\nos.system("rm -rf ./dist/*")',
    'import shutil\nshutil.rmtree("build")',
    'import os\nos.system("rm -rf /tmp/skill-cache")',
  ],
});
