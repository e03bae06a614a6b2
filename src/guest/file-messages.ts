import { readU64, u64 } from "./messages.ts";

/** Bits of `openAt`. */
export const OPEN = {
  read: 1,
  write: 2,
  create: 4,
  exclusive: 8,
  truncate: 16,
  folder: 32,
  follow: 64,
} as const;

export const FILE_KINDS = ["unknown", "file", "folder", "link"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Times are nanoseconds since 1970. */
export interface FileStat {
  readonly kind: FileKind;
  readonly links: bigint;
  readonly size: bigint;
  readonly accessed: bigint;
  readonly modified: bigint;
  readonly changed: bigint;
  /** Two numbers that are the same for the same object; no inode of the host. */
  readonly device: bigint;
  readonly inode: bigint;
}

/** `undefined`: as it is; "now"; or nanoseconds since 1970. */
export type NewTime = undefined | "now" | bigint;

const STAT_BYTES = 1 + 7 * 8;

export function encodeStat(stat: FileStat): Uint8Array {
  const bytes = new Uint8Array(STAT_BYTES);
  const view = new DataView(bytes.buffer);
  bytes[0] = FILE_KINDS.indexOf(stat.kind);
  for (const [index, value] of numbersOf(stat).entries()) view.setBigUint64(1 + index * 8, value, true);
  return bytes;
}

function numbersOf(stat: FileStat): bigint[] {
  const { links, size, accessed, modified, changed, device, inode } = stat;
  return [links, size, accessed, modified, changed, device, inode];
}

export function decodeStat(bytes: Uint8Array): FileStat {
  const at = (index: number) => readU64(bytes, 1 + index * 8);
  return {
    kind: FILE_KINDS[bytes[0] ?? 0] ?? "unknown",
    links: at(0),
    size: at(1),
    accessed: at(2),
    modified: at(3),
    changed: at(4),
    device: at(5),
    inode: at(6),
  };
}

/** Empty: as it is; one byte: now; a u64: nanoseconds. */
export function encodeTime(time: NewTime): Uint8Array {
  if (time === undefined) return new Uint8Array();
  return time === "now" ? Uint8Array.of(1) : u64(time);
}

/** The time, or null when the bytes are none. */
export function decodeTime(bytes: Uint8Array): NewTime | null {
  if (bytes.length === 0) return undefined;
  if (bytes.length === 1) return "now";
  return bytes.length === 8 ? readU64(bytes, 0) : null;
}

export interface ListedEntry {
  readonly name: string;
  readonly kind: FileKind;
  readonly inode: bigint;
}

export function encodeEntries(entries: readonly ListedEntry[]): Uint8Array {
  const parts = entries.flatMap(({ name, kind, inode }) => {
    const bytes = Buffer.from(name);
    return [
      Uint8Array.of(FILE_KINDS.indexOf(kind)),
      u64(inode),
      Uint8Array.of(bytes.length & 255, bytes.length >> 8),
      bytes,
    ];
  });
  return Buffer.concat(parts);
}

/** A name may begin with what a decoder takes for a byte order mark. */
const names = new TextDecoder("utf-8", { ignoreBOM: true });

export function decodeEntries(bytes: Uint8Array): ListedEntry[] {
  const entries: ListedEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 11 + (bytes[at + 9] ?? 0) + ((bytes[at + 10] ?? 0) << 8);
    const kind = FILE_KINDS[bytes[at] ?? 0] ?? "unknown";
    entries.push({ kind, inode: readU64(bytes, at + 1), name: names.decode(bytes.subarray(at + 11, end)) });
    at = end;
  }
  return entries;
}
