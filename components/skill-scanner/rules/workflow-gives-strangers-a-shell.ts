import { all, argument, call, inDocument, not, SETTINGS, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { STRANGERS_TEXT } from "../vocabulary/settings.ts";

export default defineRule({
  id: "workflow-gives-strangers-a-shell",
  category: "privilege_escalation",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a workflow with the project's rights pastes text that anybody can write into a script",
  why: "Whoever opens a pull request or an issue with a quote in its title runs commands with the project's secrets.",
  fix: "Hand the text over in an environment variable.",
  references: [
    "CWE-78",
    "ATT&CK T1195.002",
    "https://docs.github.com/en/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions",
  ],
  match: call({
    of: [`${SETTINGS}.strangers-workflow.jobs.*.steps.run`],
    where: all(not(inDocument), argument(0, says(STRANGERS_TEXT))),
  }),
  bad: [
    {
      ".github/workflows/a.yml": `on: pull_request_target\njobs:\n  a:\n    steps:\n      - run: echo "\${{ github.event.pull_request.title }}"\n`,
    },
    {
      ".github/workflows/a.yml": `on:\n  pull_request_target:\n    types: [opened]\njobs:\n  a:\n    steps:\n      - run: |\n          git checkout \${{ github.head_ref }}\n`,
    },
    {
      "SKILL.md": `# Format on demand\n\non:\n  pull_request_target:\n    types: [opened]\n\njobs:\n  a:\n    steps:\n      - run: |\n          echo "\${{ github.event.pull_request.head.ref }}" > ref.txt\n`,
    },
  ],
  good: [
    {
      ".github/workflows/a.yml": `on: pull_request_target\njobs:\n  a:\n    steps:\n      - run: echo "$TITLE"\n        env:\n          TITLE: \${{ github.event.pull_request.title }}\n`,
    },
    {
      ".github/workflows/a.yml": `on: pull_request\njobs:\n  a:\n    steps:\n      - run: echo "\${{ github.event.pull_request.title }}"\n`,
    },
    {
      "SKILL.md": `# Workflows\n\n\`\`\`yaml\non: pull_request_target\njobs:\n  a:\n    steps:\n      - run: echo "\${{ github.event.pull_request.title }}"\n\`\`\`\n`,
    },
  ],
});
