import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { isOurs, isWritableByOthers } from "./folder.ts";

export interface PrivateFile {
  readonly bytes: Buffer;
  /** Last write, in milliseconds since 1970. */
  readonly modified: number;
}

/**
 * The whole of a file in the cache folder; `unusable` when what is there is no file that only we can have written, or
 * has more than `maxBytes`. Neither follows a link nor waits for a FIFO.
 */
export function readPrivateFile(path: string, maxBytes: number): PrivateFile | "unusable" | undefined {
  const fd = open(path);
  if (typeof fd !== "number") return fd;
  try {
    const stats = fstatSync(fd);
    const trusted = stats.isFile() && isOurs(stats) && !isWritableByOthers(stats) && stats.size <= maxBytes;
    return trusted ? { bytes: readFileSync(fd), modified: stats.mtimeMs } : "unusable";
  } finally {
    closeSync(fd);
  }
}

/** O_NOFOLLOW refuses a link in the file's place, O_NONBLOCK a FIFO that would hold us up. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function open(path: string): number | "unusable" | undefined {
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "unusable";
  }
}
