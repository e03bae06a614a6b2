import type { Target } from "./collect.ts";
import { rawPath } from "./raw-path.ts";
import { walk } from "./walk.ts";

/** How many files a scan of these will meet, by their names alone: nothing is opened. */
export function countFiles(targets: readonly Target[]): number {
  return targets.reduce((count, target) => count + (target.kind === "path" ? filesAt(target.path) : 1), 0);
}

function filesAt(path: string): number {
  let count = 0;
  for (const met of walk(rawPath(path))) if (met.kind !== "git-object") count++;
  return count;
}
