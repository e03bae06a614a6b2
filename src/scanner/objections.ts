import { isAtLeast, SEVERITIES, type Severity, type SeverityCounts } from "./finding.ts";

export type FailOn = Severity | "never";

export interface Thresholds {
  readonly failOn: FailOn;
  /** Between 0 and 1; undefined: any score will do. */
  readonly minScore: number | undefined;
}

/** Why a scan does not pass, one clause each; empty when it does. */
export function objections(
  report: { readonly safety_score: number; readonly findings_by_severity: SeverityCounts },
  { failOn, minScore }: Thresholds,
): string[] {
  const reasons: string[] = [];
  const grave = failOn === "never" ? 0 : countAtLeast(report.findings_by_severity, failOn);
  if (grave > 0) reasons.push(`${grave} ${grave === 1 ? "finding" : "findings"} at or above ${failOn}`);
  if (minScore !== undefined && report.safety_score < minScore) {
    reasons.push(`score ${report.safety_score} is below ${minScore}`);
  }
  return reasons;
}

function countAtLeast(counts: SeverityCounts, threshold: Severity): number {
  return SEVERITIES.filter((severity) => isAtLeast(severity, threshold)).reduce((sum, each) => sum + counts[each], 0);
}
