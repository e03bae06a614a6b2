import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { HTTP_REQUESTS } from "../vocabulary/network-calls.ts";

export default defineRule({
  id: "network-request",
  category: "suspicious_network",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "a request is sent over the network",
  why: "Data can leave the machine this way, and instructions can come in.",
  fix: "Name the hosts that the skill talks to in its documentation.",
  references: ["ATT&CK T1071"],
  match: call({ of: HTTP_REQUESTS, orPassed: true }),
  bad: [
    'import requests\nrequests.get("https://example.com")',
    'from urllib.request import urlopen as u\nu("https://example.com")',
    "import httpx\nwith httpx.Client() as c:\n    c.post(url, json={})",
    "import requests\nlist(map(requests.get, urls))",
    { "skill.mjs": 'const r = await fetch("https://example.com");' },
    { "skill.js": 'require("https").get("https://example.com");' },
    {
      "main.go": 'package main\n\nimport (\n\t"net/http"\n)\n\nfunc main() {\n\thttp.Get("https://api.example")\n}',
    },
    { "a.rb": 'require "net/http"\nNet::HTTP.get(URI("https://api.example"))' },
    { "a.rb": 'require "open-uri"\npage = open("https://api.example/a").read' },
  ],
  good: [
    "requests = []\nrequests.append(1)",
    'client.get("https://example.com")',
    'import urllib.parse\nurllib.parse.quote("x")',
    { "skill.js": 'router.fetch("/x");' },
    {
      "main.go": 'package main\n\nimport (\n\t"net/http"\n)\n\nfunc main() {\n\thttp.StatusText(404)\n}',
    },
    { "a.rb": 'text = open("notes.txt").read' },
  ],
});
