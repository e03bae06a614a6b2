import { SEVERITIES, type SeverityCounts } from "./finding.ts";
import type { ScanReport, SkillReport } from "./report.ts";
import { summarise } from "./summary.ts";
import { type Verdict, worst } from "./verdict.ts";

/** What is said of all skills together. */
export type TotalsReport = Pick<
  ScanReport,
  "verdict" | "safety_score" | "summary" | "total_findings" | "findings_by_severity"
>;

/** Adds up what is said of each skill. */
export class Totals {
  readonly #counts: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0 };
  #score = 1;
  #verdict: Verdict = "safe";

  add({ findings_by_severity, safety_score, verdict }: SkillReport): void {
    for (const severity of SEVERITIES) this.#counts[severity] += findings_by_severity[severity];
    this.#score = Math.min(this.#score, safety_score);
    this.#verdict = worst([this.#verdict, verdict]);
  }

  /** @param categories Those of all findings. */
  report(categories: Iterable<string>): TotalsReport {
    return {
      verdict: this.#verdict,
      safety_score: this.#score,
      summary: summarise(this.#score, this.#counts, categories),
      total_findings: SEVERITIES.reduce((total, severity) => total + this.#counts[severity], 0),
      findings_by_severity: this.#counts,
    };
  }
}

export function totalsOf(skills: readonly SkillReport[], categories: Iterable<string>): TotalsReport {
  const totals = new Totals();
  for (const skill of skills) totals.add(skill);
  return totals.report(categories);
}
