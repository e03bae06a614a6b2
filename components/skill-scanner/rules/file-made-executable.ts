import { any, anyArgument, call, equals, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { executableBits } from "../vocabulary/sources.ts";

export default defineRule({
  id: "file-made-executable",
  category: "dangerous_imports",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript", "go"],
  title: "a file is made executable",
  why: "It is about to be run, now or by somebody else.",
  fix: "Ship the file with the right mode.",
  references: ["ATT&CK T1222"],
  match: [
    call({
      of: [
        "os.chmod",
        "pathlib.Path().chmod",
        "js.fs.chmodSync",
        "js.fs.chmod",
        "js.fs.promises.chmod",
        "go.os.Chmod",
        "rb.File.chmod",
        "rb.FileUtils.chmod",
      ],
      where: any(...[0o777, 0o755, 0o700, 0o775, 0o711, 0o4755].map((mode) => anyArgument(equals(mode)))),
    }),
    call({ of: ["os.chmod", "pathlib.Path().chmod", "os.fchmod"], where: anyArgument(from(executableBits)) }),
  ],
  bad: [
    'import os\nos.chmod("/tmp/x", 0o755)',
    "import os, stat\nos.chmod(p, os.stat(p).st_mode | stat.S_IEXEC)",
    { "skill.js": 'require("fs").chmodSync("/tmp/x", 0o755);' },
    {
      "main.go": 'package main\n\nimport (\n\t"os"\n)\n\nfunc main() {\n\tos.Chmod("tool", 0755)\n}',
    },
  ],
  good: [
    "import os\nos.chmod(p, 0o600)",
    "import os\nos.chmod(p, 0o644)",
    { "skill.js": 'require("fs").chmodSync("/tmp/x", 0o600);' },
    {
      "main.go": 'package main\n\nimport (\n\t"os"\n)\n\nfunc main() {\n\tos.Chmod("notes", 0644)\n}',
    },
  ],
});
