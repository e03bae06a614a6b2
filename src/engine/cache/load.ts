import { lutimesSync, rmSync } from "node:fs";
import { decodeEntry, type Entry } from "./entry.ts";
import { readEntryFile } from "./entry-file.ts";
import { checkCacheFolder } from "./folder.ts";
import { entryPath } from "./names.ts";

/**
 * The entry of that key, if there is a whole one that only we can have written. Anything else under its name is
 * removed and never run; it will be made again.
 *
 * @throws SandboxError `refused` when the folder itself is not ours alone
 */
export function loadEntry(folder: string, key: string): Entry | undefined {
  if (!checkCacheFolder(folder)) return undefined;
  const path = entryPath(folder, key);
  const file = readEntryFile(path);
  if (file === undefined) return undefined;
  const entry = file === "unusable" ? undefined : decodeEntry(key, file.bytes);
  if (file === "unusable" || entry === undefined) rmSync(path, { force: true, recursive: true });
  else markUsed(path, file.lastUse);
  return entry;
}

/** Exact enough to choose what is evicted, and rare enough to cost a warm run nothing. */
const MARK_INTERVAL_MS = 3_600_000;

/** The file's time says when it was last used. A time to come, after the clock was set back, is set right too. */
function markUsed(path: string, lastUse: number): void {
  const now = Date.now();
  if (Math.abs(now - lastUse) < MARK_INTERVAL_MS) return;
  try {
    lutimesSync(path, now / 1000, now / 1000);
  } catch (error) {
    if (!CANNOT_BE_MARKED.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** A read-only file system, rights that forbid it, or another run that evicted the entry: this run has read it whole. */
const CANNOT_BE_MARKED: ReadonlySet<string> = new Set(["EROFS", "EPERM", "EACCES", "ENOENT"]);
