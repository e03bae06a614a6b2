import { all, anyArgument, argument, call, matches, not, receiver, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { USUAL_SETTING } from "../vocabulary/commands.ts";
import { FILE_COPIERS, FILE_OPENERS, FILE_WRITERS, PATH_WRITERS } from "../vocabulary/file-calls.ts";
import { GO_FILE_WRITES } from "../vocabulary/go-calls.ts";
import { STARTUP_PLACE } from "../vocabulary/places.ts";
import { SHELL_COPIERS, SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "startup-file-written",
  category: "dangerous_imports",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "a file that starts by itself is written",
  why: "What is put there runs at the next login, in every shell, or on every commit, long after the skill is gone.",
  fix: "Tell the user which line to add.",
  references: ["ATT&CK T1546.004", "ATT&CK T1547"],
  shownAs: "administration-shown",
  match: [
    call({
      of: FILE_OPENERS.filter((name) => !/^(js|go)\./.test(name)),
      where: all(argument([0, "file"], matches(STARTUP_PLACE)), argument([1, "mode"], says(/[wax+]/))),
    }),
    call({
      of: PATH_WRITERS,
      where: all(receiver(matches(STARTUP_PLACE)), not(argument([0, "mode"], says(/^rb?$/)))),
    }),
    call({ of: FILE_WRITERS, where: argument(0, matches(STARTUP_PLACE)) }),
    call({ of: GO_FILE_WRITES, where: receiver(matches(STARTUP_PLACE)) }),
    call({ of: FILE_COPIERS, where: argument([1, "dst"], matches(STARTUP_PLACE)) }),
    call({
      of: SHELL_WRITERS,
      where: all(
        anyArgument(matches(STARTUP_PLACE), { except: ["stdin"] }),
        not(argument("stdin", says(USUAL_SETTING))),
      ),
    }),
    call({
      of: SHELL_COPIERS,
      where: words(
        says(
          / \S*(\.git\/hooks\/|\/etc\/(cron\.|init\.d|rc\.local)|LaunchAgents\/|LaunchDaemons\/|systemd\/(system|user)\/|autostart\/)\S*$|Start Menu\/Programs\/Start[Uu]p\S*$/,
        ),
      ),
    }),
  ],
  bad: [
    'import os\nwith open(os.path.expanduser("~/.bashrc"), "a") as f:\n    f.write(line)',
    'from pathlib import Path\n(Path.home() / ".config/autostart/x.desktop").write_text(t)',
    'import shutil\nshutil.copy("hook", ".git/hooks/pre-commit")',
    { "run.sh": 'echo "nohup /tmp/.x &" >> ~/.bashrc' },
    { "run.sh": "cat x | tee -a $HOME/.zshrc" },
    { "run.sh": "cp hook.sh .git/hooks/pre-commit" },
    { "run.bat": 'copy a.exe "%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup\\a.exe"' },
    {
      "skill.js":
        'const { appendFileSync } = require("fs");\nappendFileSync(require("os").homedir() + "/.bashrc", line);',
    },
    { "a.rb": 'File.open(File.expand_path("~/.bashrc"), "a") { |f| f.puts line }' },
    {
      "main.go":
        'package main\n\nimport (\n\t"os"\n)\n\nfunc main() {\n\tos.WriteFile("/etc/cron.d/tool", line, 0644)\n}',
    },
  ],
  good: [
    'import os\nopen(os.path.expanduser("~/.bashrc")).read()',
    'open("notes.profile.txt", "w")',
    'open(".git/config")',
    { "run.sh": "echo 'export PATH=\"$HOME/.local/bin:$PATH\"' >> ~/.bashrc" },
    { "run.sh": "echo 'eval \"$(starship init bash)\"' >> ~/.bashrc" },
    { "run.sh": "cp ~/.bashrc backup" },
    { "skill.js": 'require("fs").appendFileSync("notes.txt", line);' },
  ],
});
