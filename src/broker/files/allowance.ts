import type { Spending } from "../budget.ts";

/** What is left of a run's limits, for whole files. */
export interface Allowance {
  /** False when it is more than what is left; the run is over then. */
  spend(what: Spending, amount: number): boolean;
  /** Whether one more file may be open for a moment; where it may not the run is over. */
  mayOpen(): boolean;
}

/** For whoever only looks. */
export const UNLIMITED: Allowance = { spend: () => true, mayOpen: () => true };
