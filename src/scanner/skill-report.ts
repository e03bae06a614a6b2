import type { Ledger } from "./ledger.ts";
import { reasonsOf } from "./reasons.ts";
import type { SkillReport } from "./report.ts";
import { deduction, safetyScore } from "./score.ts";
import type { Tally } from "./tally.ts";
import { judge } from "./verdict.ts";

/** A blocked skill has no more than this: the band `DANGEROUS` ends here. */
const BLOCKED_SCORE = 0.29;

export function skillReport(
  path: string | undefined,
  { gravest, counts }: Pick<Tally, "gravest" | "counts">,
  ledger: Pick<Ledger, "files" | "totals" | "omitted">,
): SkillReport {
  const judgement = judge(gravest, ledger.totals);
  const { verdict, confidence } = judgement;
  const score = safetyScore(gravest.map(deduction));
  return {
    ...(path === undefined ? {} : { path }),
    verdict,
    confidence,
    safety_score: verdict === "block" ? Math.min(score, BLOCKED_SCORE) : score,
    reasons: reasonsOf(judgement, ledger.totals),
    findings_by_severity: counts,
    files: ledger.files,
    ...(ledger.omitted === 0 ? {} : { files_omitted: ledger.omitted }),
  };
}
