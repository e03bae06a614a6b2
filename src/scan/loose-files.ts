import { lstatSync } from "node:fs";
import { join } from "node:path";
import { FIXED_LIMITS } from "../policy/limits.ts";

/** Pictures, sounds and fonts that belong to no skill are of no use to one; within a skill they are looked at. */
const MEDIA = /\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|mp[34]|webm|mov|ogg|wav|woff2?|ttf|otf|eot)$/i;

export interface LooseFiles {
  /** From the top of the work tree. */
  readonly scanned: readonly string[];
  /** Why others were not, one sentence each. */
  readonly notes: readonly string[];
}

/** Which changed files outside of skills are scanned by themselves. */
export function looseFiles(workTree: string, paths: readonly string[]): LooseFiles {
  const files = paths.filter((path) => !MEDIA.test(path));
  const sizes = files.map((path) => ({ path, size: sizeOf(join(workTree, path)) }));
  const isLarge = (size: number) => size > FIXED_LIMITS.scannedFileBytes;
  return {
    scanned: sizes.filter(({ size }) => size > 0 && !isLarge(size)).map(({ path }) => path),
    notes: sizes
      .filter(({ size }) => isLarge(size))
      .map(({ path }) => `${path} belongs to no skill and is too large: it was not scanned`),
  };
}

/** 0 for what is not looked at: links are not followed. Git gives a folder when it is a repository of its own. */
function sizeOf(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return 1;
  return found?.isFile() === true ? found.size : 0;
}
