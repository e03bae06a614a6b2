import { imports } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "subprocess-import",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go"],
  title: "the subprocess module is imported",
  why: "The skill can start other programs.",
  fix: "Say in the documentation which programs it starts.",
  references: ["CWE-78", "ATT&CK T1059"],
  match: imports(
    "subprocess",
    "commands",
    "popen2",
    "pexpect",
    "pty",
    "sh",
    "plumbum",
    "js.child_process",
    "js.execa",
    "js.shelljs",
    "js.zx",
    "go.os/exec",
  ),
  bad: [
    "import subprocess",
    "import os, subprocess",
    "from subprocess import run as r",
    '__import__("subprocess").run(["ls"])',
    'import importlib\nimportlib.import_module("sub" "process")',
    { "skill.mjs": 'import { exec } from "node:child_process";' },
    { "main.go": 'package main\n\nimport run "os/exec"' },
  ],
  good: [
    "# import subprocess",
    "import asyncio",
    "subprocess = None",
    { "skill.mjs": 'import { exec } from "./commands.js";' },
  ],
});
