import { defineRule } from "../rule.ts";
import { startupWrites } from "../vocabulary/startup-writes.ts";

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
  match: startupWrites(),
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
