import type { Confidence, Finding, Severity } from "./finding.ts";

/** Source of the figures: the decisions on the score in ARCHITECTURE.md. */
const WEIGHT: Record<Severity, number> = { low: 0.02, medium: 0.1, high: 0.25, critical: 0.5 };
const CERTAINTY: Record<Confidence, number> = { low: 0.5, medium: 0.8, high: 1 };

/**
 * From 1 (nothing found) down to 0: the product, over distinct rules, of what each rule's gravest finding leaves.
 * Ten findings of one rule weigh as much as one, so that long files are not worse than short ones.
 */
export function safetyScore(deductions: Iterable<number>): number {
  let score = 1;
  for (const deduction of deductions) score *= 1 - deduction;
  return Math.round(score * 10_000) / 10_000;
}

/** What one finding takes away, between 0 and 1. */
export function deduction(finding: Pick<Finding, "severity" | "confidence">): number {
  return WEIGHT[finding.severity] * CERTAINTY[finding.confidence];
}
