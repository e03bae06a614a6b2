import { ask, Refused } from "../door.ts";
import { u64 } from "../messages.ts";

/** The guest chooses lengths; no single call makes this process allocate more. */
const MAX_CHUNK = 1024 * 1024;

export class StreamError extends Error {
  toDebugString(): string {
    return this.message;
  }
}

/** A moment on the monotonic clock, in nanoseconds; `undefined` is always ready. */
export class Pollable {
  readonly #at: bigint | undefined;

  constructor(at?: bigint) {
    this.#at = at;
  }

  get deadline(): bigint {
    return this.#at ?? 0n;
  }

  ready(): boolean {
    return this.#at === undefined || process.hrtime.bigint() >= this.#at;
  }

  block(): void {
    sleepUntil(this.deadline);
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
  for (;;) {
    const ready = pollables.flatMap((pollable, index) => (pollable.ready() ? [index] : []));
    if (ready.length > 0) return Uint32Array.from(ready);
    sleepUntil(pollables.map((pollable) => pollable.deadline).reduce(earlier));
  }
}

function earlier(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

/** Sleeps at the door, so that a guest whose broker has died wakes up and ends. */
function sleepUntil(deadline: bigint): void {
  const left = deadline - process.hrtime.bigint();
  if (left <= 0n) return;
  try {
    ask("sleep", u64(left));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}
