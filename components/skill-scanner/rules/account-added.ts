import { any, argument, call, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "account-added",
  category: "privilege_escalation",
  severity: "high",
  confidence: "medium",
  languages: ["shell"],
  title: "an account is made or given another password",
  why: "It stays open after the skill is gone.",
  fix: "Tell the user which account is needed.",
  references: ["ATT&CK T1136.001", "ATT&CK T1098"],
  shownAs: "administration-shown",
  match: [
    call({
      of: ["sh.useradd", "sh.adduser"],
      where: words(says(/(^| )(-o|-u 0|--uid 0|--non-unique|(-G|--groups)[ =]\S*(sudo|wheel|root|admin))( |$|,)/)),
    }),
    call({ of: ["sh.chpasswd"] }),
    call({ of: ["sh.passwd"], where: any(argument(0, says(/^(root|--stdin)$/)), argument("stdin", says(/./))) }),
  ],
  bad: [{ "run.sh": "useradd -o -u 0 -g 0 backup" }, { "run.sh": 'echo "root:x" | chpasswd' }],
  good: [{ "run.sh": "useradd --system --no-create-home app" }, { "run.sh": "passwd --status me" }],
});
