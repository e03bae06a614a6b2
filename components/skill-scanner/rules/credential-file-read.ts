import {
  all,
  any,
  anyArgument,
  argument,
  call,
  inDocument,
  matches,
  not,
  receiver,
  says,
  words,
  written,
} from "../match.ts";
import { defineRule } from "../rule.ts";
import { OWN_KEY } from "../vocabulary/commands.ts";
import { FILE_COPIERS, FILE_OPENERS, PATH_READERS } from "../vocabulary/file-calls.ts";
import { CLOUD_CREDENTIALS, GRAVE_PLACES, SYSTEM_PASSWORDS } from "../vocabulary/places.ts";
import { SHELL_READERS } from "../vocabulary/shell-commands.ts";

/** The others hold settings beside the secrets: guides say how to look at those. */
const NEVER_LOOKED_AT = GRAVE_PLACES.filter((place) => ![CLOUD_CREDENTIALS, SYSTEM_PASSWORDS].includes(place));

/** The parameter that names the file. */
const FILE = [0, "file", "src", "database"];

export default defineRule({
  id: "credential-file-read",
  category: "credential_access",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "a file of credentials is opened",
  why: "What is in it opens other machines, accounts or wallets.",
  fix: "Let the tool that owns the file use it.",
  references: ["ATT&CK T1552.001", "CWE-522"],
  match: [
    call({
      of: [...FILE_OPENERS, ...FILE_COPIERS, ...PATH_READERS, "sqlite3.connect"],
      where: any(
        all(
          argument(FILE, matches(...GRAVE_PLACES)),
          argument(FILE, written),
          not(all(inDocument, argument(FILE, says(/^\/etc\/passwd$/)))),
        ),
        receiver(matches(...GRAVE_PLACES)),
      ),
    }),
    call({
      of: SHELL_READERS,
      where: all(
        any(
          all(anyArgument(matches(...GRAVE_PLACES), { except: ["stdin"] }), not(inDocument)),
          anyArgument(matches(...NEVER_LOOKED_AT), { except: ["stdin"] }),
        ),
        not(words(says(OWN_KEY))),
      ),
    }),
  ],
  bad: [
    'import os\nkey = open(os.path.expanduser("~/.ssh/id_rsa")).read()',
    'from pathlib import Path\n(Path.home() / ".aws" / "credentials").read_text()',
    'import shutil\nshutil.copy("/etc/shadow", "/tmp/s")',
    'import os\np = os.path.join(os.environ["HOME"], ".ssh", "id_ed25519")\nwith open(p) as f:\n    f.read()',
    { "run.sh": "cat ~/.ssh/id_rsa" },
    { "run.sh": "k=$(< ~/.aws/credentials)" },
    { "run.sh": "tar czf k.tgz $HOME/.gnupg/" },
    { "skill.js": 'const { homedir } = require("os");\nrequire("fs").readFileSync(homedir() + "/.ssh/id_rsa");' },
    {
      "main.go":
        'package main\n\nimport (\n\t"os"\n)\n\nfunc main() {\n\tkey, _ := os.ReadFile("/root/.ssh/id_rsa")\n\t_ = key\n}',
    },
    { "a.rb": 'key = File.read(File.expand_path("~/.ssh/id_rsa"))' },
  ],
  good: [
    'import os\nopen(os.path.expanduser("~/.netrc")).read()',
    'import store\nopen(store.copy_of("~/.ssh/id_rsa"))',
    'path = "~/.ssh/id_rsa"',
    'open("~/.ssh_notes")',
    'import os\nos.path.exists("/etc/shadow")',
    { "collect.sh": 'cp -a /root/.bash_history /home/*/.zsh_history "$case/"' },
    'import os, shutil, sqlite3\nshutil.copy(os.path.expanduser("~/.config/google-chrome/Default/History"), "h.db")\nsqlite3.connect("h.db")',
    { "run.sh": "cat ~/.ssh/id_rsa.pub" },
    { "run.sh": "ls ~/.ssh" },
    { "README.md": "```sh\ncat ~/.ssh/authorized_keys\n```\n" },
    { "README.md": "```python\nwith open('/etc/passwd') as f:\n    users = f.readlines()\n```\n" },
    { "README.md": "```sh\ncat ~/.aws/credentials\n```\n" },
    { "run.sh": "grep -q x ~/.bashrc" },
    { "skill.js": 'require("fs").readFileSync("package.json");' },
  ],
});
