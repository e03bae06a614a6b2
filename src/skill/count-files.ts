import type { Target } from "./collect.ts";
import { rawPath } from "./raw-path.ts";
import { walk } from "./walk.ts";

/** How many files a scan of these will meet, by their names alone: nothing is opened. */
export function countFiles(targets: readonly Target[]): number {
  return targets.reduce((count, target) => count + filesAt(target), 0);
}

function filesAt(target: Target): number {
  if (target.kind !== "path" && target.kind !== "changed") return 1;
  let count = 0;
  for (const met of walk(target.kind === "path" ? rawPath(target.path) : target.path))
    if (met.kind !== "git-object") count++;
  return count;
}
