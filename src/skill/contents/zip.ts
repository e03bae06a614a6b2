import { inflate } from "./inflate.ts";

/** One entry, as the central directory tells it. */
export interface ZipEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link";
  readonly encrypted: boolean;
  readonly packedBytes: number;
  /** 0: stored, 8: deflated, 93: Zstandard; others are not unpacked here. */
  readonly method: number;
  /** The packed bytes. */
  readonly data: Uint8Array;
}

export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** How many there are, with those beyond the cap. */
  readonly count: number;
  /** Where the archive begins: more than 0 when something stands before it. */
  readonly start: number;
  /** What two readers would understand differently; empty for an honest archive. */
  readonly oddities: readonly string[];
}

/**
 * Reads the central directory, and holds each local header and every byte of the file against it: what one reader
 * unpacks and another does not see is how an archive shows a scanner something else than it installs. That is why
 * this is no library: those that there are take the one or the other for the truth.
 *
 * @returns Undefined when there is no archive that can be read.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readZip(bytes: Buffer, maxEntries: number): Zip | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const directoryBytes = bytes.readUInt32LE(end + 12);
  // Offsets count from the start of the archive, which need not be that of the file.
  const start = end - directoryBytes - bytes.readUInt32LE(end + 16);
  if (start < 0) return undefined;
  const listed = readDirectory(bytes, end - directoryBytes, end, Math.min(count, maxEntries));
  if (listed === undefined) return undefined;
  const located = listed.map((record) => locate(bytes, start, record));
  const entries = located.flatMap(({ entry }) => entry ?? []);
  const oddities = new Set(located.flatMap(({ oddity }) => oddity ?? []));
  if (bytes.lastIndexOf(END_SIGNATURE) > end) oddities.add("there is another end behind its end");
  if (new Set(entries.map(({ name }) => name)).size < entries.length) oddities.add("two entries have one name");
  if (count <= maxEntries && hidesEntries(bytes, located, start, end))
    oddities.add("it holds entries that it does not list");
  return { entries, count, start, oddities: [...oddities] };
}

/** Unpacked, at most so many bytes. */
export function openEntry({ method, data }: ZipEntry, maxBytes: number) {
  if (method === 0)
    return data.length > maxBytes ? ({ kind: "too-large" } as const) : ({ kind: "bytes", bytes: data } as const);
  if (method === 8) return inflate("deflate", data, maxBytes);
  return method === 93 ? inflate("zstandard", data, maxBytes) : ({ kind: "unknown-method" } as const);
}

const END = 0x06054b50;
const END_SIGNATURE = "PK\x05\x06";
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** The last end record whose comment reaches exactly to the end of the file, or else the last at all. */
function findEnd(bytes: Buffer): number | undefined {
  let fallback: number | undefined;
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) !== END) continue;
    if (at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
    fallback ??= at;
  }
  return fallback;
}

interface Listed {
  readonly name: string;
  readonly rawName: string;
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
  readonly mode: number;
}

const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;

function readDirectory(bytes: Buffer, from: number, end: number, count: number): Listed[] | undefined {
  const records: Listed[] = [];
  for (let at = from; records.length < count; ) {
    if (at + CENTRAL_BYTES > end || bytes.readUInt32LE(at) !== CENTRAL) return undefined;
    const nameBytes = bytes.readUInt16LE(at + 28);
    const next = at + CENTRAL_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end) return undefined;
    const name = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
    records.push({
      name: name.toString("utf8"),
      rawName: name.toString("latin1"),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      mode: bytes.readUInt32LE(at + 38) >>> 16,
    });
    at = next;
  }
  return records;
}

interface Located {
  readonly entry?: ZipEntry;
  readonly oddity?: string;
  /** Bytes of the file that it takes, header and data descriptor included. */
  readonly from: number;
  readonly to: number;
}

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
/** Sizes stand behind the data, and the local header has zeros for them. */
const DESCRIPTOR = 8;

function locate(bytes: Buffer, start: number, record: Listed): Located {
  const from = start + record.offset;
  if (from + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(from) !== LOCAL) {
    return { from, to: from, oddity: "an entry is listed where there is none" };
  }
  const nameBytes = bytes.readUInt16LE(from + 26);
  const data = from + LOCAL_BYTES + nameBytes + bytes.readUInt16LE(from + 28);
  const to = data + record.packedBytes;
  if (to > bytes.length) return { from, to: bytes.length, oddity: "an entry reaches beyond the end" };
  const entry: ZipEntry = {
    name: record.name,
    kind: kindOf(record),
    encrypted: (record.flags & ENCRYPTED) !== 0,
    packedBytes: record.packedBytes,
    method: record.method,
    data: bytes.subarray(data, to),
  };
  const oddity = difference(bytes, from, record);
  return { entry, from, to: to + descriptorBytes(bytes, to, record), ...(oddity === undefined ? {} : { oddity }) };
}

const LINK_MODE = 0o120000;
const TYPE_BITS = 0o170000;

function kindOf({ mode, rawName }: Listed): ZipEntry["kind"] {
  if ((mode & TYPE_BITS) === LINK_MODE) return "link";
  return rawName.endsWith("/") ? "folder" : "file";
}

/** Of ZIP64, which some writers use for small files too. */
const IN_EXTRA_FIELD = 0xffffffff;

function difference(bytes: Buffer, from: number, { rawName, method, flags, packedBytes, bytes: size }: Listed) {
  const nameBytes = bytes.readUInt16LE(from + 26);
  if (bytes.toString("latin1", from + LOCAL_BYTES, from + LOCAL_BYTES + nameBytes) !== rawName)
    return "an entry has two names";
  if (bytes.readUInt16LE(from + 8) !== method) return "an entry has two compression methods";
  if (((bytes.readUInt16LE(from + 6) ^ flags) & ENCRYPTED) !== 0) return "an entry is encrypted by one account only";
  if ((flags & DESCRIPTOR) !== 0) return undefined;
  const [packed, unpacked] = [bytes.readUInt32LE(from + 18), bytes.readUInt32LE(from + 22)];
  if (packed === IN_EXTRA_FIELD && unpacked === IN_EXTRA_FIELD) return undefined;
  return packed === packedBytes && unpacked === size ? undefined : "an entry has two sizes";
}

const DESCRIPTOR_SIGNATURE = 0x08074b50;

function descriptorBytes(bytes: Buffer, at: number, { flags }: Listed): number {
  if ((flags & DESCRIPTOR) === 0 || at + 16 > bytes.length) return 0;
  return bytes.readUInt32LE(at) === DESCRIPTOR_SIGNATURE ? 16 : 12;
}

const LOCAL_SIGNATURE = "PK\x03\x04";
const CENTRAL_SIGNATURE = "PK\x01\x02";

/** Whether there is a header among the bytes that no entry takes: who reads from the front, or by size, sees more. */
function hidesEntries(bytes: Buffer, located: readonly Located[], start: number, end: number): boolean {
  const directory = end - bytes.readUInt32LE(end + 12);
  let reached = start;
  for (const { from, to } of [...located, { from: directory, to: directory }].toSorted((a, b) => a.from - b.from)) {
    if (from > reached && bytes.subarray(reached, from).includes(LOCAL_SIGNATURE, 0, "latin1")) return true;
    reached = Math.max(reached, to);
  }
  const records = bytes.subarray(directory, end).toString("latin1").split(CENTRAL_SIGNATURE).length - 1;
  return records > located.length && bytes.readUInt16LE(end + 10) === located.length;
}
