import { isAtLeast, SEVERITIES, type Severity, type SeverityCounts } from "./finding.ts";
import type { ScanReport } from "./report.ts";
import { VERDICTS, type Verdict } from "./verdict.ts";

/** What a scan may fail on: findings as severe as this, or skills with a verdict as bad as this. */
export const FAIL_ON = [...SEVERITIES, "review", "block", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

export interface Thresholds {
  readonly failOn: FailOn;
  /** Between 0 and 1; undefined: any score will do. */
  readonly minScore: number | undefined;
}

/** Why a scan does not pass, one clause each; empty when it does. */
export function objections(
  report: Pick<ScanReport, "safety_score" | "findings_by_severity" | "skills">,
  { failOn, minScore }: Thresholds,
): string[] {
  const reasons: string[] = [];
  if (failOn === "review" || failOn === "block") reasons.push(...badVerdicts(report, failOn));
  else if (failOn !== "never") reasons.push(...graveFindings(report.findings_by_severity, failOn));
  if (minScore !== undefined && report.safety_score < minScore) {
    reasons.push(`score ${report.safety_score} is below ${minScore}`);
  }
  return reasons;
}

function graveFindings(counts: SeverityCounts, threshold: Severity): string[] {
  const grave = SEVERITIES.filter((each) => isAtLeast(each, threshold)).reduce((sum, each) => sum + counts[each], 0);
  return grave === 0 ? [] : [`${grave} ${grave === 1 ? "finding" : "findings"} at or above ${threshold}`];
}

function badVerdicts({ skills }: Pick<ScanReport, "skills">, threshold: Verdict): string[] {
  return VERDICTS.slice(VERDICTS.indexOf(threshold)).flatMap((verdict) => {
    const count = skills.filter((skill) => skill.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? "skill" : "skills"} with the verdict ${verdict}`];
  });
}
