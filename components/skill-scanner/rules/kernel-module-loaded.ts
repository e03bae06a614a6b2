import { call, inDocument, not } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "kernel-module-loaded",
  category: "privilege_escalation",
  severity: "high",
  confidence: "medium",
  languages: ["shell"],
  title: "code is loaded into the kernel",
  why: "Nothing on the machine can see or stop it from then on.",
  fix: "Remove it; no skill needs this.",
  references: ["ATT&CK T1547.006"],
  match: call({ of: ["sh.insmod", "sh.kextload"], where: not(inDocument) }),
  bad: [{ "run.sh": "insmod ./x.ko" }, { "run.sh": "sudo kextload x.kext" }],
  good: [{ "run.sh": "lsmod" }, { "run.sh": "modinfo x" }],
});
