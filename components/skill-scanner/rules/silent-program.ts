import { all, argument, call, isTrue, path, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";

export default defineRule({
  id: "silent-program",
  category: "dangerous_imports",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a program is started with all of its output thrown away",
  why: "Nobody sees what it does.",
  fix: "Capture the output and check the exit code.",
  references: ["ATT&CK T1564"],
  match: [
    call({
      of: SUBPROCESS_CALLS,
      where: all(...["stdin", "stdout", "stderr"].map((stream) => argument(stream, path("subprocess.DEVNULL")))),
    }),
    call({ of: SUBPROCESS_CALLS, where: all(argument("detached", isTrue), argument("stdio", says(/^ignore$/))) }),
  ],
  bad: [
    "import subprocess\nsubprocess.Popen(p, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)",
    {
      "skill.js":
        'const cp = require("child_process");\ncp.spawn("node", ["worker.js"], { detached: true, stdio: "ignore" }).unref();',
    },
    "from subprocess import DEVNULL, Popen\nPopen([tool], stdout=DEVNULL, stderr=DEVNULL, stdin=DEVNULL)",
  ],
  good: [
    {
      "skill.js":
        'import { spawn } from "node:child_process";\nspawn("ls", ["-l"], { stdio: "ignore" });\nspawn("ls", [], { detached: true });',
    },
    'import subprocess\nsubprocess.run(["ls"], stdout=subprocess.DEVNULL)',
    'import subprocess\nsubprocess.run(["ls"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)',
  ],
});
