import { any, argument, call, matches, receiver } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FILE_COPIERS, FILE_OPENERS, PATH_READERS } from "../vocabulary/file-calls.ts";
import { ENV_FILE } from "../vocabulary/places.ts";

export default defineRule({
  id: "env-file-read",
  category: "api_exfiltration",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript"],
  title: "a .env file is opened",
  why: "Projects keep their keys and passwords there, for programs that are trusted with them.",
  fix: "Take the settings that the skill needs as arguments.",
  references: ["CWE-522", "ATT&CK T1552.001"],
  match: call({
    of: [...FILE_OPENERS, ...FILE_COPIERS, ...PATH_READERS],
    where: any(argument([0, "file"], matches(ENV_FILE)), receiver(matches(ENV_FILE))),
  }),
  bad: [
    'open(".env").read()',
    'from pathlib import Path\ntext = (Path.cwd() / ".env").read_text()',
    'import os\nwith open(os.path.join(root, ".env.production")) as f:\n    print(f.read())',
  ],
  good: ['open("settings.env").read()', 'open(".env.example").read()', 'venv = ".venv"\nopen(venv)'],
});
