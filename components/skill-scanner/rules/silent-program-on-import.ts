import { all, argument, call, isTrue, path, says, whileImporting, whileInstalling } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SUBPROCESS_CALLS } from "../vocabulary/execution-calls.ts";

const thrownAway = (...streams: readonly string[]) =>
  streams.map((stream) => argument(stream, path("subprocess.DEVNULL")));

export default defineRule({
  id: "silent-program-on-import",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a program is started unseen as soon as a package is imported or installed",
  why: "Nobody has called anything, and nobody sees what it does: so implants start.",
  fix: "Start programs in functions, when the user calls them, and show what they print.",
  references: ["ATT&CK T1195.002", "ATT&CK T1564", "ATT&CK T1059"],
  match: [
    call({ of: SUBPROCESS_CALLS, where: all(whileImporting, ...thrownAway("stdin", "stdout", "stderr")) }),
    call({ of: ["subprocess.Popen"], where: all(whileImporting, ...thrownAway("stdout", "stderr")) }),
    call({
      of: SUBPROCESS_CALLS,
      where: all(whileInstalling, argument("detached", isTrue), argument("stdio", says(/^ignore$/))),
    }),
  ],
  bad: [
    {
      "pkg/__init__.py":
        'import os, subprocess\ntry:\n    subprocess.Popen(os.path.join(os.path.dirname(__file__), "helper"), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\nexcept Exception:\n    pass',
    },
    {
      "pkg/core.py":
        'from . import settings\nimport subprocess, sys\nsubprocess.Popen([sys.executable, "-m", "pkg.worker"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)',
    },
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node setup.js"}}',
      "setup.js":
        'require("child_process").spawn("node", ["service.js"], { detached: true, stdio: "ignore" }).unref();',
    },
  ],
  good: [
    {
      "pkg/__init__.py":
        'import subprocess\nHAS_GIT = subprocess.call(["git", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0',
    },
    {
      "pkg/__init__.py":
        "import subprocess\n\ndef start(path):\n    return subprocess.Popen([path], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)",
    },
    {
      "start.py":
        'import subprocess, sys\nsubprocess.Popen([sys.executable, "server.py"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)',
    },
    {
      "pkg/__init__.py":
        'import subprocess\nVERSION = subprocess.run(["git", "describe"], capture_output=True, stdin=subprocess.DEVNULL).stdout',
    },
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node build.js"}}',
      "build.js": 'require("child_process").spawnSync("node-gyp", ["rebuild"], { stdio: "ignore" });',
    },
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"start": "node run.js"}}',
      "run.js": 'require("child_process").spawn("node", ["server.js"], { detached: true, stdio: "ignore" }).unref();',
    },
  ],
});
