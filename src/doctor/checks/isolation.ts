import { planIsolated } from "../../isolation/index.ts";
import { bubblewrapWorks } from "../../isolation/verdict.ts";
import type { Check } from "../check.ts";
import { probeJob } from "../probe.ts";

/** What a run without `--isolation` gets. */
export const isolation: Check = {
  id: "isolation",
  title: "isolation of runs",
  look({ installation }) {
    const job = probeJob(installation);
    const { plan, passedOver } = planIsolated(job, "auto", (planned) =>
      bubblewrapWorks(job, planned, installation.cacheDir),
    );
    const detail = `${plan.isolation} by default: ${plan.walls}`;
    if (passedOver.length === 0) return { state: "holds", detail };
    const fixes = passedOver.map(({ fix }) => fix).join("; ");
    return { state: plan.walls === "none (V8 only)" ? "absent" : "weaker", detail, fix: fixes };
  },
};
