/** Weakest first: the order is what `--fail-on` compares. */
export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One finding, with the keys of the JSON output. */
export interface Finding {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The path as the user would type it; absent when code was given as text. */
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  /** From 1; 0 when the scanner does not tell. */
  readonly column: number;
  /** The line of code, clipped. */
  readonly context: string;
  readonly description: string;
  /** Set when the scanner that said so is not the built-in one. */
  readonly external?: true;
}

export type SeverityCounts = Record<Severity, number>;

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}
