import { bubblewrapBackend } from "../../isolation/bubblewrap.ts";
import type { Check } from "../check.ts";
import { judged } from "../judged.ts";
import { probe, probeJob, withoutPermissions } from "../probe.ts";

export const bubblewrapWalls: Check = {
  id: "bubblewrap-walls",
  title: "an empty root and no network around native code in a guest process",
  async look({ installation }) {
    const plan = bubblewrapBackend.plan(probeJob(installation));
    if ("missing" in plan) return { state: "absent", detail: plan.missing, fix: plan.fix };
    return judged(await probe(withoutPermissions(plan)), "see bubblewrap above");
  },
};
