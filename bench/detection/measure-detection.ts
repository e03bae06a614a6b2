import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadBuiltIn } from "../../src/scanner/built-in.ts";
import { installedUnits } from "./installed.ts";
import { type Result, scanUnit } from "./scan-unit.ts";
import { corpusUnits } from "./units.ts";

const root = join(import.meta.dirname, "../..");

export interface Selection {
  /** A corpus elsewhere than beside the checkout. */
  readonly corpus?: string | undefined;
  /** Only these data sets. */
  readonly folders?: readonly string[] | undefined;
}

/** Scans every unit that was selected, with the scanner that was built. */
export async function measureDetection({ corpus = corpusBeside(), folders }: Selection): Promise<Result[]> {
  if (corpus === undefined) console.log("skipped: the labelled corpus (none beside the checkout; --corpus names one)");
  const units = [...(corpus === undefined ? [] : corpusUnits(corpus)), ...installedUnits(root)];
  const scanner = loadBuiltIn(join(root, "dist/scanner"));
  const results: Result[] = [];
  for (const unit of units) {
    if (folders === undefined || folders.includes(unit.folder)) results.push(await scanUnit(scanner, unit));
  }
  return results;
}

/** Beside the checkout; a linked worktree lies one folder deeper. */
function corpusBeside(): string | undefined {
  return ["../shared/corpus", "../../shared/corpus"].map((path) => join(root, path)).find((path) => existsSync(path));
}
