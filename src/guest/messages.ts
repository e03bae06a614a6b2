/**
 * The door's frames. Everything that crosses between a guest process and the broker is one of these.
 *
 * Guest to broker: u32 length of the rest, u8 operation, then as many fields as the operation has; a field is a
 * u32 length and its bytes. Broker to guest: u32 length of the rest, u8 status, the bytes of the answer.
 * All integers are little-endian. The guest sends one request and waits for its answer: nothing is pipelined.
 */
export const OPERATIONS = {
  /** From the launcher, before the guest exists: which walls hold. */
  walls: { code: 1, fields: 1, answered: false },
  readFile: { code: 2, fields: 1, answered: true },
  writeFile: { code: 3, fields: 2, answered: true },
  httpGet: { code: 4, fields: 1, answered: true },
  httpPost: { code: 5, fields: 2, answered: true },
  /** One field: nanoseconds as an unsigned 64-bit integer. A sleeping guest waits at the door, and wakes when we die. */
  sleep: { code: 6, fields: 1, answered: true },
  /** Fields: the longest wait in nanoseconds (u64), handles (u32 each). Answer: a byte for each handle, 1 when it is ready. */
  wait: { code: 12, fields: 2, answered: true },
  /** Field: a handle (u32). */
  close: { code: 13, fields: 1, answered: false },
  /** What an invoked function returned, as `values.ts` writes it; ends the run. */
  value: { code: 14, fields: 1, answered: false },
  /** The skill's text. */
  returned: { code: 7, fields: 1, answered: false },
  /** One field: the exit code as an unsigned 32-bit integer. */
  exited: { code: 8, fields: 1, answered: false },
  /** What the engine said. */
  trapped: { code: 9, fields: 1, answered: false },
  /** A core module is not valid: nothing of the component ran. One field: what the engine said. */
  rejected: { code: 11, fields: 1, answered: false },
  /** How much fuel was used (u64): before the frame that ends a run in which it is counted. */
  fuelUsed: { code: 15, fields: 1, answered: false },
  /** A limit of the guest process was reached: its name ("memory", "tables", "fuel", "output") and what happened. */
  limited: { code: 10, fields: 2, answered: false },

  /*
   * Files of WASI. A handle is a u32, a path is UTF-8 relative to a folder's handle, a position or size is a u64; a
   * refusal is the name of an error code of wasi:filesystem. Codes 20 to 49.
   */
  /** Answer: JSON, `[{ handle, name }]`. */
  preopens: { code: 20, fields: 0, answered: true },
  /** Fields: folder, path, OPEN flags (u32). Answer: handle (u32), FILE_KINDS index (u8). */
  openAt: { code: 21, fields: 3, answered: true },
  /** Fields: file, position, how many bytes (u32). Answer: the bytes; none at the end. */
  readAt: { code: 22, fields: 3, answered: true },
  /** Fields: file, position, bytes. Answer: how many were taken (u32). */
  writeAt: { code: 23, fields: 3, answered: true },
  /** Fields: file, bytes. Answer: how many were taken (u32). */
  append: { code: 24, fields: 2, answered: true },
  /** Field: handle. Answer: FileStat. */
  stat: { code: 25, fields: 1, answered: true },
  /** Fields: folder, path, 1 to follow a last link (u8). Answer: FileStat. */
  statAt: { code: 26, fields: 3, answered: true },
  /** Fields: file, size. */
  setSize: { code: 27, fields: 2, answered: true },
  /** Fields: handle, access and modification time, each a NewTime. */
  setTimes: { code: 28, fields: 3, answered: true },
  /** Fields: folder, path, 1 to follow a last link (u8), access and modification time. */
  setTimesAt: { code: 29, fields: 5, answered: true },
  /** Fields: handle, 1 for the content alone (u8). */
  sync: { code: 30, fields: 2, answered: true },
  /** Field: folder. Answer: a listing's handle (u32). */
  openListing: { code: 31, fields: 1, answered: true },
  /** Field: listing. Answer: the next entries: FILE_KINDS index (u8), inode (u64), length of the name (u16), name; none at the end. */
  nextEntries: { code: 32, fields: 1, answered: true },
  /** Fields: folder, path. */
  makeFolderAt: { code: 33, fields: 2, answered: true },
  removeFolderAt: { code: 34, fields: 2, answered: true },
  unlinkFileAt: { code: 35, fields: 2, answered: true },
  /** Fields: folder, path, folder, path. */
  renameAt: { code: 36, fields: 4, answered: true },
  /** Fields: folder, path, 1 to follow a last link (u8), folder, path. */
  linkAt: { code: 37, fields: 5, answered: true },
  /** Fields: target, folder, path. */
  symlinkAt: { code: 38, fields: 3, answered: true },
  /** Fields: folder, path. Answer: the target. */
  readLinkAt: { code: 39, fields: 2, answered: true },
  /** Field: how many bytes at most (u32). Answer: what is there of the standard input, at least one byte; none at its end. */
  readStdin: { code: 45, fields: 1, answered: true },

  /*
   * HTTP and connections: `network-messages.ts` has the fields. A stream's handle is a u32; a refusal is an error code
   * of wasi:http as JSON, or the name of one of wasi:sockets. Codes 50 to 89.
   */
  /** Answer: the handle of a body that is to be written. */
  openBody: { code: 50, fields: 0, answered: true },
  /** Fields: stream, bytes. Answer: how many more it takes now (u32). */
  writeStream: { code: 51, fields: 2, answered: true },
  /** Fields: body, trailers. */
  finishBody: { code: 52, fields: 2, answered: true },
  /** Fields: method, scheme, authority, path, headers, body (u32, 0: none), Timeouts. Answer: a handle (u32). */
  sendRequest: { code: 53, fields: 7, answered: true },
  /** Field: what `sendRequest` gave. Answer: status (u16), body (u32), headers; empty: not yet. */
  takeResponse: { code: 54, fields: 1, answered: true },
  /** Fields: stream, how many bytes at most (u32). Answer: 1 at its end (u8), the bytes that are there. */
  readStream: { code: 55, fields: 2, answered: true },
  /** Field: body. What is left of it is thrown away; it is ready when its trailers are known. */
  finishReading: { code: 56, fields: 1, answered: true },
  /** Field: body. Answer: 1 when there are trailers (u8), trailers; empty: not yet. */
  takeTrailers: { code: 57, fields: 1, answered: true },
  /** Waits for the request that this process is there for. Answer: IncomingHead. */
  takeRequest: { code: 58, fields: 0, answered: true },
  /** Fields: status (u16), headers, body (u32, 0: none). Once. */
  sendResponse: { code: 59, fields: 3, answered: true },
  /** Field: why there is no response, the name of an error code of wasi:http. */
  refuseRequest: { code: 60, fields: 1, answered: true },
  /** Field: name. Answer: a handle. */
  resolveName: { code: 70, fields: 1, answered: true },
  /** Field: what `resolveName` gave. Answer: the next address in text, one byte 0 at the end; empty: not yet. */
  nextAddress: { code: 71, fields: 1, answered: true },
  /** Fields: address in text, port (u32). Answer: a handle. */
  startConnect: { code: 72, fields: 2, answered: true },
  /** Field: what `startConnect` gave. Answer: Connection; empty: not yet. */
  finishConnect: { code: 73, fields: 1, answered: true },
  /** Fields: connection, bits of what is to end: 1 receiving, 2 sending (u8). */
  shutdown: { code: 74, fields: 2, answered: true },
} as const;

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

