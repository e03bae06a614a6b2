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
  /** False when a header is damaged, or the end is missing. */
  readonly whole: boolean;
}

const BLOCK = 512;

/**
 * Reads ustar, GNU and pax archives that are in memory. No library: those that there are work on streams.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13
 */
export function readTar(bytes: Buffer, maxEntries: number): Tar {
  const entries: TarEntry[] = [];
  let long: Partial<Extended> = {};
  for (let at = 0; at + BLOCK <= bytes.length && entries.length < maxEntries; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (isZero(header)) return { entries, whole: true };
    const size = long.size ?? number(header, 124, 12);
    if (!checksumFits(header) || size === undefined || at + BLOCK + size > bytes.length)
      return { entries, whole: false };
    const data = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const extended = extension(String.fromCharCode(header[156] ?? 0), data);
    if (extended === undefined) entries.push(entryOf(header, data, long));
    long = extended === undefined ? {} : { ...long, ...extended };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  // Many writers leave the two zero blocks out.
  return { entries, whole: true };
}

/** What a header before it says of an entry. */
interface Extended {
  readonly name: string;
  readonly target: string;
  readonly size: number;
}

function extension(type: string, data: Buffer): Partial<Extended> | undefined {
  if (type === "L") return { name: text(data) };
  if (type === "K") return { target: text(data) };
  if (type === "g") return {};
  return type === "x" ? paxRecords(data) : undefined;
}

/** `30 path=lib/setup.sh\n`, the number being the length of all of it. */
function paxRecords(data: Buffer): Partial<Extended> {
  const found: { name?: string; target?: string; size?: number } = {};
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at);
    const length = blank < 0 ? 0 : Number(data.toString("latin1", at, Math.min(blank, at + 10)));
    if (!(length > blank - at)) break;
    const [key = "", ...value] = data.toString("utf8", blank + 1, at + length - 1).split("=");
    if (key === "path") found.name = value.join("=");
    if (key === "linkpath") found.target = value.join("=");
    if (key === "size") found.size = Number(value.join("="));
    at += length;
  }
  return found;
}

const KINDS: Readonly<Record<string, TarEntry["kind"]>> = {
  "\0": "file",
  "0": "file",
  "7": "file",
  "1": "link",
  "2": "link",
  "5": "folder",
};

function entryOf(header: Buffer, data: Buffer, long: Partial<Extended>): TarEntry {
  const prefix = header.toString("latin1", 257, 262) === "ustar" ? text(header.subarray(345, 500)) : "";
  const short = text(header.subarray(0, 100));
  return {
    name: long.name ?? (prefix === "" || header[263] !== 0x30 ? short : `${prefix}/${short}`),
    kind: KINDS[String.fromCharCode(header[156] ?? 0)] ?? "special",
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
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return number(header, 148, 8) === sum;
}

function isZero(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}
