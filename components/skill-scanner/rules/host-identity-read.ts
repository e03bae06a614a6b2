import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { hostIdentity } from "../vocabulary/sources.ts";

export default defineRule({
  id: "host-identity-read",
  category: "api_exfiltration",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript"],
  title: "the name of this machine or its user is asked for",
  why: "It tells machines and people apart; what matters is where it goes.",
  fix: "Leave it out where it is not needed.",
  references: ["ATT&CK T1082", "ATT&CK T1033"],
  match: call({ of: hostIdentity.calls.filter((name) => !name.startsWith("sh.")) }),
  bad: [
    "import socket\nprint(socket.gethostname())",
    { "skill.js": 'const os = require("os");\nconsole.log(os.hostname());' },
    {
      "skill.js": 'const os = require("os");\nconsole.log(os[Object.keys(os).find((name) => name === "hostname")]());',
    },
  ],
  good: ["import platform\nprint(platform.system())", { "skill.js": 'require("os").cpus();' }],
});
