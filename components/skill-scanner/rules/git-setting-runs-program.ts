import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "git-setting-runs-program",
  category: "persistence",
  severity: "high",
  confidence: "medium",
  languages: ["data"],
  title: "a setting of git runs a program",
  why: "Ordinary commands such as git status start it.",
  fix: "Leave such settings to the user.",
  references: ["CWE-829", "ATT&CK T1546"],
  match: setting({
    of: ["core.fsmonitor", "core.sshCommand", "core.hooksPath", "core.gitProxy", "core.alternateRefsCommand"].map(
      (key) => `git-config.${key}`,
    ),
    is: says(/[^\s]/),
  }),
  bad: [
    { ".git/config": "[core]\n\tfsmonitor = ./a.sh\n" },
    { ".gitconfig": "[core]\n\tsshCommand = ssh -o ProxyCommand=./a\n" },
  ],
  good: [{ ".git/config": '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://a.example/r.git\n' }],
});
