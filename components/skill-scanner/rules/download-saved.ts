import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "download-saved",
  category: "suspicious_network",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "a file gets what a server has sent",
  why: "What is in it is decided elsewhere, and may be something else tomorrow.",
  fix: "Check its digest before it is used.",
  references: ["ATT&CK T1105"],
  match: engine("download-saved"),
  bad: [
    'import requests\nwith open(path, "wb") as f:\n    f.write(requests.get(url).content)',
    'import urllib.request\nurllib.request.urlretrieve(url, "data.csv")',
    "import requests\nfrom pathlib import Path\nPath(name).write_bytes(requests.get(url).content)",
    "import shutil, urllib.request\nwith urllib.request.urlopen(url) as r, open(p, 'wb') as f:\n    shutil.copyfileobj(r, f)",
    {
      "skill.js":
        'const fs = require("fs");\nrequire("https").get(url, (res) => {\n  res.pipe(fs.createWriteStream("data.bin"));\n});',
    },
    { "skill.mjs": 'import fs from "fs";\nfs.writeFileSync("page.html", await (await fetch(url)).text());' },
    {
      "main.go":
        'package main\n\nimport (\n\t"io"\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\tres, _ := http.Get("https://files.example/data")\n\tf, _ := os.Create("data.csv")\n\tio.Copy(f, res.Body)\n}',
    },
    {
      "a.rb":
        'require "open-uri"\nFile.open("data.csv", "wb") { |f| f.write(URI.open("https://files.example/d").read) }',
    },
  ],
  good: [
    'with open(path, "wb") as f:\n    f.write(b"text")',
    "import requests\nprint(requests.get(url).text)",
    'import requests\nwith open("urls.txt") as f:\n    requests.get(f.read())',
  ],
});
