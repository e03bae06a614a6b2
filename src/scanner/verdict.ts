import { type Confidence, isAtLeast } from "./finding.ts";
import type { Ledger } from "./ledger.ts";
import type { Located } from "./tally.ts";

/** Best first. `review`: a person should look before it is used; `block`: no honest skill does this. */
export const VERDICTS = ["safe", "review", "block"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  /** The findings that decided, gravest first. */
  readonly because: readonly Located[];
}

/**
 * The verdict on one skill, from the gravest finding of each rule.
 *
 * `block`: a critical finding, or two high ones of different categories. `review`: a high one, two medium ones of
 * different rules, or anything of weight that could not be analysed.
 */
export function judge(gravest: readonly Located[], totals: Ledger["totals"]): Judgement {
  const blocking = blockers(gravest);
  if (blocking.length > 0) return { verdict: "block", confidence: surest(blocking), because: blocking };
  const doubtful = doubts(gravest);
  if (doubtful.length > 0) return { verdict: "review", confidence: surest(doubtful), because: doubtful };
  return { verdict: "safe", confidence: totals.skipped + totals.partly === 0 ? "high" : "medium", because: [] };
}

function blockers(gravest: readonly Located[]): Located[] {
  const sure = gravest.filter(({ confidence }) => confidence !== "low");
  const critical = sure.filter(({ severity }) => severity === "critical");
  const grave = sure.filter(({ severity, category }) => severity === "high" && category !== "unanalysable");
  const categories = new Set(grave.map(({ category }) => category));
  if (critical.length > 0) return [...critical, ...grave];
  return categories.size > 1 ? grave : [];
}

function doubts(gravest: readonly Located[]): Located[] {
  const grave = gravest.filter(({ severity }) => isAtLeast(severity, "high"));
  const medium = gravest.filter(({ severity, confidence }) => severity === "medium" && confidence !== "low");
  return grave.length > 0 || medium.length > 1 ? [...grave, ...medium] : [];
}

function surest(findings: readonly Located[]): Confidence {
  return findings.some(({ confidence }) => confidence === "high") ? "high" : "medium";
}

export function worst(verdicts: Iterable<Verdict>): Verdict {
  const met = new Set(verdicts);
  return VERDICTS.findLast((verdict) => met.has(verdict)) ?? "safe";
}
