import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { VARIABLE_READS } from "../vocabulary/environment-calls.ts";
import { FILE_COPIERS, FILE_OPENERS, PATH_READERS } from "../vocabulary/file-calls.ts";
import { clipboard, screenshot, storedPassword } from "../vocabulary/sources.ts";
import { callsItTheft } from "../vocabulary/telling-names.ts";

export default defineRule({
  id: "taken-as-loot",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "files or secrets are read by what its author calls theft",
  why: "Names are for whoever maintains the program: nobody says of his own backup that it steals keys.",
  fix: "Remove it.",
  references: ["ATT&CK T1005", "ATT&CK T1555"],
  match: call({
    of: [
      ...new Set([
        ...FILE_OPENERS,
        ...PATH_READERS,
        ...FILE_COPIERS,
        ...VARIABLE_READS,
        ...[clipboard, screenshot, storedPassword].flatMap(({ calls }) => calls),
      ]),
    ],
    where: callsItTheft,
  }),
  bad: [
    "def steal_ssh_keys(path):\n    with open(path) as f:\n        return f.read()",
    "import os\nclass Stealer:\n    def take(self, name):\n        return os.environ.get(name)",
    { "a.js": 'const fs = require("fs");\nfunction exfiltrateFiles(list) {\n  return fs.readFileSync(list);\n}' },
    "import pyperclip\ndef run(c2_server):\n    return pyperclip.paste()",
  ],
  good: [
    "def read_keys(path):\n    with open(path) as f:\n        return f.read()",
    "def detect_stealer(path):\n    with open(path) as f:\n        return f.read()",
    "import os\ndef debug(context):\n    context.keylog_filename = os.environ.get('SSLKEYLOGFILE')\n    return open(context.keylog_filename)",
    "def drop(loot_table):\n    return open(loot_table)",
    "def steal_focus(path):\n    return open(path)",
  ],
});
