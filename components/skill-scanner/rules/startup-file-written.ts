import { all, argument, call, matches, not, receiver } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FILE_COPIERS, FILE_OPENERS, PATH_WRITERS } from "../vocabulary/file-calls.ts";
import { STARTUP_PLACE } from "../vocabulary/places.ts";

export default defineRule({
  id: "startup-file-written",
  category: "dangerous_imports",
  severity: "high",
  confidence: "medium",
  languages: ["python"],
  title: "a file that starts by itself is written",
  why: "What is put there runs at the next login, in every shell, or on every commit, long after the skill is gone.",
  fix: "Tell the user which line to add.",
  references: ["ATT&CK T1546.004", "ATT&CK T1547"],
  match: [
    call({
      of: FILE_OPENERS,
      where: all(argument([0, "file"], matches(STARTUP_PLACE)), argument([1, "mode"], matches(/[wax+]/))),
    }),
    call({
      of: PATH_WRITERS,
      where: all(receiver(matches(STARTUP_PLACE)), not(argument([0, "mode"], matches(/^rb?$/)))),
    }),
    call({ of: FILE_COPIERS, where: argument([1, "dst"], matches(STARTUP_PLACE)) }),
  ],
  bad: [
    'import os\nwith open(os.path.expanduser("~/.bashrc"), "a") as f:\n    f.write(line)',
    'from pathlib import Path\n(Path.home() / ".config/autostart/x.desktop").write_text(t)',
    'import shutil\nshutil.copy("hook", ".git/hooks/pre-commit")',
  ],
  good: [
    'import os\nopen(os.path.expanduser("~/.bashrc")).read()',
    'open("notes.profile.txt", "w")',
    'open(".git/config")',
  ],
});
