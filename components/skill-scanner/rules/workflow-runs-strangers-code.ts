import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "workflow-runs-strangers-code",
  category: "privilege_escalation",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a workflow with the project's rights checks out code of a pull request",
  why: "Anybody who opens a pull request then runs code with the project's secrets.",
  fix: "Use the pull_request event, or do not check out the proposed code.",
  references: [
    "CWE-829",
    "ATT&CK T1195.002",
    "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/",
  ],
  match: setting({
    of: ["strangers-workflow.jobs.*.steps.with.ref", "strangers-workflow.jobs.*.steps.with.repository"],
    is: says(/github\.event\.(pull_request\.head|workflow_run\.head|issue)|github\.head_ref|refs\/pull\//),
  }),
  bad: [
    {
      ".github/workflows/a.yml": `on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n      - run: make\n`,
    },
    {
      ".github/workflows/a.yml": `on:\n  pull_request_target:\n    types: [opened]\njobs:\n  a:\n    steps:\n    - uses: actions/checkout@v4\n      with: { ref: "refs/pull/\${{ github.event.number }}/merge" }\n`,
    },
  ],
  good: [
    {
      ".github/workflows/a.yml": `on: pull_request\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n`,
    },
    {
      ".github/workflows/a.yml":
        "on: [pull_request_target]\njobs:\n  a:\n    steps:\n      - uses: actions/labeler@v5\n",
    },
  ],
});
