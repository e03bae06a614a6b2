import { all, any, anyArgument, argument, call, from, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { downloaded, savedDownload } from "../vocabulary/sources.ts";

/** Programs that unpack, mark or compare what they are given. */
const ONLY_LOOKED_INTO =
  /^(\/usr\/bin\/|\/bin\/)?(tar|bsdtar|unzip|7za?|gunzip|gzip|xz|unxz|zstd|bunzip2|ditto|chmod|mv|rm|sha256sum|shasum|gpg|cosign)(\.exe)?\s[^\x00]*$/;
const RUNS_ANYTHING = /exec|command|-I\s/;

export default defineRule({
  id: "downloaded-file-started",
  category: "remote_code_download",
  severity: "critical",
  confidence: "medium",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "a file that was just downloaded is started or loaded",
  why: "What runs is whatever the server has sent, to whoever asked.",
  fix: "Name the program in the documentation and let the user install it.",
  references: ["CWE-494", "ATT&CK T1105", "ATT&CK T1204.002"],
  match: [
    call({
      of: [
        "os.startfile",
        ...["execl", "execle", "execlp", "execlpe", "execv", "execve", "execvp", "execvpe", "posix_spawn"].map(
          (name) => `os.${name}`,
        ),
        "ctypes.CDLL",
        "ctypes.WinDLL",
        "ctypes.cdll.LoadLibrary",
        "ctypes.windll.LoadLibrary",
        "runpy.run_path",
        "builtins.execfile",
        "importlib.machinery.SourceFileLoader",
        "js.require",
        "js.import",
        "js.child_process.fork",
        "js.child_process.execFile",
        "js.child_process.execFileSync",
        "js.process.dlopen",
        "go.plugin.Open",
        "rb.load",
        "rb.require",
        "rb.Fiddle.dlopen",
      ],
      where: all(
        argument(0, from(savedDownload)),
        not(all(argument(0, says(ONLY_LOOKED_INTO)), not(argument(0, says(RUNS_ANYTHING))))),
      ),
    }),
    call({
      of: ["importlib.util.spec_from_file_location", "imp.load_source"],
      where: argument([1, "location"], from(savedDownload)),
    }),
    call({
      of: ["start", "rundll32", "regsvr32", "msiexec", "wscript", "cscript", "mshta"].map((name) => `sh.${name}`),
      where: any(anyArgument(from(savedDownload)), anyArgument(from(downloaded))),
    }),
  ],
  bad: [
    'import os, requests\nname = "update.bin"\nopen(name, "wb").write(requests.get(url).content)\nos.startfile(name)',
    'import os, requests\ndef f(target):\n    with open(target, "wb") as out:\n        out.write(requests.get(url).content)\n    getattr(os, "startfile")(target)',
    'import ctypes, urllib.request\nurllib.request.urlretrieve(url, "/var/cache/lib.so")\nctypes.CDLL("/var/cache/lib.so")',
    {
      "get.js":
        'const { execFileSync } = require("child_process");\nconst { writeFileSync } = require("fs");\nasync function get(to) {\n  const answer = await fetch(url);\n  writeFileSync(to, Buffer.from(await answer.arrayBuffer()));\n  execFileSync("tar", ["-xf", to, "--checkpoint=1", "--checkpoint-action=exec=sh " + to]);\n}',
    },
    'import os, requests\np = choose()\nopen(p, "wb").write(requests.get(url).content)\nos.system("start /B " + p)',
  ],
  good: [
    {
      "get.js":
        'const { execFileSync } = require("child_process");\nconst { writeFileSync } = require("fs");\nasync function get(to) {\n  const answer = await fetch(url);\n  writeFileSync(to, Buffer.from(await answer.arrayBuffer()));\n  execFileSync("tar", ["-xJf", to, "-C", "tools"]);\n}',
    },
    'import os\nos.startfile("report.pdf")',
    'import requests, subprocess\nopen(video, "wb").write(requests.get(url).content)\nsubprocess.run(["ffmpeg", "-i", video])',
    'import requests, json\nopen(p, "wb").write(requests.get(url).content)\njson.load(open(p))',
  ],
});
