import { SEVERITIES, type SeverityCounts } from "./finding.ts";

/** One sentence on the whole scan, in words that scripts may rely on: `RISKY: Found 3 issues (1 critical, 2 low). …` */
export function summarise(score: number, counts: SeverityCounts, categories: Iterable<string>): string {
  const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
  if (total === 0) return "SAFE: No issues detected.";
  const names = [...categories].map((category) => category.replaceAll("_", " ")).join(", ");
  return `${band(score)}: Found ${total} issues (${breakdown(counts)}). Categories: ${names}.`;
}

function band(score: number): string {
  if (score >= 0.8) return "MINOR";
  if (score >= 0.6) return "SUSPICIOUS";
  return score >= 0.3 ? "RISKY" : "DANGEROUS";
}

function breakdown(counts: SeverityCounts): string {
  return SEVERITIES.toReversed()
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
    .join(", ");
}
