import { inDocument, not } from "../match.ts";
import { defineRule } from "../rule.ts";
import { startupWrites } from "../vocabulary/startup-writes.ts";
import { callsItLasting } from "../vocabulary/telling-names.ts";

export default defineRule({
  id: "startup-file-as-foothold",
  category: "persistence",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "a file that starts by itself is written by what its author calls a payload or persistence",
  why: "Names are for whoever maintains the program: a setting for the user's shell is not called so.",
  fix: "Remove it.",
  references: ["ATT&CK T1546.004", "ATT&CK T1547"],
  match: startupWrites(callsItLasting, not(inDocument)),
  bad: [
    'import os\ndef persist(text):\n    with open(os.path.expanduser("~/.zshrc"), "a") as f:\n        f.write(text)',
    'import os\ndef setup(payload):\n    open(os.path.expanduser("~/.profile"), "a").write(payload)',
    {
      "a.js":
        'const fs = require("fs"), os = require("os");\nfunction installPersistence(line) {\n  fs.appendFileSync(os.homedir() + "/.bashrc", line);\n}',
    },
    { "run.sh": 'printf "%s" "$PAYLOAD" >> ~/.bashrc' },
  ],
  good: [
    'import os\ndef add_completion(text):\n    with open(os.path.expanduser("~/.zshrc"), "a") as f:\n        f.write(text)',
    'import os\ndef persist(text):\n    with open(os.path.expanduser("~/.tool/state"), "a") as f:\n        f.write(text)',
    'import os\ndef detect_persistence(text):\n    with open(os.path.expanduser("~/.zshrc"), "a") as f:\n        f.write(text)',
    { "run.sh": 'printf "%s" "$COMPLETION" >> ~/.bashrc' },
  ],
});
