import { planLaunch } from "../../isolation/process.ts";
import type { Check } from "../check.ts";
import { judged } from "../judged.ts";
import { probeJob } from "../probe.ts";

export const walls: Check = {
  id: "walls",
  title: "walls of the kernel against native code in a guest process",
  async look(machine) {
    const fix = "use Linux 5.13 or later with perl; until then run with --require-walls to be refused";
    if (planLaunch(probeJob(machine.installation)).walls === "none (V8 only)") {
      return { state: "absent", detail: "none (V8 only)", fix };
    }
    return judged(await machine.nativeProbe(), fix);
  },
};
