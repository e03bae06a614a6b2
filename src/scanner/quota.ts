import type { Severity } from "./finding.ts";

/** Findings of one severity that a report lists; those beyond are counted. Per severity, so that a flood of small ones cannot push out a grave one. */
const LISTED_PER_SEVERITY = 2_500;

/** How many findings a report can still list. */
export class Quota {
  readonly #taken: Record<Severity, number> = { low: 0, medium: 0, high: 0, critical: 0 };

  take(severity: Severity): boolean {
    return this.#taken[severity]++ < LISTED_PER_SEVERITY;
  }
}
