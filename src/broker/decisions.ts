import type { Recorder } from "../audit/recorder.ts";
import { SandboxError } from "../errors.ts";
import { attributed } from "../policy/attribute.ts";
import type { Grants } from "../policy/grants.ts";
import type { CapabilityDecision } from "./desk.ts";

export interface DecisionHandlers {
  readonly grants: Grants;
  readonly recorder: Recorder;
  readonly onDecision: (decision: CapabilityDecision) => void;
  readonly onLimit: (limit: string, reason: string) => void;
}

/**
 * Writes a decision into the audit log, by the run's own grants unless others are named, and then says it.
 *
 * @throws SandboxError `audit` when it cannot be written
 */
export type Decide = (made: CapabilityDecision, grants?: Grants) => void;

export function decisionsOf({ grants: own, recorder, onDecision, onLimit }: DecisionHandlers): Decide {
  return (made, grants = own) => {
    const decision = attributed(grants, made);
    const { allowed, hint: _hint, routine: _routine, ...rest } = decision;
    const use = { ...rest, argument: shortened(rest.argument) };
    if (!recorder.record({ event: allowed ? "capability_allowed" : "capability_denied", ...use })) {
      const reason = "more events than the audit log of one run may hold";
      onLimit("audit-events", reason);
      // What is not in the log does not happen.
      throw new SandboxError("audit", reason);
    }
    onDecision(decision);
  };
}

/** A log line stays readable, whatever the guest puts into a path. */
const MAX_ARGUMENT = 1024;

export function shortened(argument: string): string {
  return argument.length <= MAX_ARGUMENT ? argument : `${argument.slice(0, MAX_ARGUMENT)}…`;
}
