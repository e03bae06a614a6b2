import { call, reads } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ENVIRONMENT_COPIES, ENVIRONMENTS } from "../vocabulary/environment-calls.ts";

export default defineRule({
  id: "environment-read",
  category: "api_exfiltration",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "the whole environment is taken",
  why: "It holds every key and token of the session, not only what the skill needs.",
  fix: "Read single variables by name.",
  references: ["CWE-526", "ATT&CK T1552"],
  match: [reads(...ENVIRONMENTS), call({ of: ENVIRONMENT_COPIES })],
  bad: [
    "import os\nprint(dict(os.environ))",
    "import os\nfor name, value in os.environ.items():\n    print(name)",
    "from os import environ as e",
    'import os\ndef f():\n    return {**os.environ, "LANG": "C"}',
    { "skill.js": "const all = JSON.stringify(process.env);" },
    {
      "main.go": 'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\tfmt.Println(os.Environ())\n}',
    },
    { "a.rb": "puts JSON.dump(ENV)" },
  ],
  good: [
    'import os\nos.environ["LANG"] = "C"',
    'import os\nlevel = os.environ.get("LOG_LEVEL")',
    "environ = {}\nprint(environ)",
    { "skill.js": "const mode = process.env.NODE_ENV;" },
    { "a.rb": 'level = ENV["LOG_LEVEL"]\nhost = ENV.fetch("HOST")' },
  ],
});
