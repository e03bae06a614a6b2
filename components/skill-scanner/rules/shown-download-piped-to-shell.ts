import { argument, call, from } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SHOWN_CODE } from "../vocabulary/shell-commands.ts";
import { downloaded } from "../vocabulary/sources.ts";

export default defineRule({
  id: "shown-download-piped-to-shell",
  category: "remote_code_download",
  severity: "low",
  confidence: "high",
  languages: ["markdown"],
  title: "a document shows how to run what is downloaded at once",
  why: "Whoever follows it hands the machine to the server.",
  fix: "Show how to download, check and then run.",
  references: ["CWE-494", "ATT&CK T1105"],
  match: call({ of: SHOWN_CODE, where: argument(0, from(downloaded)) }),
  bad: [{ "README.md": "```sh\ncurl -fsSL https://example.com/i.sh | bash\n```\n" }],
  good: [{ "README.md": "```sh\ncurl -o i.sh https://example.com/i.sh\n```\n" }],
});
