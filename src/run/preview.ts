import { resolve } from "node:path";
import { LogFile } from "../audit/log-file.ts";
import { inspectComponent } from "../engine/inspect.ts";
import { SandboxError } from "../errors.ts";
import { describeGrants } from "../policy/describe.ts";
import { openTarget } from "../skill/target.ts";
import { callOf, plannedInvocation, wantedBy } from "./call.ts";
import { checkDirs } from "./check-dirs.ts";
import { planGuest } from "./plan.ts";
import type { RunRequest } from "./request.ts";
import { wallsRefusal } from "./walls-refusal.ts";

/**
 * What a run would do, as data. Nothing of the component is prepared, and no process is started but a trial of bubblewrap.
 *
 * @throws SandboxError what the run would throw before it starts
 */
export async function previewRun(request: RunRequest) {
  const { component, limits, cwd, capped = [] } = request;
  const target = openTarget(component);
  if (request.auditLog !== undefined) LogFile.check(resolve(cwd, request.auditLog));
  const bytes = target.read();
  const invoke = await plannedInvocation(request, bytes);
  const { plan } = planGuest(request.installation, limits, request.isolation);
  const info = inspectComponent(bytes);
  await checkDirsInTime(request);
  const call = await callOf(info, wantedBy(request), bytes);
  const refusal = typeof call === "string" ? wallsRefusal(request, plan.walls) : call;
  return {
    component,
    imports: info.imports,
    exports: info.exports,
    refused: refusal?.reason,
    invoke: invoke?.name,
    programArguments: request.args ?? [],
    grants: describeGrants(request.grants),
    capped,
    limits,
    deterministic: request.deterministic === true,
    auditLog: request.auditLog,
    requireWalls: request.requireWalls === true,
    isolationAsked: request.isolation ?? "auto",
    cwd,
    ...plan,
  };
}

/** A file system that never answers ends a run at its timeout. */
async function checkDirsInTime({ grants, limits: { timeoutMs } }: RunRequest): Promise<void> {
  if (grants.dirs.length === 0) return;
  const { promise: overdue, reject } = Promise.withResolvers<never>();
  const late = new SandboxError("unreadable", `a folder of --dir does not answer within ${timeoutMs / 1000} s`);
  const timer = setTimeout(() => reject(late), timeoutMs);
  try {
    await Promise.race([checkDirs(grants.dirs), overdue]);
  } finally {
    clearTimeout(timer);
  }
}
