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

/** A unit of more files is a package: in so much code, one grave thing is found by chance. */
const SMALL_FILES = 100;

/** Said in words: in as much text as a package has, such words meet by chance. */
const IN_WORDS: ReadonlySet<string> = new Set([
  "prompt_injection",
  "agent_manipulation",
  "data_exfiltration",
  "hidden_content",
]);

/** Texts and data that a package carries along, which neither a program nor an agent is given to follow. */
const CARRIED_ALONG = /\.(json|map|rst|xml|html?|csv)$/i;
const FOLLOWED = /(^|[\\/])(package|plugin|hooks|settings(\.local)?|\.?mcp|manifest|tasks|devcontainer)\.json$/i;

/**
 * The verdict on one skill, from the gravest finding of each rule and what became of its files.
 *
 * `block`: a critical finding; or, in up to 100 files, a high one of high confidence or two high ones of different
 * categories; or, in more, two such in one file. There, too, what is said in words, or stands in data, is no more than high. `review`: a high one, or two medium ones of different rules. What could
 * not be analysed counts as a finding, and never blocks. Findings of low confidence do not block, and medium ones of them
 * do not count.
 *
 * The figures are from `node bench/detection.ts`: of its malicious skills, 7 in 100 are blocked only because a single high
 * finding of high confidence is enough, and no benign one is.
 */
export function judge(gravest: readonly Located[], totals: Ledger["totals"]): Judgement {
  const blocking = blockers(gravest, totals);
  if (blocking.length > 0) return { verdict: "block", confidence: surest(blocking), because: blocking };
  const doubtful = doubts(gravest);
  if (doubtful.length > 0) return { verdict: "review", confidence: surest(doubtful), because: doubtful };
  return { verdict: "safe", confidence: sureOf(totals), because: [] };
}

/** How much silence means: less where a part was not looked at, little where most was not. */
function sureOf({ analysed, partly, skipped }: Ledger["totals"]): Confidence {
  if (skipped > analysed + partly) return "low";
  return skipped + partly === 0 ? "high" : "medium";
}

function blockers(gravest: readonly Located[], { analysed, partly, skipped }: Ledger["totals"]): Located[] {
  const sure = gravest.filter(({ confidence }) => confidence !== "low");
  const isSmall = analysed + partly + skipped <= SMALL_FILES;
  const critical = sure.filter((finding) => finding.severity === "critical" && (isSmall || !isByChance(finding)));
  const grave = sure.filter(({ severity, category }) => isAtLeast(severity, "high") && category !== "unanalysable");
  if (critical.length > 0) return [...new Set([...critical, ...grave])];
  if (isSmall) return isEnough(grave) ? grave : [];
  return [...Map.groupBy(grave, ({ file }) => file).values()].find(ofTwoCategories) ?? [];
}

function isByChance({ category, file = "" }: Located): boolean {
  return IN_WORDS.has(category) || (CARRIED_ALONG.test(file) && !FOLLOWED.test(file));
}

function isEnough(grave: readonly Located[]): boolean {
  return ofTwoCategories(grave) || grave.some(({ confidence }) => confidence === "high");
}

function ofTwoCategories(findings: readonly Located[]): boolean {
  return new Set(findings.map(({ category }) => category)).size > 1;
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
