import type { Severity } from "./finding.ts";

/** Findings of one severity that a report lists; those beyond are counted. Per severity, so that a flood of small ones cannot push out a grave one. */
const LISTED_PER_SEVERITY = 2_500;
/** Of one rule and severity, for the same reason. */
const LISTED_PER_RULE = 500;

/** How many findings a report can still list. */
export class Quota {
  readonly #taken: Record<Severity, number> = { low: 0, medium: 0, high: 0, critical: 0 };
  readonly #byRule = new Map<string, number>();

  /** Takes the place of one more, if there is any. */
  take(severity: Severity, rule: string): boolean {
    const key = `${severity} ${rule}`;
    const alike = this.#byRule.get(key) ?? 0;
    if (alike >= LISTED_PER_RULE || this.#taken[severity] >= LISTED_PER_SEVERITY) return false;
    this.#byRule.set(key, alike + 1);
    this.#taken[severity]++;
    return true;
  }
}
