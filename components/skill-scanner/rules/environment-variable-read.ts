import { argument, call, matches, not } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SECRET_NAME, USUAL_VARIABLE_READS, VARIABLE_READS } from "../vocabulary/environment-calls.ts";

export default defineRule({
  id: "environment-variable-read",
  category: "api_exfiltration",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "an environment variable is read",
  why: "Settings of the machine that runs the skill become visible to it.",
  fix: "Name the variables that the skill needs in its documentation, and read no others.",
  references: ["CWE-526", "ATT&CK T1552"],
  match: [
    call({ of: VARIABLE_READS, where: not(argument([0, "key"], matches(SECRET_NAME))) }),
    call({ of: USUAL_VARIABLE_READS, where: argument(0, matches(SECRET_NAME)) }),
  ],
  bad: [
    'import os\nhome = os.environ["LOG_LEVEL"]',
    'import os\nlevel = os.getenv("LOG_LEVEL", "info")',
    'from os import environ as e\ndef level():\n    return e.get("LOG_LEVEL")',
    "import os\nfor name in names:\n    print(os.environ[name])",
    {
      "main.go":
        'package main\n\nimport (\n\t"os"\n)\n\nfunc main() {\n\ttoken := os.Getenv("GITHUB_TOKEN")\n\t_ = token\n}',
    },
    { "a.rb": 'level = ENV["LOG_LEVEL"]' },
  ],
  good: [
    'import os\nos.environ["LOG_LEVEL"] = "info"',
    'settings = {"LOG_LEVEL": "info"}\nprint(settings["LOG_LEVEL"])',
    'environ = load()\nenviron.get("LOG_LEVEL")',
  ],
});
