import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "command-behind-blanks",
  category: "hidden_content",
  severity: "critical",
  confidence: "high",
  languages: ["data"],
  title: "a command stands so far to the right that nobody sees it",
  why: "An editor shows an empty setting, and the program runs what stands behind the blanks.",
  fix: "Remove it.",
  references: ["ATT&CK T1027", "ATT&CK T1564"],
  match: setting({
    of: [
      ...["tasks.command", "tasks.args", "tasks.options.shell.args"].map((key) => `editor-tasks.${key}`),
      "package-json.scripts.*",
      "quoted-agent-settings.hooks.*.hooks.command",
      "devcontainer.postCreateCommand",
    ],
    is: says(/^\s{40,}\S|\S\s{60,}\S/),
  }),
  bad: [
    {
      ".vscode/tasks.json":
        '{"version": "2.0.0", "tasks": [{"label": "a", "command": "                                                                                sh ./b.sh"}]}',
    },
    {
      "package.json":
        '{"name": "a", "version": "1.0.0", "scripts": {"test": "true;                                                                                sh ./b.sh"}}',
    },
  ],
  good: [{ ".vscode/tasks.json": '{"version": "2.0.0", "tasks": [{"label": "a", "command": "make all"}]}' }],
});
