import type { FolderFigures } from "./folder-figures.ts";
import type { RuleFigures } from "./rule-figures.ts";

export function folderTable(rows: readonly FolderFigures[]): string[] {
  return [
    columns("", "malicious/", "recall at", "", "false at", "", "", "lines to flag", "lines not"),
    columns(
      "data set",
      "benign/annot.",
      "block",
      "review",
      "block",
      "review",
      "F1",
      "(at medium)",
      "to flag",
      "CPU ms",
    ),
    ...rows.map(folderRow),
  ];
}

function folderRow(row: FolderFigures): string {
  return columns(
    row.folder,
    `${row.malicious}/${row.benign}/${row.annotated}`,
    percent(row.recallAtBlock),
    percent(row.recallAtReview),
    percent(row.falseAtBlock),
    percent(row.falseAtReview),
    row.malicious === 0 || row.benign === 0 ? "" : row.f1.toFixed(2),
    row.mustLines === 0 ? "" : `${percent(row.mustHit)} (${percent(row.mustHitAtMedium)}) of ${row.mustLines}`,
    row.mustNotLines === 0 ? "" : `${percent(row.mustNotHit)} of ${row.mustNotLines}`,
    row.p95Ms.toFixed(0),
  );
}

const WIDTHS = [22, 13, 7, 7, 7, 7, 5, 24, 13, 6];

/** The first is aligned to the left, all others to the right. */
function columns(first: string, ...others: readonly string[]): string {
  const cells = others.map((cell, index) => cell.padStart(WIDTHS[index + 1] ?? 0));
  return [first.padEnd(WIDTHS[0] ?? 0), ...cells].join(" ");
}

export function ruleTable(rows: readonly RuleFigures[]): string[] {
  const head = "benign (medium+)  malicious  alone  annotated";
  return [
    `${"rule".padEnd(36)} ${head}`,
    ...rows.map(
      ({ rule, malicious, annotated, benign, benignAtMedium, alone }) =>
        `${rule.padEnd(36)} ${`${benign} (${benignAtMedium})`.padStart(16)} ${String(malicious).padStart(10)} ${String(alone).padStart(6)} ${String(annotated).padStart(10)}`,
    ),
  ];
}

function percent(part: number): string {
  return Number.isNaN(part) ? "" : `${(100 * part).toFixed(1)}%`;
}
