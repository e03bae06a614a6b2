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
  /** The skill's text. */
  returned: { code: 7, fields: 1, answered: false },
  /** One field: the exit code as an unsigned 32-bit integer. */
  exited: { code: 8, fields: 1, answered: false },
  /** What the engine said. */
  trapped: { code: 9, fields: 1, answered: false },
  /** A core module is not valid: nothing of the component ran. One field: what the engine said. */
  rejected: { code: 11, fields: 1, answered: false },
  /** A limit of the guest process was reached: its name ("memory", "output") and what happened. */
  limited: { code: 10, fields: 2, answered: false },
} as const;

export type OperationName = keyof typeof OPERATIONS;

export const STATUS = { done: 0, refused: 1 } as const;

/** What the broker tells the guest process to do: the first frame it sends, made of the header as JSON and the blobs. */
export interface GuestJob {
  readonly call: GuestCall;
  /** Core modules by the name that the generated code asks for: a range of `component`, or of `extra`. */
  readonly modules: Readonly<Record<string, ModuleRange>>;
  /** Nobody has validated the core modules before: they are validated as a whole when they are loaded. */
  readonly validate: boolean;
  /** A longer result is not sent but reported as `limited`. */
  readonly maxResultBytes: number;
}

export interface ModuleRange {
  readonly from: "component" | "extra";
  readonly start: number;
  readonly end: number;
}

/** Which export to call. `scanCode` calls a scanner with the text in the job's `input` blob. */
export type GuestCall = "skillRun" | "cliRun" | "scanCode";

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
  const head = Uint8Array.of(OPERATIONS[operation].code);
  return withLength([head, ...blobs.flatMap((blob) => [u32(blob.length), blob])]);
}

/** One answer of the broker. */
export function encodeAnswer(status: number, body: Uint8Array): Uint8Array {
  return withLength([Uint8Array.of(status), body]);
}

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

function withLength(parts: readonly Uint8Array[]): Uint8Array {
  const length = sizeOf(parts);
  const frame = new Uint8Array(4 + length);
  frame.set(u32(length));
  let at = 4;
  for (const part of parts) {
    frame.set(part, at);
    at += part.length;
  }
  return frame;
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
