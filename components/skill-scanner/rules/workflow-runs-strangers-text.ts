import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofWorkflows, STRANGERS_TEXT } from "../vocabulary/settings.ts";

export default defineRule({
  id: "workflow-runs-strangers-text",
  category: "remote_code_download",
  severity: "medium",
  confidence: "high",
  languages: ["data"],
  title: "a workflow pastes text that anybody can write into a script",
  why: "A title or branch name with a quote in it becomes a command.",
  fix: "Hand the text over in an environment variable.",
  references: [
    "CWE-78",
    "ATT&CK T1059.004",
    "https://docs.github.com/en/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions",
  ],
  match: setting({
    of: ofWorkflows("jobs.*.steps.run"),
    is: says(STRANGERS_TEXT),
  }),
  bad: [
    {
      ".github/workflows/a.yml": `on: issues\njobs:\n  a:\n    steps:\n      - run: echo "\${{ github.event.issue.title }}"\n`,
    },
  ],
  good: [
    {
      ".github/workflows/a.yml": `on: issues\njobs:\n  a:\n    steps:\n      - run: echo "$TITLE"\n        env:\n          TITLE: \${{ github.event.issue.title }}\n`,
    },
    { ".github/workflows/a.yml": `on: push\njobs:\n  a:\n    steps:\n      - run: echo \${{ github.sha }}\n` },
  ],
});
