import { all, call, inDocument, not, says, setting, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "git-setting-runs-program",
  category: "persistence",
  severity: "high",
  confidence: "medium",
  languages: ["data", "shell"],
  title: "a setting of git runs a program",
  why: "Ordinary commands such as git status start it.",
  fix: "Leave such settings to the user.",
  references: ["CWE-829", "ATT&CK T1546"],
  match: [
    setting({
      of: ["core.fsmonitor", "core.sshCommand", "core.hooksPath", "core.gitProxy", "core.alternateRefsCommand"].map(
        (key) => `git-config.${key}`,
      ),
      is: says(/[^\s]/),
    }),
    call({
      of: ["sh.git.config"],
      where: all(not(inDocument), words(says(/(^| )--(global|system) (.* )?core\.(hooksPath|fsmonitor) [^ ]/i))),
    }),
  ],
  bad: [
    { "run.sh": 'git config --global core.hooksPath "$HOME/.hooks"' },
    { ".git/config": "[core]\n\tfsmonitor = ./a.sh\n" },
    { ".gitconfig": "[core]\n\tsshCommand = ssh -o ProxyCommand=./a\n" },
  ],
  good: [
    { "run.sh": "git config core.hooksPath .githooks\ngit config --global --unset core.hooksPath" },
    { "README.md": "```sh\ngit config --global core.hooksPath ~/.hooks\n```\n" },
    { ".git/config": '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://a.example/r.git\n' },
  ],
});
