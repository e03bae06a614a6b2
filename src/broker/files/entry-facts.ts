import type { BigIntStats } from "node:fs";
import type { EntryFacts } from "./entry.ts";

/** What a `stat` says, as every kind of entry carries it. */
export function entryFacts(stats: BigIntStats): EntryFacts {
  return {
    kind: kindOf(stats),
    id: objectId(stats),
    device: stats.dev,
    inode: stats.ino,
    links: stats.nlink,
    size: stats.size,
    accessed: stats.atimeNs,
    modified: stats.mtimeNs,
    changed: stats.ctimeNs,
  };
}

export function objectId(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}`;
}

function kindOf(stats: BigIntStats): EntryFacts["kind"] {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "other";
}
