import { inspectComponent } from "../engine/inspect.ts";
import { planGuest } from "../run/plan.ts";
import type { RunRequest } from "../run.ts";
import { openTarget } from "../skill/target.ts";
import type { Context } from "./context.ts";

/** Prints what a run would do, from the same plan that a run executes. */
export function showPlan(context: Context, request: RunRequest, compact: boolean): void {
  const { imports, exports } = inspectComponent(openTarget(request.component).read());
  const { plan } = planGuest(request.installation, request.limits);
  const { grants, limits, cwd } = request;
  const object = { component: request.component, imports, exports, grants, limits, cwd, ...plan };
  context.output.out(`${JSON.stringify(object, null, compact ? 0 : 2)}\n`);
}
