import { all, argument, call, inDocument, not, SETTINGS, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { STRANGERS_TEXT } from "../vocabulary/settings.ts";

export default defineRule({
  id: "workflow-cache-named-by-strangers",
  category: "supply_chain",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a workflow with the project's rights names its cache after text that anybody can write",
  why: "Whoever opens a pull request chooses the cache that later builds, releases among them, take their files from.",
  fix: "Name the cache after a hash of files of the project, and use none where strangers start the workflow.",
  references: ["CWE-349", "ATT&CK T1195.002", "https://docs.zizmor.sh/audits/#cache-poisoning"],
  match: call({
    of: ["key", "restore-keys"].map((name) => `${SETTINGS}.strangers-workflow.jobs.*.steps.with.${name}`),
    where: all(not(inDocument), argument(0, says(STRANGERS_TEXT))),
  }),
  bad: [
    {
      ".github/workflows/a.yml": `on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: actions/cache@v4\n        with:\n          path: ~/.cache\n          key: deps-\${{ github.event.pull_request.title }}\n`,
    },
    {
      ".github/workflows/a.yml": `on:\n  issue_comment:\n    types: [created]\njobs:\n  a:\n    steps:\n      - uses: actions/cache/restore@v4\n        with:\n          path: out\n          key: \${{ github.event.comment.body }}\n`,
    },
  ],
  good: [
    {
      ".github/workflows/a.yml": `on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: actions/cache@v4\n        with:\n          path: ~/.cache\n          key: deps-\${{ hashFiles('package-lock.json') }}\n`,
    },
    {
      ".github/workflows/a.yml": `on: pull_request\njobs:\n  a:\n    steps:\n      - uses: actions/cache@v4\n        with:\n          path: ~/.cache\n          key: deps-\${{ github.head_ref }}\n`,
    },
    {
      "SKILL.md": `# Caches\n\n\`\`\`yaml\non: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: actions/cache@v4\n        with:\n          key: \${{ github.head_ref }}\n\`\`\`\n`,
    },
  ],
});
