/** Weakest first: the order is what `--fail-on` compares. */
export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CONFIDENCES = ["low", "medium", "high"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** A place in a file, with what stands there. */
export interface Spot {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units; 0 when the scanner does not tell. */
  readonly column: number;
  /** The line of code, clipped. */
  readonly context: string;
  /** The column where `context` starts; absent when the scanner does not tell. */
  readonly context_column?: number;
}

/** What a rule says wherever it is found. */
interface Judgement {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** What is said of one place in a file. */
export interface Remark extends Judgement, Spot {
  /** First column after it, on the same line. */
  readonly end_column?: number;
  readonly description: string;
  /** What was taken off to see it, outermost first: `base64 text in python`. */
  readonly layers?: readonly string[];
  /** Set when the scanner that said so is not the built-in one. */
  readonly external?: true;
}

/** What a scanner says. Files are known by their index among those that it was given. */
export interface Observation extends Remark {
  readonly file: number;
  /** From the source to the sink, when data flows. */
  readonly flow?: readonly ObservedStep[];
}

export interface ObservedStep extends Step {
  readonly file: number;
}

interface Step extends Spot {
  /** What happens here, in a few words. */
  readonly what: string;
}

/** One finding of a report, with the keys of the JSON output. */
export interface Finding extends Remark {
  /** The `path` of its skill; absent when code was given as text. */
  readonly skill?: string;
  /** The path as the user would type it, `outer.zip!/inner.sh` for what is in an archive; absent when code was given as text. */
  readonly file?: string;
  readonly flow?: readonly FlowStep[];
  /** What an honest author does instead: one sentence. */
  readonly fix?: string;
  /** Stays the same while rule, path within the skill and evidence do, wherever the line moves: `src/scanner/fingerprint.ts`. */
  readonly fingerprint: string;
  /** Set when it does not count: somebody accepted it, or it is not of the change that is looked at. */
  readonly suppressed?: Suppression;
}

export interface Suppression {
  /** An ignore of the configuration, an entry of the baseline, or the base of `--diff`, which has it too. */
  readonly by: "config" | "baseline" | "base";
  readonly reason: string;
  /** The last day on which it is valid, `2027-01-31`; absent when it has no end. */
  readonly until?: string;
}

export interface FlowStep extends Step {
  readonly file?: string;
}

export type SeverityCounts = Record<Severity, number>;

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}
