import type { Finding, SeverityCounts } from "./finding.ts";
import { deduction } from "./score.ts";

/** Rules that are told apart. A thousand rules leave a score of 0 whatever they are. */
const DISTINCT_RULES = 1_000;

/** A finding before it is known to be listed: those beyond the list need no fingerprint. */
export type Located = Omit<Finding, "fingerprint" | "fix" | "flow">;

/** Counts the findings of one skill and keeps the gravest of each rule. What a scanner claims about its own totals is not believed. */
export class Tally {
  readonly counts: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0 };
  readonly #gravest = new Map<string, Located>();

  add(finding: Located): void {
    this.counts[finding.severity]++;
    const known = this.#gravest.get(finding.rule);
    if (known === undefined && this.#gravest.size >= DISTINCT_RULES) return;
    if (known === undefined || deduction(finding) > deduction(known)) this.#gravest.set(finding.rule, finding);
  }

  /** Of each rule the gravest finding, in the order met. */
  get gravest(): readonly Located[] {
    return [...this.#gravest.values()];
  }
}
