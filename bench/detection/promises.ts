import type { Figure } from "../figure.ts";
import { FLOORS } from "./floors.ts";
import { allFigures, type FolderFigures, folderFigures } from "./folder-figures.ts";
import { measureDetection } from "./measure-detection.ts";
import type { Result } from "./scan-unit.ts";

/** The promises, measured over all there is. */
export async function detection(): Promise<Figure[]> {
  return promises(await measureDetection({}));
}

/** The promises about detection, as far as their data sets were scanned. */
export function promises(results: readonly Result[]): Figure[] {
  const labelled = results.filter(({ unit }) => unit.technique !== "installed");
  const installed = results.filter(({ unit }) => unit.technique === "installed");
  const byFolder = new Map(allFigures(results).map((figures) => [figures.folder, figures]));
  const guarddog = byFolder.get("guarddog-tests");
  const evasion = byFolder.get("evasion-matrix");
  return [
    ...(labelled.length === 0 ? [] : ofVerdicts(folderFigures("all", labelled))),
    ...(guarddog === undefined ? [] : ofLines(guarddog)),
    ...(evasion === undefined ? [] : ofEvasion(evasion)),
    ...(installed.length === 0 ? [] : [blockedInstalled(installed)]),
  ];
}

function ofVerdicts({ recallAtBlock, falseAtBlock, falseAtReview }: FolderFigures): Figure[] {
  return [
    { name: "malicious units blocked", value: 100 * recallAtBlock, unit: "%", atLeast: FLOORS.recallAtBlock },
    { name: "benign units blocked", value: 100 * falseAtBlock, unit: "%", atMost: FLOORS.falseAtBlock },
    { name: "benign units at review or block", value: 100 * falseAtReview, unit: "%", atMost: FLOORS.falseAtReview },
  ];
}

function ofLines({ mustHit, mustNotHit }: FolderFigures): Figure[] {
  return [
    { name: "guarddog-tests, lines to flag", value: 100 * mustHit, unit: "%", atLeast: FLOORS.guarddogMust },
    { name: "guarddog-tests, lines not to flag", value: 100 * mustNotHit, unit: "%", atMost: FLOORS.guarddogMustNot },
  ];
}

function ofEvasion({ malicious, benign, recallAtBlock, falseAtReview }: FolderFigures): Figure[] {
  const missed = Math.round(malicious * (1 - recallAtBlock));
  const twins = Math.round(benign * falseAtReview);
  return [
    { name: "evasion-matrix, techniques missed", value: missed, unit: "units", atMost: FLOORS.evasionMissed },
    { name: "evasion-matrix, benign twins not safe", value: twins, unit: "units", atMost: 0 },
  ];
}

function blockedInstalled(results: readonly Result[]): Figure {
  const value = results.filter(({ verdict }) => verdict === "block").length;
  return { name: "installed packages blocked", value, unit: "units", atMost: 0 };
}
