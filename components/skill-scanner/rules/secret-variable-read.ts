import { argument, call, matches } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SECRET_NAME, USUAL_VARIABLE_READS, VARIABLE_READS } from "../vocabulary/environment-calls.ts";

export default defineRule({
  id: "secret-variable-read",
  category: "api_exfiltration",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a secret is read from the environment",
  why: "A key that a skill holds is a key that it can send away.",
  fix: "Ask for a key of the skill's own service only, and name it after that service.",
  references: ["CWE-526", "ATT&CK T1552"],
  match: call({
    of: VARIABLE_READS.filter((name) => !USUAL_VARIABLE_READS.includes(name)),
    where: argument([0, "key"], matches(SECRET_NAME)),
  }),
  yieldsTo: "own-service-secret-read",
  bad: [
    'import os; os.environ["API_KEY"]',
    'import os\nkey = os.getenv("AWS_SECRET_ACCESS_KEY")',
    'from os import getenv\ntoken = getenv(key="GITHUB_TOKEN")',
    'import os as o\nname = "DB_" + "PASSWORD"\no.environ.get(name)',
    { "skill.js": "const key = process.env.DEPLOY_SECRET;" },
    { "skill.js": "const { DEPLOY_SECRET: key } = process.env;" },
  ],
  good: [
    'import os\nos.environ["TOKENIZERS_PARALLELISM"]',
    'import os\nos.environ["API_KEY"] = key',
    'import os\nos.getenv("KEYBOARD_LAYOUT")',
    "my_api_key = None",
    "getattr(obj, 'name', None)",
    { "skill.js": "const mode = process.env.NODE_ENV;" },
    {
      "main.go":
        'package main\n\nimport (\n\t"os"\n)\n\nfunc main() {\n\ttoken := os.Getenv("GITHUB_TOKEN")\n\t_ = token\n}',
    },
    { "a.rb": 'token = ENV.fetch("GITHUB_TOKEN")' },
  ],
});
