import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ofWorkflows } from "../vocabulary/settings.ts";

export default defineRule({
  id: "workflow-evaluates-strangers-text",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a workflow runs what strangers write as a script",
  why: "A title, a branch or a comment becomes a command with the project's rights.",
  fix: "Hand such text over as an environment variable, and never evaluate it.",
  references: ["CWE-95", "ATT&CK T1195.002"],
  match: setting({
    of: ofWorkflows("jobs.*.steps.run"),
    is: says(
      /=["']?\$\{\{\s*github\.(head_ref|event\.(issue|pull_request|comment|review|discussion|head_commit))[^\x00]*\}\}[^\x00]*((ba|z|da)?sh\s+-l?c|eval)\s+["']?\$/,
    ),
  }),
  bad: [
    {
      ".github/workflows/a.yml": `on: issue_comment\njobs:\n  a:\n    steps:\n      - run: |\n          todo='\${{ github.event.comment.body }}'\n          eval "$todo"\n`,
    },
    {
      "SKILL.md": `name: labels\n\non:\n  pull_request_target:\n    types: [opened]\n\njobs:\n  a:\n    steps:\n      - run: |\n          t="\${{ github.event.pull_request.title }}"\n          bash -c "$t"\n`,
    },
  ],
  good: [
    {
      ".github/workflows/a.yml": `on: issue_comment\njobs:\n  a:\n    steps:\n      - run: |\n          todo='\${{ github.event.comment.body }}'\n          echo "$todo"\n`,
    },
  ],
});
