import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "sideways-name",
  category: "obfuscated_code",
  severity: "high",
  confidence: "high",
  languages: ["python"],
  title: "what runs code is looked up by a text, though its name is known",
  why: "Looking up is for names that are not known in advance; here it only keeps the call out of sight.",
  fix: "Write the call: os.system(...), exec(...).",
  references: ["CWE-506", "ATT&CK T1027"],
  match: engine("sideways-name"),
  bad: [
    'import os\ngetattr(os, "system")("id")',
    '__builtins__.__dict__["exec"]("print(1)")',
    'vars(__import__("builtins"))["eval"]("1")',
    'globals()["__builtins__"]["exec"]("print(1)")',
    'import subprocess\nsubprocess.__dict__["check_output"](["id"])',
    'import builtins\nrun = getattr(builtins, "exec")',
  ],
  good: [
    'import os\ngetattr(os, "startfile")(path)',
    'import os\ngetattr(os, "getuid", None)',
    'import subprocess\ngetattr(subprocess, "STARTUPINFO", None)',
    'getattr(client, "system")("id")',
  ],
});
