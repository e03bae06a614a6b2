/** One entry of a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "special";
  /** Of a link. */
  readonly target: string;
  readonly data: Uint8Array;
}

export interface Tar {
  readonly entries: readonly TarEntry[];
  /** False when a header is damaged, or an entry reaches beyond the end. */
  readonly whole: boolean;
}

const BLOCK = 512;

/**
 * Reads ustar, GNU and pax archives that are in memory. No library: those that there are work on streams. Whatever some
 * reader finds is given: GNU tar goes on behind a damaged header, and with `--ignore-zeros` behind the end.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13
 */
export function readTar(bytes: Buffer, maxEntries: number): Tar {
  const entries: TarEntry[] = [];
  let whole = true;
  let long: Partial<Extended> = {};
  for (let at = 0; at + BLOCK <= bytes.length && entries.length < maxEntries; ) {
    const header = bytes.subarray(at, at + BLOCK);
    at += BLOCK;
    if (isZero(header)) continue;
    const size = checksumFits(header) ? (long.size ?? number(header, 124, 12)) : undefined;
    whole &&= size !== undefined && at + size <= bytes.length && long.isOdd !== true;
    if (size === undefined) continue;
    const data = bytes.subarray(at, at + size);
    const extended = extension(String.fromCharCode(header[156] ?? 0), data);
    if (extended === undefined) entries.push(entryOf(header, data, long));
    long = extended === undefined ? {} : { ...long, ...extended };
    // Of an entry that reaches beyond the end, what follows may be others.
    if (data.length === size) at += Math.ceil(size / BLOCK) * BLOCK;
  }
  return { entries, whole };
}

/** What a header before it says of an entry. */
interface Extended {
  readonly name: string;
  readonly target: string;
  readonly size: number;
  /** It tells a size that is none. */
  readonly isOdd: boolean;
}

function extension(type: string, data: Buffer): Partial<Extended> | undefined {
  if (type === "L") return { name: text(data) };
  if (type === "K") return { target: text(data) };
  if (type === "g") return {};
  return type === "x" || type === "X" ? paxRecords(data) : undefined;
}

/** `30 path=lib/setup.sh\n`, the number being the length of all of it. */
function paxRecords(data: Buffer): Partial<Extended> {
  const found: { name?: string; target?: string; size?: number; isOdd?: boolean } = {};
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at);
    const length = blank < 0 ? 0 : Number(data.toString("latin1", at, Math.min(blank, at + 10)));
    if (!(length > blank - at)) break;
    const [key = "", ...value] = data.toString("utf8", blank + 1, at + length - 1).split("=");
    if (key === "path") found.name = value.join("=");
    if (key === "linkpath") found.target = value.join("=");
    if (key === "size" && SIZE.test(value.join())) found.size = Number(value.join());
    else if (key === "size") found.isOdd = true;
    at += length;
  }
  return found;
}

const SIZE = /^\d{1,15}$/;

/** Every other type is unpacked as a file: those of the standard, sparse ones of GNU, and what nobody knows. */
const KINDS: Readonly<Record<string, TarEntry["kind"]>> = {
  "1": "link",
  "2": "link",
  "3": "special",
  "4": "special",
  "5": "folder",
  "6": "special",
};

function entryOf(header: Buffer, data: Buffer, long: Partial<Extended>): TarEntry {
  const prefix = header.toString("latin1", 257, 262) === "ustar" ? text(header.subarray(345, 500)) : "";
  const short = text(header.subarray(0, 100));
  return {
    name: long.name ?? (prefix === "" || header[263] !== 0x30 ? short : `${prefix}/${short}`),
    kind: KINDS[String.fromCharCode(header[156] ?? 0)] ?? "file",
    target: long.target ?? text(header.subarray(157, 257)),
    data,
  };
}

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end < 0 ? field.length : end);
}

/** Octal; or binary when the first bit is set, as GNU tar writes what is large. */
function number(header: Buffer, at: number, length: number): number | undefined {
  if ((header[at] ?? 0) >= 0x80) return header.readUIntBE(at + length - 6, 6);
  const digits = header.toString("latin1", at, at + length).replace(/[\0 ].*$/s, "");
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : undefined;
}

/** The sum of all bytes, those of the sum itself counted as blanks. */
function checksumFits(header: Buffer): boolean {
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += header[at] ?? 0;
  return number(header, 148, 8) === sum;
}

const ZEROS = Buffer.alloc(BLOCK);

function isZero(block: Buffer): boolean {
  return block.equals(ZEROS);
}
