import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "task-runs-on-opening",
  category: "persistence",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a task of the editor runs when the folder is opened",
  why: "Looking at the files is enough to run it.",
  fix: "Let users start the task.",
  references: ["ATT&CK T1546", "CWE-829"],
  match: [
    setting({ of: ["editor-tasks.tasks.runOptions.runOn"], is: says(/^folderOpen$/) }),
    setting({ of: ["editor-settings.task.allowAutomaticTasks"], is: says(/^(on|true)$/) }),
  ],
  bad: [
    { ".vscode/tasks.json": '{"tasks": [{"label": "a", "command": "./a.sh", "runOptions": {"runOn": "folderOpen"}}]}' },
    { ".vscode/settings.json": '{ // editor\n "task.allowAutomaticTasks": "on" }' },
  ],
  good: [{ ".vscode/tasks.json": '{"tasks": [{"label": "a", "command": "make"}]}' }],
});
