import { all, anyArgument, argument, call, from, matches, receiver } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FILE_WRITERS, PATH_WRITERS } from "../vocabulary/file-calls.ts";
import { GO_FILE_WRITES } from "../vocabulary/go-calls.ts";
import { PROGRAM_FILE } from "../vocabulary/places.ts";
import { RUBY_FILE_WRITES } from "../vocabulary/ruby-calls.ts";
import { downloaded } from "../vocabulary/sources.ts";

export default defineRule({
  id: "downloaded-program-saved",
  category: "suspicious_network",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "go", "ruby"],
  title: "a program is downloaded and saved",
  why: "What arrives is a program of somebody else's choosing, and can be another one tomorrow.",
  fix: "Name the program in the documentation and let the user install it.",
  references: ["CWE-494", "ATT&CK T1105"],
  match: [
    call({
      of: ["builtins.open().write", "io.open().write", ...GO_FILE_WRITES, ...RUBY_FILE_WRITES, ...PATH_WRITERS],
      where: all(receiver(matches(PROGRAM_FILE)), anyArgument(from(downloaded))),
    }),
    call({ of: FILE_WRITERS, where: all(argument(0, matches(PROGRAM_FILE)), argument(1, from(downloaded))) }),
    call({
      of: ["urllib.request.urlretrieve", "urllib.urlretrieve", "wget.download"],
      where: anyArgument(matches(PROGRAM_FILE)),
    }),
  ],
  bad: [
    'import requests\nr = requests.get(url)\nopen("tool.exe", "wb").write(r.content)',
    'import urllib.request\nurllib.request.urlretrieve("https://example.com/x.sh", "/tmp/x.sh")',
    'import requests\nwith open("/tmp/lib.so", "wb") as f:\n    f.write(requests.get(url).content)',
    {
      "skill.mjs":
        'const body = await (await fetch(url)).text();\nrequire("fs").writeFileSync("/tmp/update.sh", body);',
    },
  ],
  good: [
    'import requests\nopen("data.csv", "wb").write(requests.get(url).content)',
    'import urllib.request\nurllib.request.urlretrieve("https://example.com/x.csv", "x.csv")',
    'open("run.sh", "w").write("ls")',
    { "skill.mjs": 'const body = await (await fetch(url)).text();\nrequire("fs").writeFileSync("data.json", body);' },
  ],
});
