import { engine } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "own-service-secret-read",
  category: "api_exfiltration",
  severity: "low",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a key is read from the environment for the service that it is named after",
  why: "The file also talks to that service, which is what the key is for; where else it goes was not followed.",
  fix: "Send the key to that service only, in a header.",
  references: ["CWE-526"],
  match: engine("own-service-secret"),
  bad: [
    'import os, requests\nkey = os.environ["EXAMPLE_API_KEY"]\nrequests.get("https://api.example.com/v1", headers={"Authorization": key})',
    'import os\nfrom acme import Client\nclient = Client(os.getenv("ACME_TOKEN"))',
  ],
  good: [
    'import os, requests\nkey = os.environ["ACME_API_KEY"]\nrequests.get("https://api.example.com/v1", headers={"Authorization": key})',
    'import os\nkey = os.environ["API_KEY"]',
  ],
});
