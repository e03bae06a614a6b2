import { all, call, inDocument, not, says, words } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "machine-stopped",
  category: "destructive_action",
  severity: "medium",
  confidence: "medium",
  languages: ["shell"],
  title: "the machine is stopped",
  why: "Whatever the user had open is lost.",
  fix: "Ask the user to restart what has to be restarted.",
  references: ["ATT&CK T1529", "ATT&CK T1489"],
  match: [
    call({ of: ["sh.shutdown", "sh.reboot", "sh.poweroff", "sh.halt"], where: not(inDocument) }),
    call({ of: ["sh.init", "sh.telinit"], where: all(not(inDocument), words(says(/^[06]$/))) }),
  ],
  bad: [{ "run.sh": "sudo reboot" }, { "run.sh": "init 0" }],
  good: [{ "run.sh": "kill -9 $pid" }, { "run.sh": "kill -1 $pid" }],
});
