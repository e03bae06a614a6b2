import type { Finding, SeverityCounts } from "./finding.ts";
import { deduction, safetyScore } from "./score.ts";
import { summarise } from "./summary.ts";

/** Findings of one severity that are listed; those beyond are counted. Kept per severity, so that a flood of small ones cannot push out a grave one. */
const LISTED_PER_SEVERITY = 2_500;

/** Rules and categories that are told apart. A thousand rules leave a score of 0 whatever they are. */
const DISTINCT_NAMES = 1_000;

/** Counts findings and weighs them. Nothing that a scanner claims about its own totals is believed. */
export class Tally {
  readonly findings: Finding[] = [];
  readonly counts: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0 };
  readonly #deductions = new Map<string, number>();
  readonly #categories = new Set<string>();

  add(finding: Finding): void {
    this.counts[finding.severity]++;
    if (this.counts[finding.severity] <= LISTED_PER_SEVERITY) this.findings.push(finding);
    if (this.#categories.size < DISTINCT_NAMES) this.#categories.add(finding.category);
    this.#weigh(finding);
  }

  get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  get score(): number {
    return safetyScore(this.#deductions.values());
  }

  get summary(): string {
    return summarise(this.score, this.counts, this.#categories);
  }

  #weigh(finding: Finding): void {
    const known = this.#deductions.get(finding.rule);
    if (known === undefined && this.#deductions.size >= DISTINCT_NAMES) return;
    this.#deductions.set(finding.rule, Math.max(known ?? 0, deduction(finding)));
  }
}
