import { clock } from "../clock.ts";
import { ask } from "../door.ts";
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

/** A stream that is at its end: this host gives no guest any input. */
export class InputStream {
  read(_length: bigint): Uint8Array {
    throw { tag: "closed" };
  }
  blockingRead(length: bigint): Uint8Array {
    return this.read(length);
  }
  skip(_length: bigint): bigint {
    throw { tag: "closed" };
  }
  blockingSkip(length: bigint): bigint {
    return this.skip(length);
  }
  subscribe(): Pollable {
    return new Pollable();
  }
}

export class OutputStream {
  readonly #sink: (bytes: Uint8Array) => void;

  constructor(sink: (bytes: Uint8Array) => void) {
    this.#sink = sink;
  }

  checkWrite(): bigint {
    return BigInt(MAX_CHUNK);
  }
  write(bytes: Uint8Array): void {
    try {
      this.#sink(bytes);
    } catch (error) {
      throw { tag: "last-operation-failed", val: new StreamError(String(error)) };
    }
  }
  blockingWriteAndFlush(bytes: Uint8Array): void {
    this.write(bytes);
  }
  flush(): void {}
  blockingFlush(): void {}
  writeZeroes(length: bigint): void {
    if (length > BigInt(MAX_CHUNK)) throw new Error(`write-zeroes of ${length} bytes was not permitted by check-write`);
    this.write(new Uint8Array(Number(length)));
  }
  blockingWriteZeroesAndFlush(length: bigint): void {
    this.writeZeroes(length);
  }
  splice(source: InputStream, length: bigint): bigint {
    const bytes = source.read(length);
    this.write(bytes);
    return BigInt(bytes.length);
  }
  blockingSplice(source: InputStream, length: bigint): bigint {
    return this.splice(source, length);
  }
  subscribe(): Pollable {
    return new Pollable();
  }
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
  const waiting = handles.flatMap((handle) => handle ?? []);
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
  return new Map(handles.map((handle, index) => [handle, ready[index] === 1]));
}

function joined(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number, true);
  return bytes;
}