export type OperationName = keyof typeof OPERATIONS;

export const STATUS = { done: 0, refused: 1 } as const;

/** What the broker tells the guest process to do: the first frame it sends, made of the header as JSON and the blobs. */
export interface GuestJob {
  readonly call: GuestCall;
  /** Core modules by the name that the generated code asks for: a range of `component`, or of `extra`. */
  readonly modules: Readonly<Record<string, ModuleRange>>;
  /** What they may use together. */
  readonly rations: RationLimits;
  /** Nobody has validated the core modules before: they are validated as a whole when they are loaded. */
  readonly validate: boolean;
  /** Arguments of the program, its own name first. */
  readonly args: readonly string[];
  readonly env: readonly (readonly [name: string, value: string])[];
  /** Virtual clock and seeded random numbers. */
  readonly deterministic: boolean;
  /** A longer result is not sent but reported as `limited`. */
  readonly maxResultBytes: number;
}

export interface ModuleRange {
  readonly from: "component" | "extra";
  readonly start: number;
  readonly end: number;
  /** Where its edits lie in `extra`. */
  readonly edits: readonly [start: number, end: number];
}

/** What all core modules of a guest may use together. */
export interface RationLimits {
  /** Pages of 64 KiB, of all memories. */
  readonly pages: number;
  /** Elements of all tables. */
  readonly elements: number;
  /** Units of fuel; undefined when the modules do not count it. */
  readonly fuel?: number | undefined;
}

