import { all, any, argument, call, inDocument, not, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { DESTRUCTION, OWN_FOLDER, WHOLE_TREE } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { WINDOWS_LINES } from "../vocabulary/shell-commands.ts";

const WHOLE_DISK = /^(\/|~|~\/|[A-Z]:[\\/]{0,2}|\/(home|etc|usr|var|root|boot|Users))$/;
/** What may be this as well is the result of a function that joins paths, which gives both for nothing. */
const HERE = /^(\.{1,2}\/?)?$/;

export default defineRule({
  id: "destructive-command",
  category: "dangerous_imports",
  severity: "critical",
  confidence: "medium",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "a command destroys files or disks",
  why: "What it removes cannot be brought back.",
  fix: "Remove only files that the skill has made, one folder at a time.",
  references: ["ATT&CK T1485", "ATT&CK T1561"],
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(DESTRUCTION)) }),
    call({
      of: ["shutil.rmtree", "go.os.RemoveAll", "rb.FileUtils.rm_rf", "rb.FileUtils.rm_r", "rb.FileUtils.remove_dir"],
      where: any(
        all(argument([0, "path"], says(WHOLE_DISK)), not(argument([0, "path"], says(HERE)))),
        argument([0, "path"], says(OWN_FOLDER)),
      ),
    }),
    call({
      of: ["rmSync", "rm", "promises.rm", "rmdirSync", "removeSync", "remove"].map((name) => `js.fs.${name}`),
      where: any(all(argument(0, says(WHOLE_DISK)), not(argument(0, says(HERE)))), argument(0, says(OWN_FOLDER))),
    }),
    call({ of: ["sh.rm"], where: all(words(says(/(^| )-[a-zA-Z]*[rR]|--recursive/)), words(says(WHOLE_TREE))) }),
    call({
      of: ["sh.rm"],
      where: all(not(inDocument), words(says(/(^| )-[a-zA-Z]*[rR]|--recursive/)), words(says(OWN_FOLDER))),
    }),
    call({
      of: ["sh.dd"],
      where: all(
        words(says(/of=\/dev\/([sh]d|nvme|vd|disk|mmcblk)/)),
        any(not(inDocument), words(says(/if=\/dev\/(zero|u?random)/))),
      ),
    }),
    call({ of: ["sh.mkfs", "sh.wipefs"], where: not(inDocument) }),
    call({ of: ["sh.>"], where: argument(0, says(/^\/dev\/([sh]d[a-z]|nvme\d|vd[a-z]|disk\d)/)) }),
    call({
      of: ["sh.shred", "sh.chmod", "sh.chown"],
      where: all(words(says(/(^| )-[a-zA-Z]*[rRu]/)), words(says(/(^| )(\/|~|~\/)( |$)/))),
    }),
    call({ of: WINDOWS_LINES, where: argument(0, says(DESTRUCTION)) }),
  ],
  bad: [
    'import os\nos.system("rm -rf /")',
    'import subprocess\nsubprocess.run(["rm", "-rf", "--no-preserve-root", "/"])',
    'import shutil, os\nshutil.rmtree(os.path.expanduser("~"))',
    'import os\nos.system("dd if=/dev/zero of=/dev/sda")',
    { "run.sh": 'rm -rf "$HOME"' },
    { "run.sh": "sudo rm -rf --no-preserve-root /" },
    { "run.sh": "rm -r -f ~/*" },
    { "run.sh": "dd if=/dev/zero of=/dev/sda bs=1M" },
    { "run.sh": "mkfs.ext4 /dev/sdb1" },
    { "run.sh": "D=/\nrm -rf $D" },
    { "run.ps1": "vssadmin delete shadows /all /quiet" },
    { "run.ps1": "Remove-Item -Recurse -Force C:\\*" },
    { "run.bat": "set D=%USERPROFILE%\nrd /s /q %D%" },
    { "skill.js": 'require("child_process").exec("rm -rf /");' },
    { "skill.js": 'require("fs").rmSync("/home", { recursive: true });' },
    { "a.rb": 'require "fileutils"\nFileUtils.rm_rf(Dir.home)' },
    'import shutil\nfrom pathlib import Path\n\ndef tidy():\n    for area in ("Documents", "Pictures"):\n        shutil.rmtree(Path.home() / area, ignore_errors=True)',
    'import os, shutil\nhome = os.path.expanduser("~")\nfor name in ["Desktop", "Movies"]:\n    shutil.rmtree(os.path.join(home, name))',
    {
      "skill.js":
        'const fs = require("fs");\nconst { join } = require("path");\nconst home = require("os").homedir();\nfor (const name of ["Documents", "Music"]) fs.rmSync(join(home, name), { recursive: true, force: true });',
    },
    { "run.sh": 'for d in Documents Desktop; do\n  rm -rf "$HOME/$d"\ndone' },
    { "run.ps1": 'foreach ($d in "Documents", "Desktop") { Remove-Item -Recurse -Force "$env:USERPROFILE\\$d" }' },
    {
      "main.go":
        'package main\n\nimport (\n\t"os"\n)\n\nfunc main() {\n\thome, _ := os.UserHomeDir()\n\tos.RemoveAll(home)\n}',
    },
  ],
  good: [
    {
      "paths.js":
        'export function join(...of) {\n  if (of.length === 0) return ".";\n  const path = tidy(of);\n  if (path === "") return of[0] === "/" ? "/" : ".";\n  return path;\n}',
      "skill.js":
        'import { rm } from "node:fs/promises";\nimport { join } from "./paths.js";\nawait rm(join(process.argv[2], "out"), { recursive: true });',
    },
    'import os\nos.system("rm -rf build")',
    { "build.bat": '@echo off\nrd /s /q build\ndel /q *.tmp\nrmdir /s /q "%~dp0dist"' },
    { "clean.ps1": "Remove-Item -Recurse -Force .\\dist, $env:TEMP\\build" },
    'import os\nos.system("rm -rf ./dist/*")',
    'import shutil\nshutil.rmtree("build")',
    'import os\nos.system("rm -rf /tmp/skill-cache")',
    { "run.sh": 'rm -rf build "$TMP"/x' },
    { "run.sh": "rm -rf /tmp/x ~/.cache/skill" },
    { "run.sh": "rm -f ~/notes" },
    { "run.sh": "rm -rf ~/Documents/report/build ~/.config/skill" },
    { "run.sh": "rm -rf ~/Library/Caches/skill" },
    { "README.md": "Nobody means to type this:\n\n```sh\nrm -rf ~/Documents\n```\n" },
    'import shutil\nfrom pathlib import Path\nfor name in ("skill", "skill-cache"):\n    shutil.rmtree(Path.home() / ".cache" / name)',
    'import shutil\nfrom pathlib import Path\nfor name in ("Documents", "Desktop"):\n    shutil.rmtree(Path("build") / name)',
    { "run.sh": "dd if=a.img of=b.img" },
    { "README.md": "```sh\nsudo dd if=system.img of=/dev/sdX bs=4M status=progress\n```\n" },
    { "README.md": "```sh\nsudo mkfs.ext4 /dev/nvme1n1\n```\n" },
    { "skill.js": 'require("fs").rmSync("dist", { recursive: true });' },
    { "a.rb": 'require "fileutils"\nFileUtils.rm_rf("tmp/build")' },
  ],
});
