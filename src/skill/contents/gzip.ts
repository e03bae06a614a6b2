import { type Inflated, inflate } from "./inflate.ts";

export interface Gzip {
  /** As its header tells; empty when it does not. */
  readonly name: string;
  readonly content: Inflated;
  /** What stands behind its first member. */
  readonly rest: Buffer;
}

const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
/** Checksum and length. */
const TRAILER_BYTES = 8;

/** The first member of a gzip file: `zlib` itself refuses files with something behind it. https://www.rfc-editor.org/rfc/rfc1952 */
export function readGzip(bytes: Buffer, maxBytes: number): Gzip {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if ((flags & HAS_EXTRA) !== 0 && at + 2 <= bytes.length) at += 2 + bytes.readUInt16LE(at);
  const nameAt = at;
  if ((flags & HAS_NAME) !== 0) at = afterZero(bytes, at);
  const name = bytes.toString("utf8", nameAt, Math.max(nameAt, at - 1));
  if ((flags & HAS_COMMENT) !== 0) at = afterZero(bytes, at);
  if ((flags & HAS_CHECKSUM) !== 0) at += 2;
  const content = inflate("deflate", bytes.subarray(at), maxBytes);
  const end = content.kind === "bytes" ? at + content.used + TRAILER_BYTES : bytes.length;
  return { name, content, rest: bytes.subarray(end) };
}

function afterZero(bytes: Buffer, from: number): number {
  const zero = bytes.indexOf(0, from);
  return zero < 0 ? bytes.length : zero + 1;
}
