import { inspectComponent } from "../engine/inspect.ts";
import { describeGrants } from "../policy/describe.ts";
import type { RunRequest } from "../run.ts";
import { openTarget } from "../skill/target.ts";
import { callOf } from "./call.ts";
import { planGuest } from "./plan.ts";

/** What a run would do, as data. Nothing of the component is prepared, and no process is started but a trial of bubblewrap. */
export function previewRun(request: RunRequest) {
  const { component, limits, cwd } = request;
  const grants = describeGrants(request.grants);
  const { imports, exports, ...info } = inspectComponent(openTarget(component).read());
  const { plan } = planGuest(request.installation, limits, request.isolation);
  const call = callOf({ ...info, imports, exports }, request.scanCode !== undefined);
  const refused = typeof call === "string" ? undefined : call.reason;
  return { component, imports, exports, refused, grants, limits, cwd, ...plan };
}
