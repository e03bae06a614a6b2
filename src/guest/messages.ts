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
  /** What the generator made of the shell that came before the job (`head-start.ts`); no byte when it made nothing. */
  generated: { code: 16, fields: 1, answered: false },
  /** How much fuel was used (u64): before the frame that ends a run in which it is counted. */
  fuelUsed: { code: 15, fields: 1, answered: false },
  /** A limit of the guest process was reached: its name ("memory", "tables", "fuel", "output") and what happened. */
  limited: { code: 10, fields: 2, answered: false },

  /*
   * Files of WASI. A handle is a u32, a path is UTF-8 relative to a folder's handle, a position or size is a u64; a
   * refusal is the name of an error code of wasi:filesystem. `file-messages.ts` has the rest. Codes 20 to 49.
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

export type OperationName = keyof typeof OPERATIONS;

export const STATUS = { done: 0, refused: 1 } as const;

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
