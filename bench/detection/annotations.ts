import { type Finding, isAtLeast } from "../../src/scanner/finding.ts";
import type { Result } from "./scan-unit.ts";
import { statementEnd } from "./statement-end.ts";
import type { Place } from "./units.ts";

/** How a unit's line annotations fared. A unit that is a folder is one annotation: any of its lines will do. */
export interface Annotations {
  readonly must: number;
  readonly hit: number;
  /** Of those, how many by a finding of medium or above. */
  readonly hitAtMedium: number;
  readonly mustNot: number;
  readonly wronglyHit: number;
  /** Lines to look at: those that were missed, and those that were wrongly hit. */
  readonly missedAt: readonly Place[];
  readonly wrongAt: readonly Place[];
}

/**
 * A line is hit by a finding on it or on a later line of the same statement, and by a step of a flow: other tools mark
 * where their pattern begins, which may be where the data comes from.
 */
export function annotations(result: Result): Annotations {
  const { lines, notLines, isFile } = result.unit;
  const hits = lines.filter((place) => covers(result, place, result.findings));
  const atMedium = result.findings.filter(isGrave);
  const graveHits = lines.filter((place) => covers(result, place, atMedium));
  const wrong = notLines.filter((place) => atMedium.some((finding) => isAt(finding, place, place.line)));
  const count = (places: readonly Place[]) => (isFile ? places.length : Math.min(1, places.length));
  return {
    must: count(lines),
    hit: count(hits),
    hitAtMedium: count(graveHits),
    mustNot: notLines.length,
    wronglyHit: wrong.length,
    missedAt: isFile || hits.length === 0 ? lines.filter((place) => !hits.includes(place)) : [],
    wrongAt: wrong,
  };
}

export function isGrave({ severity }: Finding): boolean {
  return isAtLeast(severity, "medium");
}

function covers({ unit }: Result, place: Place, findings: readonly Finding[]): boolean {
  const last = statementEnd(unit, place);
  return findings.some((finding) => finding.category !== "unanalysable" && isAt(finding, place, last));
}

function isAt(finding: Finding, { file, line }: Place, last: number): boolean {
  return finding.file === file && finding.line >= line && finding.line <= last;
}
