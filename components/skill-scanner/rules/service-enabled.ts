import { call, inDocument, not } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "service-enabled",
  category: "persistence",
  severity: "medium",
  confidence: "low",
  languages: ["shell"],
  title: "a service is made to start at boot",
  why: "It goes on running after the skill is gone.",
  fix: "Tell the user which service to enable.",
  references: ["ATT&CK T1543.002"],
  shownAs: "administration-shown",
  match: call({
    of: ["sh.systemctl.enable", "sh.rc-update.add", "sh.update-rc", "sh.chkconfig"],
    where: not(inDocument),
  }),
  bad: [{ "run.sh": "sudo systemctl enable --now docker" }, { "run.sh": "systemctl --user enable x.service" }],
  good: [{ "run.sh": "systemctl restart nginx" }, { "run.sh": "systemctl is-enabled nginx" }],
});
