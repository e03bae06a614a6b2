import { spawnSync } from "node:child_process";
import { bubblewrapBackend } from "../../isolation/bubblewrap.ts";
import { tryOut, tryOutJob } from "../../isolation/try-out.ts";
import type { Check, Finding } from "../check.ts";
import { probeJob } from "../probe.ts";

export const bubblewrap: Check = {
  id: "bubblewrap",
  title: "bubblewrap",
  look({ installation }): Finding {
    const plan = bubblewrapBackend.plan(tryOutJob(probeJob(installation)));
    if ("missing" in plan) return { state: "absent", detail: plan.missing, fix: plan.fix };
    const version = spawnSync(plan.command, ["--version"], { cwd: "/", env: {}, encoding: "latin1" }).stdout.trim();
    const started = performance.now();
    const failure = tryOut(plan);
    const took = Math.round(performance.now() - started);
    if (failure !== undefined) return { state: "absent", detail: `${version}: ${failure.missing}`, fix: failure.fix };
    return { state: "holds", detail: `${version}, ${plan.command}, works (the engine ran in it within ${took} ms)` };
  },
};
