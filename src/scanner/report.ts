import type { Coverage } from "./coverage.ts";
import type { Finding, SeverityCounts } from "./finding.ts";
import type { ScannerIdentity } from "./scanner.ts";

/** The result of a scan, with the keys of the JSON output. */
export interface ScanReport {
  readonly findings: readonly Finding[];
  /** From 1 (nothing found) to 0. */
  readonly safety_score: number;
  readonly summary: string;
  /** More than `findings` holds when a severity has too many to list. */
  readonly total_findings: number;
  readonly findings_by_severity: SeverityCounts;
  readonly coverage: Coverage;
  readonly scanner: ScannerIdentity;
}
