import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { decodeEntry, type Entry } from "./entry.ts";
import { checkCacheFolder, isOurs, isWritableByOthers } from "./folder.ts";

/**
 * The entry of that key, if there is a whole one that only we can have written. Anything else under its name is
 * removed and never run; it will be made again.
 *
 * @throws SandboxError `refused` when the folder itself is not ours alone
 */
export function loadEntry(folder: string, key: string): Entry | undefined {
  if (!checkCacheFolder(folder)) return undefined;
  const path = entryPath(folder, key);
  const bytes = readEntry(path);
  if (bytes === undefined) return undefined;
  const entry = bytes === UNUSABLE ? undefined : decodeEntry(key, bytes);
  if (entry === undefined) rmSync(path, { force: true, recursive: true });
  return entry;
}

export function entryPath(folder: string, key: string): string {
  return join(folder, `${key}.component`);
}

const UNUSABLE = Buffer.alloc(0);

/** O_NOFOLLOW refuses a link in the entry's place, O_NONBLOCK a FIFO that would hold us up. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function readEntry(path: string): Buffer | undefined {
  const fd = openEntry(path);
  if (fd === undefined || fd === "unusable") return fd === undefined ? undefined : UNUSABLE;
  try {
    const stats = fstatSync(fd);
    const trusted = stats.isFile() && isOurs(stats) && !isWritableByOthers(stats) && stats.size <= MAX_ENTRY_BYTES;
    return trusted ? readFileSync(fd) : UNUSABLE;
  } finally {
    closeSync(fd);
  }
}

/** Glue of the largest WASI component is 2 MB; an entry holds no component bytes. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

function openEntry(path: string): number | "unusable" | undefined {
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "unusable";
  }
}
