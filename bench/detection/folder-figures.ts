import type { Verdict } from "../../src/scanner/verdict.ts";
import { annotations } from "./annotations.ts";
import type { Result } from "./scan-unit.ts";

/** How the units of one data set fared. Rates are between 0 and 1, and NaN where there is nothing to count. */
export interface FolderFigures {
  readonly folder: string;
  readonly malicious: number;
  readonly benign: number;
  readonly annotated: number;
  readonly recallAtBlock: number;
  readonly recallAtReview: number;
  readonly falseAtBlock: number;
  readonly falseAtReview: number;
  /** Of the verdict block, over malicious and benign units. */
  readonly f1: number;
  readonly mustLines: number;
  readonly mustHit: number;
  readonly mustHitAtMedium: number;
  readonly mustNotLines: number;
  readonly mustNotHit: number;
  /** 95th percentile of the processor time for one unit. */
  readonly p95Ms: number;
}

export function folderFigures(folder: string, results: readonly Result[]): FolderFigures {
  const malicious = results.filter(({ unit }) => unit.label === "malicious");
  const benign = results.filter(({ unit }) => unit.label === "benign");
  const blocked = count(malicious, ["block"]);
  const falselyBlocked = count(benign, ["block"]);
  return {
    folder,
    malicious: malicious.length,
    benign: benign.length,
    annotated: results.length - malicious.length - benign.length,
    recallAtBlock: blocked / malicious.length,
    recallAtReview: count(malicious, ["block", "review"]) / malicious.length,
    falseAtBlock: falselyBlocked / benign.length,
    falseAtReview: count(benign, ["block", "review"]) / benign.length,
    f1: (2 * blocked) / (malicious.length + blocked + falselyBlocked),
    ...lineFigures(results),
    p95Ms: percentile(
      results.map(({ ms }) => ms),
      0.95,
    ),
  };
}

/** One per data set, in the order met. */
export function allFigures(results: readonly Result[]): FolderFigures[] {
  return [...Map.groupBy(results, ({ unit }) => unit.folder)].map(([folder, own]) => folderFigures(folder, own));
}

function count(results: readonly Result[], verdicts: readonly Verdict[]): number {
  return results.filter(({ verdict }) => verdicts.includes(verdict)).length;
}

function lineFigures(results: readonly Result[]) {
  const all = results.map(annotations);
  const sum = (key: "must" | "hit" | "hitAtMedium" | "mustNot" | "wronglyHit") =>
    all.reduce((total, each) => total + each[key], 0);
  return {
    mustLines: sum("must"),
    mustHit: sum("hit") / sum("must"),
    mustHitAtMedium: sum("hitAtMedium") / sum("must"),
    mustNotLines: sum("mustNot"),
    mustNotHit: sum("wronglyHit") / sum("mustNot"),
  };
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
