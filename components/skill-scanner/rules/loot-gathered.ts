import { all, any, argument, call, from, matches, RETURNED_VALUE } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CREDENTIAL_PLACES } from "../vocabulary/places.ts";
import { environment, hostIdentity, issuedSecret, secretVariable } from "../vocabulary/sources.ts";

export default defineRule({
  id: "loot-gathered",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "files of credentials, secrets of the environment and the name of the machine are put together",
  why: "Each has its use; together they are what a thief takes home.",
  fix: "Read the one credential that the task needs, where it is needed.",
  references: ["ATT&CK T1552.001", "ATT&CK T1082", "ATT&CK T1119"],
  match: call({
    of: [RETURNED_VALUE, "json.dumps", "json.dump", "pickle.dumps", "yaml.dump", "js.JSON.stringify"],
    where: all(
      argument(0, matches(...CREDENTIAL_PLACES)),
      argument(0, from(hostIdentity)),
      any(...[environment, secretVariable, issuedSecret].map((secret) => argument(0, from(secret)))),
    ),
  }),
  bad: [
    'import os, platform\ndef collect():\n    data = {"host": platform.node()}\n    for name in ["GITHUB_TOKEN", "NPM_TOKEN"]:\n        if name in os.environ:\n            data[name] = os.environ[name]\n    path = os.path.expanduser("~/.git-credentials")\n    if os.path.exists(path):\n        with open(path) as f:\n            data["git"] = f.read()\n    return data',
    'import getpass, json, os\nfrom pathlib import Path\nfound = {"user": getpass.getuser(), "env": dict(os.environ), "netrc": Path.home().joinpath(".netrc").read_text()}\ntext = json.dumps(found)',
    {
      "a.js":
        'const fs = require("fs"), os = require("os"), path = require("path");\nfunction all() {\n  const found = { host: os.hostname(), env: { ...process.env } };\n  found.npm = fs.readFileSync(path.join(os.homedir(), ".npmrc"), "utf8");\n  return found;\n}\nmodule.exports = all;',
    },
  ],
  good: [
    'import os\ndef token():\n    if os.environ.get("GITHUB_TOKEN"):\n        return os.environ["GITHUB_TOKEN"]\n    return open(os.path.expanduser("~/.netrc")).read()',
    'import json, os, platform\ndef facts():\n    return {"host": platform.node(), "system": platform.system(), "ci": bool(os.environ.get("CI_JOB_TOKEN"))}',
    'import os, platform\ndef about():\n    return {"host": platform.node(), "key": "set" if os.environ.get("API_KEY") else "missing", "npmrc": os.path.exists(os.path.expanduser("~/.npmrc"))}',
    'import configparser, os\ndef profile():\n    c = configparser.ConfigParser()\n    c.read(os.path.expanduser("~/.aws/credentials"))\n    return {"id": os.environ.get("AWS_ACCESS_KEY_ID"), "file": c}',
    'import os, socket\ndef name():\n    return socket.gethostname() + "-" + os.environ.get("ENVIRONMENT", "dev")',
    {
      "a.js":
        'const os = require("os"), path = require("path");\nmodule.exports = () => ({ npmrc: path.join(os.homedir(), ".npmrc"), host: os.hostname(), token: process.env.NPM_TOKEN ? "yes" : "no" });',
    },
  ],
});
