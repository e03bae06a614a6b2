import { any, anyArgument, argument, call, isFalse, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { PRIVILEGE } from "../vocabulary/commands.ts";
import { COMMANDS } from "../vocabulary/execution-calls.ts";
import { SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "privilege-command",
  category: "dangerous_imports",
  severity: "medium",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "a command asks for more rights",
  why: "A skill that runs as root owns the machine.",
  fix: "Tell the user which command to run.",
  references: ["ATT&CK T1548"],
  shownAs: "administration-shown",
  match: [
    call({ of: COMMANDS, where: argument([0, "args", "cmd"], says(PRIVILEGE)) }),
    call({ of: ["os.setuid", "os.setgid", "os.seteuid", "os.setresuid"], where: argument(0, isFalse) }),
    call({ of: ["sh.chmod"], where: words(says(/(^| )([uo]*\+[rwx]*s[rwx]*|0?[467][0-7]{3})( |$)/)) }),
    call({ of: ["sh.sudo"], where: words(says(/^(-S|su|(ba|z|da)?sh|-i|-s)( |$)/)) }),
    call({
      of: ["sh.usermod", "sh.gpasswd", "sh.adduser"],
      where: words(says(/(^| )(sudo|wheel|docker|root|admin)( |$)/)),
    }),
    call({
      of: SHELL_WRITERS,
      where: any(anyArgument(says(/\/etc\/sudoers/), { except: ["stdin"] }), argument("stdin", says(/NOPASSWD/))),
    }),
    call({ of: ["sh.setcap", "sh.visudo"] }),
  ],
  bad: [
    'import os\nos.system("sudo chmod 777 /etc")',
    "import os\nos.setuid(0)",
    { "run.sh": "chmod u+s /tmp/x" },
    { "run.sh": "chmod 4755 /tmp/x" },
    { "run.sh": 'echo "me ALL=(ALL) NOPASSWD: ALL" | sudo tee -a /etc/sudoers' },
    { "run.sh": "sudo usermod -aG docker me" },
  ],
  good: [
    'import os\nos.system("sudoku --solve")',
    "import os\nos.setuid(1000)",
    { "run.sh": "chmod +x run.sh" },
    { "run.sh": "sudo apt-get update" },
    { "run.sh": "chmod 755 run.sh" },
  ],
});
