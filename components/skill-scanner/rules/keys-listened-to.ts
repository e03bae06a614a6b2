import { argument, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "keys-listened-to",
  category: "credential_access",
  severity: "high",
  confidence: "medium",
  languages: ["shell"],
  title: "the keys that the user presses are listened to",
  why: "Passwords are among what is recorded.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1056.001"],
  match: [
    call({ of: ["sh.logkeys", "sh.showkey", "sh.evtest", "sh.keylogger"] }),
    call({ of: ["sh.xinput"], where: words(says(/^test/)) }),
    call({ of: ["sh.cat", "sh.<"], where: argument(0, says(/^\/dev\/input\//)) }),
  ],
  bad: [{ "run.sh": "xinput test-xi2 --root > k.log" }, { "run.sh": "logkeys --start --output k.log" }],
  good: [{ "run.sh": "xinput list" }, { "run.sh": "cat /dev/null" }],
});
