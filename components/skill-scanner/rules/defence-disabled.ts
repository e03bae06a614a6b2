import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DEFENCE_DISABLED } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "defence-disabled",
  category: "dangerous_imports",
  severity: "high",
  confidence: "medium",
  languages: ["python"],
  title: "a command turns off a protection or a record",
  why: "What comes next is not meant to be seen.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1562"],
  match: call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(DEFENCE_DISABLED)) }),
  bad: ['import os\nos.system("ufw disable")', 'import subprocess\nsubprocess.run(["systemctl", "stop", "auditd"])'],
  good: ['import os\nos.system("ufw status")', 'text = "ufw disable"'],
});
