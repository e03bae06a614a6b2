import type { CapabilityUse } from "../audit/event.ts";
import type { Grants } from "../policy/grants.ts";
import type { Limits } from "../policy/limits.ts";
import type { Asking } from "./asking.ts";
import type { Budget } from "./budget.ts";
import type { Handles } from "./handles.ts";

/** What every family of operations of one run works with. */
export interface Desk {
  readonly grants: Grants;
  readonly limits: Limits;
  readonly handles: Handles;
  readonly budget: Budget;
  /** When the run must be over, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** Aborts when the run is over. */
  readonly over: AbortSignal;
  /** The same inputs shall give the same answers: listings are sorted, and no time or number of the host shows. */
  readonly deterministic: boolean;
  /**
   * Writes the event; call it before the effect, which must not happen when this throws.
   *
   * @throws SandboxError `audit` when it cannot be written
   */
  decide(decision: CapabilityDecision): void;
  /** Undefined when there is nobody to ask about a denial. */
  readonly asking?: Asking | undefined;
  /** A limit was reached: the run is over. */
  limit(limit: string, reason: string): void;
}

export interface CapabilityDecision extends CapabilityUse {
  readonly allowed: boolean;
  /** For a denial: the flag that would allow it. */
  readonly hint: string | undefined;
  /** One of the many small steps of a WASI program: in the log, and of no interest to who watches the run. */
  readonly routine?: boolean | undefined;
}
