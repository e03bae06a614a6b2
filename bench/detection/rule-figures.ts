import { isGrave } from "./annotations.ts";
import type { Result } from "./scan-unit.ts";
import type { Label } from "./units.ts";

/** In how many units a rule made a finding. */
export interface RuleFigures {
  readonly rule: string;
  readonly malicious: number;
  readonly annotated: number;
  readonly benign: number;
  /** Benign units where it did so at medium or above. */
  readonly benignAtMedium: number;
  /** Malicious units that have no other finding of medium or above. */
  readonly alone: number;
}

/** Those that cry wolf first, then by what they find. */
export function ruleFigures(results: readonly Result[]): RuleFigures[] {
  const rules = new Set(results.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return [...rules]
    .map((rule) => figuresOf(rule, results))
    .toSorted((a, b) => b.benignAtMedium - a.benignAtMedium || b.malicious - a.malicious || b.benign - a.benign);
}

function figuresOf(rule: string, results: readonly Result[]): RuleFigures {
  const hits = results.filter(({ findings }) => findings.some((finding) => finding.rule === rule));
  const labelled = (label: Label) => hits.filter(({ unit }) => unit.label === label);
  return {
    rule,
    malicious: labelled("malicious").length,
    annotated: labelled("annotated").length,
    benign: labelled("benign").length,
    benignAtMedium: labelled("benign").filter((hit) => isGravelyHit(rule, hit)).length,
    alone: labelled("malicious").filter((hit) => isGravelyHit(rule, hit) && isAlone(rule, hit)).length,
  };
}

function isGravelyHit(rule: string, { findings }: Result): boolean {
  return findings.some((finding) => finding.rule === rule && isGrave(finding));
}

function isAlone(rule: string, { findings }: Result): boolean {
  return findings.every((finding) => finding.rule === rule || !isGrave(finding));
}
