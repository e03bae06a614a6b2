import { type Finding, isAtLeast } from "../../src/scanner/finding.ts";
import type { ScanReport } from "../../src/scanner/report.ts";

export type Verdict = "safe" | "review" | "block";

/** A critical finding blocks unless it is seldom right; anything of medium or above wants to be looked at. */
export function verdictOf({ findings }: ScanReport): Verdict {
  if (findings.some(blocks)) return "block";
  return findings.some(({ severity }) => isAtLeast(severity, "medium")) ? "review" : "safe";
}

function blocks({ severity, confidence }: Finding): boolean {
  return severity === "critical" ? confidence !== "low" : severity === "high" && confidence === "high";
}
