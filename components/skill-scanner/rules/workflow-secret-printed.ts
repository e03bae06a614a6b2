import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofWorkflows } from "../vocabulary/settings.ts";

export default defineRule({
  id: "workflow-secret-printed",
  category: "credential_access",
  severity: "medium",
  confidence: "high",
  languages: ["data"],
  title: "a workflow prints a secret, or all of them",
  why: "Logs are kept, and masking misses whatever is encoded or cut.",
  fix: "Hand secrets over in environment variables, and print none.",
  references: ["CWE-532", "ATT&CK T1552"],
  match: setting({
    of: [
      ...ofWorkflows("jobs.*.steps.run"),
      ...ofWorkflows("jobs.*.steps.env.*"),
      ...ofWorkflows("jobs.*.env.*"),
      ...ofWorkflows("env.*"),
    ],
    is: says(/(echo|printf|cat)\s[^\n>|]*\$\{\{\s*secrets\.[^\n}]*\}\}[^\n>|]*(\n|$)|toJSON\(\s*secrets\s*\)/i),
  }),
  bad: [
    { ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: echo \${{ secrets.KEY }}\n` },
    { ".github/workflows/a.yml": `on: push\nenv:\n  ALL: \${{ toJSON(secrets) }}\njobs: {}\n` },
  ],
  good: [
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: echo done\n        env:\n          KEY: \${{ secrets.KEY }}\n`,
    },
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: echo "\${{ secrets.KEYRING }}" > key\n`,
    },
  ],
});
