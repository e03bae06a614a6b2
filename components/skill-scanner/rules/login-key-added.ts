import { all, anyArgument, argument, call, inDocument, not, receiver, says } from "../match.ts";
import { defineRule } from "../rule.ts";
import { FILE_COPIERS, FILE_OPENERS, FILE_WRITERS, PATH_WRITERS } from "../vocabulary/file-calls.ts";
import { GO_FILE_WRITES } from "../vocabulary/go-calls.ts";
import { SHELL_COPIERS, SHELL_WRITERS } from "../vocabulary/shell-commands.ts";

const LOGIN_KEYS = /\.ssh[\\/]authorized_keys/;
/** A key that goes on, whatever stands beside it. */
const KEY = /AAAA[\w+/]{12}/;
/** A key that whoever reads a guide puts there himself. */
const PLACEHOLDER = /AAAA[\w+/]{0,8}(\.\.\.|…)|<[^>]*key[^>]*>|your[-_ ](public[-_ ]?)?key/i;

export default defineRule({
  id: "login-key-added",
  category: "persistence",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell", "go", "ruby"],
  title: "a key that may log in is added",
  why: "Its owner can log in at any time from then on.",
  fix: "Tell the user which key to add, and where.",
  references: ["ATT&CK T1098.004"],
  match: [
    call({
      of: [...SHELL_WRITERS, ...SHELL_COPIERS],
      where: all(
        anyArgument(says(LOGIN_KEYS), { except: ["stdin"] }),
        not(all(inDocument, anyArgument(says(PLACEHOLDER)), not(anyArgument(says(KEY))))),
      ),
    }),
    call({
      of: FILE_OPENERS.filter((name) => !/^(js|go)\./.test(name)),
      where: all(argument([0, "file"], says(LOGIN_KEYS)), argument([1, "mode"], says(/[wax+]/))),
    }),
    call({ of: PATH_WRITERS, where: all(receiver(says(LOGIN_KEYS)), not(argument([0, "mode"], says(/^rb?$/)))) }),
    call({ of: FILE_WRITERS, where: argument(0, says(LOGIN_KEYS)) }),
    call({ of: GO_FILE_WRITES, where: receiver(says(LOGIN_KEYS)) }),
    call({ of: FILE_COPIERS, where: argument([1, "dst"], says(LOGIN_KEYS)) }),
  ],
  bad: [
    { "run.sh": 'echo "ssh-ed25519 AAAA me" >> ~/.ssh/authorized_keys' },
    { "run.sh": "cat k | sudo tee -a /root/.ssh/authorized_keys" },
    { "run.sh": 'echo "ssh-ed25519 AAAA... your-key" >> ~/.ssh/authorized_keys' },
    'import os\nopen(os.path.expanduser("~/.ssh/authorized_keys"), "a").write(key)',
    { "skill.js": 'require("fs").appendFileSync(require("os").homedir() + "/.ssh/authorized_keys", key);' },
  ],
  good: [
    { "README.md": "```sh\necho 'ssh-rsa AAAA...' >> ~/.ssh/authorized_keys\n```\n" },
    { "README.md": "```sh\necho '<your public key>' >> ~/.ssh/authorized_keys\n```\n" },
    { "run.sh": "cat ~/.ssh/authorized_keys" },
    { "run.sh": 'echo "ssh-ed25519 AAAA me" > k.pub' },
  ],
});
