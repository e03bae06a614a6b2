import { clock } from "../clock.ts";
import { ask, Refused } from "../door.ts";
import { u64 } from "../messages.ts";

/** The guest chooses lengths; no single call makes this process allocate more. */
const MAX_CHUNK = 1024 * 1024;

export class StreamError extends Error {
  toDebugString(): string {
    return this.message;
  }
}

/** What a guest waits for: a moment on the monotonic clock, in nanoseconds, or a handle at the broker; neither: always ready. */
export interface Awaited {
  readonly at?: bigint | undefined;
  /** Asked each time, because what is waited for may be there by then: undefined is ready. */
  readonly handle?: (() => number | undefined) | undefined;
}

export class Pollable {
  readonly awaited: Awaited;

  constructor(awaited: Awaited = {}) {
    this.awaited = awaited;
  }

  ready(): boolean {
    return look([this.awaited], 0n)[0] === true;
  }

  block(): void {
    poll([this]);
  }
}

/** Where an input stream's bytes come from. */
export interface Source {
  /** At most `length` bytes, without waiting: none when there are none yet, undefined at the end. */
  read(length: number): Uint8Array | undefined;
  /** The same after waiting for the first of them. */
  blockingRead(length: number): Uint8Array | undefined;
  readonly awaited?: Awaited;
  close?(): void;
}

export class InputStream {
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  read(length: bigint): Uint8Array {
    return attempt(() => this.#source.read(clamped(length)));
  }
  blockingRead(length: bigint): Uint8Array {
    return attempt(() => this.#source.blockingRead(clamped(length)));
  }
  skip(length: bigint): bigint {
    return BigInt(this.read(length).length);
  }
  blockingSkip(length: bigint): bigint {
    return BigInt(this.blockingRead(length).length);
  }
  subscribe(): Pollable {
    return new Pollable(this.#source.awaited);
  }
  [Symbol.dispose](): void {
    this.#source.close?.();
  }
}

/** Where an output stream's bytes go. */
export interface Sink {
  write(bytes: Uint8Array): void;
  flush?(): void;
  /** How many bytes `write` would take now; without it as many as one message of the guest may hold. */
  room?(): number;
  readonly awaited?: Awaited;
  close?(): void;
}

export class OutputStream {
  readonly #sink: Sink;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  checkWrite(): bigint {
    return BigInt(this.#sink.room?.() ?? MAX_CHUNK);
  }
  write(bytes: Uint8Array): void {
    attempt(() => {
      this.#sink.write(bytes);
      return bytes;
    });
  }
  blockingWriteAndFlush(bytes: Uint8Array): void {
    for (let sent = 0; sent < bytes.length; ) {
      const room = Number(this.checkWrite());
      if (room > 0) this.write(bytes.subarray(sent, sent + room));
      else poll([this.subscribe()]);
      sent += room;
    }
    this.blockingFlush();
  }
  flush(): void {
    attempt(() => {
      this.#sink.flush?.();
      return NOTHING;
    });
  }
  blockingFlush(): void {
    this.flush();
  }
  writeZeroes(length: bigint): void {
    if (length > BigInt(MAX_CHUNK)) throw new Error(`write-zeroes of ${length} bytes was not permitted by check-write`);
    this.write(new Uint8Array(Number(length)));
  }
  blockingWriteZeroesAndFlush(length: bigint): void {
    if (length > BigInt(MAX_CHUNK)) throw new Error(`write-zeroes of ${length} bytes are more than ${MAX_CHUNK}`);
    this.blockingWriteAndFlush(new Uint8Array(Number(length)));
  }
  splice(source: InputStream, length: bigint): bigint {
    const room = this.checkWrite();
    const bytes = source.read(length < room ? length : room);
    this.write(bytes);
    return BigInt(bytes.length);
  }
  blockingSplice(source: InputStream, length: bigint): bigint {
    const bytes = source.blockingRead(length);
    this.blockingWriteAndFlush(bytes);
    return BigInt(bytes.length);
  }
  subscribe(): Pollable {
    return new Pollable(this.#sink.awaited);
  }
  [Symbol.dispose](): void {
    this.#sink.close?.();
  }
}

const NOTHING = new Uint8Array();

function clamped(length: bigint): number {
  return Number(length < BigInt(MAX_CHUNK) ? length : BigInt(MAX_CHUNK));
}

/** The glue lowers what is thrown to the stream-error of the WIT: the end is `closed`, a refusal carries its code. */
function attempt(transfer: () => Uint8Array | undefined): Uint8Array {
  let bytes: Uint8Array | undefined;
  try {
    bytes = transfer();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw { tag: "last-operation-failed", val: new StreamError(error.message) };
  }
  if (bytes === undefined) throw { tag: "closed" };
  return bytes;
}

/** Waits until one is ready; returns the indices of those that are. */
export function poll(pollables: readonly Pollable[]): Uint32Array {
  if (pollables.length === 0) throw new Error("poll on an empty list");
  const awaited = pollables.map((pollable) => pollable.awaited);
  for (;;) {
    const ready = look(awaited, FOREVER).flatMap((is, index) => (is ? [index] : []));
    if (ready.length > 0) return Uint32Array.from(ready);
  }
}

/** As long as fits the door's unsigned 64-bit nanoseconds; the run's deadline comes first. */
const FOREVER = 2n ** 63n;

/** Which are ready, after waiting for the first of them, at most `nanoseconds`. Waiting is always done at the door. */
function look(awaited: readonly Awaited[], nanoseconds: bigint): boolean[] {
  const handles = awaited.map(({ handle }) => handle?.());
  const now = clock.monotonic();
  const soonest = awaited.flatMap((one, index) => {
    if (one.at !== undefined) return [one.at - now];
    return handles[index] === undefined ? [0n] : [];
  });
  const longest = [...soonest, nanoseconds].reduce((a, b) => (a < b ? a : b));
  const waiting = [...new Set(handles.flatMap((handle) => handle ?? []))];
  const answered = waitAtDoor(waiting, longest > 0n ? longest : 0n);
  const after = clock.monotonic();
  return awaited.map(({ at }, index) => {
    if (at !== undefined) return after >= at;
    return handles[index] === undefined || answered.get(handles[index]) === true;
  });
}

/** A sleeping guest waits at the door, so that it wakes, and ends, when its broker has died. */
function waitAtDoor(handles: readonly number[], nanoseconds: bigint): ReadonlyMap<number, boolean> {
  if (handles.length === 0) {
    if (nanoseconds > 0n) clock.sleep(nanoseconds);
    return new Map();
  }
  const ready = ask("wait", u64(nanoseconds), joined(handles));
  if (!ready.includes(1)) clock.passed(nanoseconds);
  return new Map(handles.map((handle, index) => [handle, ready[index] === 1]));
}

function joined(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number, true);
  return bytes;
}
