import { basename } from "node:path";
import { prepare } from "../engine/prepare.ts";
import type { Prepared } from "../engine/prepared.ts";
import { SandboxError } from "../errors.ts";
import { FIXED_NODE_FLAGS } from "../isolation/launcher.ts";
import { callOf } from "../run/call.ts";
import { checkDirs } from "../run/check-dirs.ts";
import { encodeGuestJob, planGuest, rationsOf } from "../run/plan.ts";
import type { ServeRequest } from "../serve.ts";
import { openTarget } from "../skill/target.ts";

/** All that the guest processes of one server have in common. */
export interface Blueprint {
  readonly name: string;
  readonly digest: string;
  /** The frame that makes an instance, in parts. The first process that takes it validates the component. */
  job(validate: boolean): Uint8Array[];
  /** Nobody has validated the component's modules before. */
  readonly isNew: boolean;
}

/**
 * Reads and prepares the component, once.
 *
 * @throws SandboxError when it is none, or answers no requests
 */
export async function drawBlueprint(request: ServeRequest): Promise<Blueprint> {
  const target = openTarget(request.component);
  const bytes = target.read();
  const { job } = planGuest(request.installation, request.limits, request.isolation);
  const guestFlags = [...FIXED_NODE_FLAGS, ...(job.nodeFlags ?? [])];
  const prepared = await prepare(bytes, {
    ...request.installation,
    guestFlags,
    fuel: request.limits.fuel !== undefined,
  });
  await checkDirs(request.grants.dirs);
  const call = await callOf(prepared.info, "serve", bytes);
  if (typeof call !== "string") throw new SandboxError("refused", call.reason, { hint: call.hint });
  const options = {
    maxResultBytes: 0,
    rations: rationsOf(request.limits),
    args: [basename(request.component), ...(request.args ?? [])],
    env: Object.entries(request.grants.env),
    deterministic: request.deterministic === true,
    input: "",
  };
  const frame = (of: Prepared) => encodeGuestJob(of, bytes, call, options);
  return {
    name: target.name,
    digest: prepared.digest,
    isNew: !prepared.cached,
    job: (validate) => frame({ ...prepared, cached: !validate }),
  };
}
