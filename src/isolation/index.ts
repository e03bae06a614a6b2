import { SandboxError } from "../errors.ts";
import type { Backend, Missing } from "./backend.ts";
import { bubblewrapBackend } from "./bubblewrap.ts";
import type { LaunchJob, LaunchPlan } from "./launcher.ts";
import { processBackend } from "./process.ts";

/** Every backend, the strictest first: `auto` takes the first that works here. */
export const BACKENDS: readonly Backend[] = [bubblewrapBackend, processBackend];

/** What a user may ask for. A backend that was named is used or refused, never replaced. */
export const ISOLATIONS = ["auto", "process", "bubblewrap"] as const;
export type Isolation = (typeof ISOLATIONS)[number];

/** A plan, and which stricter backends `auto` passed over, with the reason of each. */
export interface IsolatedPlan {
  readonly plan: LaunchPlan;
  readonly passedOver: readonly (Missing & { readonly name: string })[];
}

/**
 * Plans a process with the isolation that was asked for.
 *
 * @param works says whether a plan really works on this machine, found by trying: undefined when it does
 * @throws SandboxError `missing-backend` when the backend that was named is not there
 */
export function planIsolated(
  job: LaunchJob,
  asked: Isolation,
  works: (plan: LaunchPlan) => Missing | undefined,
): IsolatedPlan {
  return asked === "auto" ? firstThatWorks(job, works) : { plan: planNamed(job, asked), passedOver: [] };
}

function planNamed(job: LaunchJob, asked: Isolation): LaunchPlan {
  const plan = BACKENDS.find(({ name }) => name === asked)?.plan(job);
  if (plan === undefined) throw new SandboxError("usage", `there is no isolation ${asked}`);
  if (!("missing" in plan)) return plan;
  throw new SandboxError("missing-backend", `--isolation=${asked}: ${plan.missing}`, { hint: plan.fix });
}

function firstThatWorks(job: LaunchJob, works: (plan: LaunchPlan) => Missing | undefined): IsolatedPlan {
  const passedOver: (Missing & { readonly name: string })[] = [];
  for (const { name, plan } of BACKENDS) {
    const planned = plan(job);
    const missing = "missing" in planned ? planned : name === "process" ? undefined : works(planned);
    if (missing !== undefined) passedOver.push({ name, ...missing });
    else if (!("missing" in planned)) return { plan: planned, passedOver };
  }
  throw new SandboxError("internal", "no backend can be planned");
}
