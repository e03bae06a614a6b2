import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { isOurs, isWritableByOthers } from "./folder.ts";

/** Glue of the largest WASI component is 2 MB; an entry holds no component bytes. */
export const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

export interface EntryFile {
  readonly bytes: Buffer;
  /** When a run last used it, as far as `load.ts` keeps it up to date; milliseconds since 1970. */
  readonly lastUse: number;
}

/** The whole of an entry's file; `unusable` when what is there is no file that only we can have written. */
export function readEntryFile(path: string): EntryFile | "unusable" | undefined {
  const fd = openEntry(path);
  if (typeof fd !== "number") return fd;
  try {
    const stats = fstatSync(fd);
    const trusted = stats.isFile() && isOurs(stats) && !isWritableByOthers(stats) && stats.size <= MAX_ENTRY_BYTES;
    return trusted ? { bytes: readFileSync(fd), lastUse: stats.mtimeMs } : "unusable";
  } finally {
    closeSync(fd);
  }
}

/** O_NOFOLLOW refuses a link in the entry's place, O_NONBLOCK a FIFO that would hold us up. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function openEntry(path: string): number | "unusable" | undefined {
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "unusable";
  }
}