/**
 * Which export to call. `scanCode` calls a scanner with the text in the job's `input` blob; `invoke` calls the function
 * that the blob names (`invoke.ts`); `startModule` runs the one core module that `component` is then (`preview1/`);
 * `httpHandle` answers one request.
 */
export type GuestCall = "skillRun" | "cliRun" | "scanCode" | "invoke" | "startModule" | "httpHandle";

/** The job's blobs, in their order after the header. */
export interface GuestBlobs {
  /** Script text of the generated glue. */
  readonly source: Uint8Array;
  /** V8 code cache of `source`; empty when there is none. */
  readonly codeCache: Uint8Array;
  readonly component: Uint8Array;
  readonly extra: Uint8Array;
  readonly input: Uint8Array;
}

const encoder = new TextEncoder();

/** One frame of the guest. */
export function encodeRequest(operation: OperationName, ...fields: readonly (string | Uint8Array)[]): Uint8Array {
  const blobs = fields.map((field) => (typeof field === "string" ? encoder.encode(field) : field));
  const frame = Buffer.allocUnsafe(blobs.reduce((sum, blob) => sum + 4 + blob.length, 5));
  frame.writeUInt32LE(frame.length - 4, 0);
  frame[4] = OPERATIONS[operation].code;
  let at = 5;
  for (const blob of blobs) {
    frame.writeUInt32LE(blob.length, at);
    frame.set(blob, at + 4);
    at += 4 + blob.length;
  }
  return frame;
}

/** One answer of the broker, in parts that are sent one after the other: a large one is not copied again. */
export function encodeAnswer(status: number, body: Uint8Array): Uint8Array[] {
  const whole = body.length <= COPIED_BYTES;
  const frame = Buffer.allocUnsafe(whole ? 5 + body.length : 5);
  frame.writeUInt32LE(1 + body.length, 0);
  frame[4] = status;
  if (!whole) return [frame, body];
  frame.set(body, 5);
  return [frame];
}

/** Copying less than this costs less than a second part. */
const COPIED_BYTES = 4096;

/** The first frame of the broker, in parts that are sent one after the other: the component is not copied again. */
export function encodeJob(job: GuestJob, blobs: GuestBlobs): Uint8Array[] {
  const { source, codeCache, component, extra, input } = blobs;
  const parts = [encoder.encode(JSON.stringify(job)), source, codeCache, component, extra, input];
  const fields = parts.flatMap((part) => [u32(part.length), part]);
  return [u32(sizeOf(fields)), ...fields];
}

export function decodeJob(body: Uint8Array): { job: GuestJob; blobs: GuestBlobs } {
  const [header, source, codeCache, component, extra, input] = splitFields(body, 6) ?? [];
  if (!(header && source && codeCache && component && extra && input)) throw new Error("malformed job");
  const job = JSON.parse(new TextDecoder().decode(header)) as GuestJob;
  return { job, blobs: { source, codeCache, component, extra, input } };
}

/** Exactly `count` fields that fill `body`, or undefined. Nothing is allocated for what a length merely claims. */
export function splitFields(body: Uint8Array, count: number): Uint8Array[] | undefined {
  const fields: Uint8Array[] = [];
  let at = 0;
  while (fields.length < count) {
    if (at + 4 > body.length) return undefined;
    const end = at + 4 + readU32(body, at);
    if (end > body.length) return undefined;
    fields.push(body.subarray(at + 4, end));
    at = end;
  }
  return at === body.length ? fields : undefined;
}

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
    const bytes = encoder.encode(name);
    return [
      Uint8Array.of(FILE_KINDS.indexOf(kind)),
      u64(inode),
      Uint8Array.of(bytes.length & 255, bytes.length >> 8),
      bytes,
    ];
  });
  const whole = new Uint8Array(sizeOf(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
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

export function readU64(bytes: Uint8Array, at: number): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at, true);
}

export function readU32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

export function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

export function u64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
