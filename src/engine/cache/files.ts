import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type FileKind, fileKind } from "./names.ts";

/** One file of ours in the cache folder, by its name; what is in it is another question. */
export interface CacheFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** Last use of an entry, last write to anything else; milliseconds since 1970. */
  readonly lastUse: number;
}

export interface CacheFiles {
  readonly ours: readonly CacheFile[];
  /** Folders under names of ours. No run makes one, and what is in them may be somebody's work. */
  readonly folders: readonly string[];
  /** How many other things are there: they are left alone. */
  readonly others: number;
}

/** What is in a cache folder. Other runs add and remove files meanwhile: one that is gone is not there. */
export function cacheFiles(folder: string): CacheFiles {
  const all = readdirSync(folder, { withFileTypes: true });
  const named = all.filter(({ name }) => fileKind(name) !== undefined);
  return {
    ours: named.flatMap((found) => (found.isDirectory() ? [] : (lookAt(folder, found.name) ?? []))),
    folders: named.filter((found) => found.isDirectory()).map(({ name }) => name),
    others: all.length - named.length,
  };
}

function lookAt(folder: string, name: string): CacheFile | undefined {
  const kind = fileKind(name);
  const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
  return kind && stats && { name, kind, bytes: stats.size, lastUse: stats.mtimeMs };
}
