import { any, anyArgument, call, matches } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SENDS } from "../vocabulary/network-calls.ts";
import { CREDENTIAL_PLACES } from "../vocabulary/places.ts";

export default defineRule({
  id: "credential-file-sent",
  category: "credential_access",
  severity: "critical",
  confidence: "high",
  languages: ["python"],
  title: "a file of credentials is sent over the network",
  why: "Whoever receives it can act as the user.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1041", "ATT&CK T1552.001"],
  match: call({
    of: SENDS,
    where: any(...CREDENTIAL_PLACES.map((place) => anyArgument(matches(place), { except: ["cert", "verify"] }))),
  }),
  bad: [
    'import requests\nrequests.post(url, data=open("/etc/passwd").read())',
    'import os, requests\nk = open(os.path.expanduser("~/.ssh/id_rsa"))\nrequests.post(url, files={"f": k})',
    'import requests\nfrom pathlib import Path\nsecret = (Path.home() / ".aws/credentials").read_text()\nbody = {"d": secret}\nrequests.put(url, json=body)',
  ],
  good: [
    'import requests\nrequests.post(url, data=open("report.csv").read())',
    'import requests\nopen("/etc/passwd").read()\nrequests.get(url)',
  ],
});
