import { join } from "node:path";
import { type CacheFile, cacheFiles } from "./files.ts";
import { generation } from "./key.ts";
import { removeFile } from "./remove-file.ts";

/** What all entries together may take: some 5,000 prepared components of the usual 100 KB. */
export const MAX_CACHE_BYTES = 512 * 1024 * 1024;

/**
 * Removes what killed writers left, what no build of today reads, and then the entries unused for longest until the
 * rest is at most `maxBytes`. Holds no lock that a killed process could leave: two that prune at once remove the same
 * files or one file more, and whoever still reads one of them has it open.
 */
export function prune(folder: string, maxBytes: number, now = Date.now()): void {
  for (const name of superfluous(cacheFiles(folder).ours, { maxBytes, now, current: generation() })) {
    removeFile(join(folder, name));
  }
}

interface Bounds {
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The generation that this build reads. */
  readonly current: string;
}

/** Names of the files to remove. */
export function superfluous(files: readonly CacheFile[], { maxBytes, now, current }: Bounds): string[] {
  // A clock that was set back leaves times to come: they are as far from now as times long past.
  const age = (file: CacheFile) => Math.abs(now - file.lastUse);
  const isExpired = (file: CacheFile) => age(file) > graceOf(file, current);
  const expired = files.filter(isExpired);
  const entries = files.filter((file) => file.kind === "entry" && !isExpired(file));
  const evictable = entries.filter((file) => age(file) > NEW_MS).sort((one, other) => age(other) - age(one));
  return [...expired, ...leastUsed(evictable, sumOf(entries) - maxBytes)].map(({ name }) => name);
}

/** A writer needs seconds; one that takes longer than this is dead, or loses its work and says so. */
const TEMPORARY_GRACE_MS = 600_000;

/** Entries of another build: two versions may be in use side by side, and each marks what it uses. */
const STALE_GRACE_MS = 7 * 24 * 3_600_000;

/** An entry this new was stored for a run that starts now. */
const NEW_MS = 10_000;

function graceOf({ kind, name }: CacheFile, current: string): number {
  if (kind === "temporary") return TEMPORARY_GRACE_MS;
  return kind === "entry" && !name.startsWith(`${current}-`) ? STALE_GRACE_MS : Number.POSITIVE_INFINITY;
}

/** The first of `files` that together have at least `bytes`. */
function leastUsed(files: readonly CacheFile[], bytes: number): readonly CacheFile[] {
  let left = bytes;
  const end = files.findIndex((file) => {
    if (left <= 0) return true;
    left -= file.bytes;
    return false;
  });
  return end === -1 ? files : files.slice(0, end);
}

function sumOf(files: readonly CacheFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
