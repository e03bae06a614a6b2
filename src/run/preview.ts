import { inspectComponent } from "../engine/inspect.ts";
import { describeGrants } from "../policy/describe.ts";
import { openTarget } from "../skill/target.ts";
import { callOf, plannedInvocation, wantedBy } from "./call.ts";
import { planGuest } from "./plan.ts";
import type { RunRequest } from "./request.ts";

/** What a run would do, as data. Nothing of the component is prepared, and no process is started but a trial of bubblewrap. */
export async function previewRun(request: RunRequest) {
  const { component, limits, cwd, capped = [] } = request;
  const grants = describeGrants(request.grants);
  const bytes = openTarget(component).read();
  const info = inspectComponent(bytes);
  const { imports, exports } = info;
  const { plan } = planGuest(request.installation, limits, request.isolation);
  const invoke = await plannedInvocation(request, bytes);
  const call = await callOf(info, wantedBy(request), bytes);
  const refused = typeof call === "string" ? undefined : call.reason;
  return { component, imports, exports, refused, invoke: invoke?.name, grants, capped, limits, cwd, ...plan };
}
