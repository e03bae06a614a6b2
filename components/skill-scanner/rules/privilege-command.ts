import { argument, call, isFalse, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PRIVILEGE } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "privilege-command",
  category: "dangerous_imports",
  severity: "medium",
  confidence: "medium",
  languages: ["python"],
  title: "a command asks for more rights",
  why: "A skill that runs as root owns the machine.",
  fix: "Tell the user which command to run.",
  references: ["ATT&CK T1548"],
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(PRIVILEGE)) }),
    call({ of: ["os.setuid", "os.setgid", "os.seteuid", "os.setresuid"], where: argument(0, isFalse) }),
  ],
  bad: ['import os\nos.system("sudo chmod 777 /etc")', "import os\nos.setuid(0)"],
  good: ['import os\nos.system("sudoku --solve")', "import os\nos.setuid(1000)"],
});
