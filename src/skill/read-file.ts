import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { pathBytes, type RawPath } from "./raw-path.ts";

/** Why a file was not read; decides what is said about it. */
export type Refusal = "missing" | "unreadable" | "not-a-file";

export type FileRead =
  | {
      readonly kind: "file";
      readonly bytes: Uint8Array;
      /** Set when the file is too large: then `bytes` are only its beginning. */
      readonly size?: number;
    }
  | Refused;

export interface Refused {
  readonly kind: "refused";
  readonly cause: Refusal;
  /** A few words. */
  readonly reason: string;
}

export interface ReadOptions {
  /** Of a larger file only the beginning is read, in bytes. */
  readonly maxBytes: number;
  /** Whether the last name may be a symbolic link: for what the user named, not for what a folder holds. */
  readonly follow: boolean;
}

/**
 * Reads a file. Judged by its descriptor, never by its name: a FIFO, a device or a link that took the place of a file
 * after the folder was listed is neither waited for nor read.
 */
export function readFile(path: RawPath, options: ReadOptions): FileRead {
  const opened = open(path, options.follow);
  if (typeof opened !== "number") return opened;
  try {
    return readOpened(opened, options.maxBytes);
  } catch (error) {
    return refusal(error);
  } finally {
    closeSync(opened);
  }
}

function open(path: RawPath, follow: boolean): number | Refused {
  const flags = constants.O_RDONLY | nonBlocking() | (follow ? 0 : noFollow());
  try {
    return openSync(pathBytes(path), flags);
  } catch (error) {
    return refusal(error);
  }
}

/** Windows has neither flag, and neither FIFOs nor links in the way of a plain open. */
function nonBlocking(): number {
  return constants.O_NONBLOCK ?? 0;
}

function noFollow(): number {
  return constants.O_NOFOLLOW ?? 0;
}

function readOpened(fd: number, maxBytes: number): FileRead {
  const stats = fstatSync(fd);
  if (!stats.isFile()) return { kind: "refused", cause: "not-a-file", reason: describeType(stats) };
  return stats.size > maxBytes ? readHead(fd, stats.size) : readAll(fd, stats.size, maxBytes);
}

/** Enough to tell what kind of file it is. */
const HEAD_BYTES = 4096;

function readHead(fd: number, size: number): FileRead {
  const head = Buffer.alloc(HEAD_BYTES);
  return { kind: "file", bytes: head.subarray(0, readSync(fd, head, 0, HEAD_BYTES, 0)), size };
}

/** What `ls` would call it. */
export function describeType(entry: Pick<Stats, "isDirectory" | "isFIFO" | "isSocket" | "isSymbolicLink">): string {
  if (entry.isDirectory()) return "a folder";
  if (entry.isSymbolicLink()) return "a symbolic link";
  if (entry.isFIFO()) return "a FIFO";
  return entry.isSocket() ? "a socket" : "a device";
}

/** The size is a hint: files of `/proc` say 0, and a file may grow while it is read. */
function readAll(fd: number, size: number, maxBytes: number): FileRead {
  let bytes = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  for (;;) {
    const count = readSync(fd, bytes, filled, bytes.length - filled, filled);
    filled += count;
    if (count === 0) return { kind: "file", bytes: bytes.subarray(0, filled) };
    if (filled > maxBytes) return readHead(fd, filled);
    if (filled === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * filled + 4096, maxBytes + 1));
  }
}

/** What the operating system said; anything else is a bug of ours and goes on. */
export function refusal(error: unknown): Refused {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) throw error;
  const code = String(error.code);
  return { kind: "refused", cause: CAUSE[code] ?? "unreadable", reason: REASON[code] ?? `unreadable (${code})` };
}

const CAUSE: Readonly<Record<string, Refusal>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  ELOOP: "not-a-file",
  ENXIO: "not-a-file",
  EISDIR: "not-a-file",
};

const REASON: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "a symbolic link",
  ENXIO: "a socket",
  EISDIR: "a folder",
  ENAMETOOLONG: "its path is too long",
};
