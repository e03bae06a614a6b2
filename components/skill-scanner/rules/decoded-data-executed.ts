import { all, any, argument, call, constant, from, written } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CODE_RUNNERS, COMMANDS } from "../vocabulary/execution-calls.ts";
import { SHELL_CODE, SHOWN_CODE } from "../vocabulary/shell-commands.ts";
import { decoded } from "../vocabulary/sources.ts";

export default defineRule({
  id: "decoded-data-executed",
  category: "obfuscated_code",
  severity: "critical",
  confidence: "high",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "decoded data is executed",
  why: "Encoding hides the payload from review, and executing the decoded bytes runs whatever the author chose to hide.",
  fix: "Ship the code in plain text, or load data with a parser that cannot execute it.",
  references: ["CWE-94", "ATT&CK T1027", "ATT&CK T1140"],
  match: [
    call({ of: [...CODE_RUNNERS, "builtins.compile"], where: argument([0, "source"], from(decoded)) }),
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], from(decoded)) }),
    call({
      of: ["marshal.loads"],
      where: any(all(argument(0, constant), argument(0, written)), argument(0, from(decoded))),
    }),
    call({
      of: ["pickle.loads", "dill.loads", "cloudpickle.loads"],
      where: argument(0, from(decoded)),
    }),
    call({ of: [...SHELL_CODE, ...SHOWN_CODE], where: argument(0, from(decoded)) }),
  ],
  bad: [
    { "a.php": '<?php\n$p = "c3lzdGVtKCJpZCIpOw==";\neval(base64_decode($p));\n' },
    { "a.pl": 'use MIME::Base64;\nsub go { my $x = shift; eval decode_base64($x); }\ngo("c3lzdGVtKCJpZCIpOw==");\n' },
    "import base64\nexec(base64.b64decode(blob))",
    'import base64\ncode = base64.b64decode(\n    "cHJpbnQoMSk="\n)\neval(code)',
    'import zlib, base64\nexec(compile(zlib.decompress(base64.b64decode(blob)), "x", "exec"))',
    "from base64 import b64decode as d\nimport os\nos.system(d(x).decode())",
    'import codecs\nexec(codecs.decode("cevag(1)", "rot13"))',
    "import marshal\nf = marshal.loads(b'\\xe3\\x00\\x00')",
    { "run.sh": "echo aWQ= | base64 -d | sh" },
    { "run.sh": 'eval "$(echo aWQ= | base64 --decode)"' },
    { "run.sh": 'bash -c "$(xxd -r -p <<< 6964)"' },
    { "run.sh": "x=$(printf di | rev)\n$x" },
    { "run.sh": 'python3 -c "$(echo cHJpbnQoMSk= | base64 -d)"' },
    { "skill.js": "eval(atob(blob));" },
    { "skill.js": 'eval(Buffer.from(blob, "base64").toString());' },
    { "skill.js": 'require("child_process").execSync(Buffer.from(blob, "hex").toString());' },
    {
      "main.go":
        'package main\n\nimport (\n\t"encoding/base64"\n\t"os/exec"\n)\n\nfunc main() {\n\tline, _ := base64.StdEncoding.DecodeString(blob)\n\texec.Command("sh", "-c", string(line)).Run()\n}',
    },
    { "a.rb": 'require "base64"\neval(Base64.decode64(blob))' },
    { "a.rb": 'eval(blob.unpack1("m"))' },
  ],
  good: [
    { "a.php": '<?php\necho htmlspecialchars(base64_decode($row["text"]));\n' },
    { "a.pl": "my $ok = eval { require JSON::PP; 1 };\n" },
    "import marshal\nclass Style:\n    def __init__(self):\n        self.meta = None\n    def read(self):\n        return marshal.loads(self.meta)",
    'import marshal\nwith open(p, "rb") as f:\n    exec(marshal.loads(f.read()[16:]))',
    "import zlib\nexec(compile(zlib.decompress(member, -15), name, 'exec'))",
    "import base64\ntext = base64.b64decode(blob)",
    "import base64, json\njson.loads(base64.b64decode(blob))",
    "import base64\nexec(base64.b64encode(blob))",
    { "run.sh": "echo aWQ= | base64 -d > icon.png" },
    { "run.sh": "base64 -d key.b64 | jq ." },
    { "run.sh": "tar xzf a.tgz && sh a/install.sh" },
    { "skill.js": "const data = JSON.parse(atob(blob));" },
    {
      "main.go":
        'package main\n\nimport (\n\t"encoding/base64"\n\t"fmt"\n)\n\nfunc main() {\n\ttext, _ := base64.StdEncoding.DecodeString(blob)\n\tfmt.Println(string(text))\n}',
    },
    { "a.rb": 'require "base64"\nFile.binwrite("a.png", Base64.decode64(blob))' },
  ],
});
