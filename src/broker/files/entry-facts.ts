import type { BigIntStats } from "node:fs";
import type { Entry } from "./entry.ts";

/** What a `stat` says, as every kind of entry carries it. */
export type EntryFacts = Pick<Entry, "kind" | "id" | "device" | "links" | "size">;

export function entryFacts(stats: BigIntStats): EntryFacts {
  return { kind: kindOf(stats), id: objectId(stats), device: stats.dev, links: stats.nlink, size: stats.size };
}

export function objectId(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}`;
}

function kindOf(stats: BigIntStats): Entry["kind"] {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "other";
}
