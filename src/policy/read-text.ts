import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";

export type ReadText =
  | { readonly kind: "text"; readonly text: string; readonly stats: Stats }
  | { readonly kind: "missing" }
  /** `reason` completes "the file …". */
  | { readonly kind: "refused"; readonly reason: string };

export interface ReadTextOptions {
  readonly maxBytes: number;
  /** Whether the last name may be a symbolic link: for what the operator named, not for what lies beside a skill. */
  readonly follow: boolean;
}

/** Reads a small text file. Judged by its descriptor: neither a FIFO nor a device is waited for or read. */
export function readText(path: string, options: ReadTextOptions): ReadText {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | NON_BLOCKING | (options.follow ? 0 : NO_FOLLOW));
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return refused("is not a regular file");
    const bytes = readCapped(descriptor, options.maxBytes);
    return bytes === undefined ? refused(`is larger than ${options.maxBytes} bytes`) : decoded(bytes, stats);
  } catch (error) {
    return whyNot(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Windows has neither flag, and neither FIFOs nor links in the way of a plain open. */
const NON_BLOCKING = constants.O_NONBLOCK ?? 0;
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/** In pieces, because the size that a file says is not always true. */
function readCapped(descriptor: number, maxBytes: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let length = 0; length <= maxBytes; ) {
    const chunk = Buffer.alloc(Math.min(PIECE, maxBytes + 1 - length));
    const count = readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    length += count;
  }
  return undefined;
}

const PIECE = 64 * 1024;

function decoded(bytes: Buffer, stats: Stats): ReadText {
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), stats };
  } catch (error) {
    if (error instanceof TypeError) return refused("is not valid UTF-8");
    throw error;
  }
}

/** What the operating system said; anything else is a bug of ours and goes on. */
function whyNot(error: unknown): ReadText {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
  if (code === "ELOOP") return refused("is a symbolic link");
  return refused(code === "EISDIR" ? "is a folder" : `cannot be read (${code})`);
}

function refused(reason: string): ReadText {
  return { kind: "refused", reason };
}
