import { ask, Refused, tell } from "../door.ts";
import { readU32, u32 } from "../messages.ts";
import { type Awaited, Pollable, poll, type Sink, type Source, type StreamError } from "./io.ts";

/** What became of a stream, for `last-operation-failed`. */
export type FaultOf = (refusal: string) => StreamError;

/** What the broker reads from a socket. */
export class RemoteSource implements Source {
  readonly #handle: number;
  readonly #faultOf: FaultOf;
  readonly #owned: boolean;
  #over = false;

  /** @param owned whether the end of the stream is the end of its handle */
  constructor(handle: number, faultOf: FaultOf, owned: boolean) {
    this.#handle = handle;
    this.#faultOf = faultOf;
    this.#owned = owned;
  }

  get awaited(): Awaited {
    return { handle: () => (this.#over ? undefined : this.#handle) };
  }

  read(length: number): Uint8Array | undefined {
    if (this.#over) return undefined;
    const answer = orFault(this.#faultOf, this, () => ask("readStream", u32(this.#handle), u32(length)));
    this.#over = answer[0] === 1;
    return this.#over && answer.length === 1 && length > 0 ? undefined : answer.subarray(1);
  }

  blockingRead(length: number): Uint8Array | undefined {
    for (;;) {
      const bytes = this.read(length);
      if (bytes === undefined || bytes.length > 0 || length === 0) return bytes;
      poll([new Pollable(this.awaited)]);
    }
  }

  /** Nothing more is read. */
  end(): void {
    this.#over = true;
  }

  close(): void {
    this.end();
    if (this.#owned) tell("close", u32(this.#handle));
  }
}

/** What the broker writes to a socket. It takes what there is room for; the rest is the guest's to wait with. */
export class RemoteSink implements Sink {
  readonly #handle: number;
  readonly #faultOf: FaultOf;
  readonly #owned: boolean;
  #room = 0;
  #over = false;

  /** @param owned whether the end of the stream is the end of its handle */
  constructor(handle: number, faultOf: FaultOf, owned: boolean) {
    this.#handle = handle;
    this.#faultOf = faultOf;
    this.#owned = owned;
  }

  get awaited(): Awaited {
    return { handle: () => (this.#over || this.#room > 0 ? undefined : this.#handle) };
  }

  room(): number {
    if (this.#over) throw { tag: "closed" };
    if (this.#room === 0) this.#send(new Uint8Array());
    return this.#room;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length > this.#room && bytes.length > this.room()) {
      throw new Error(`a write of ${bytes.length} bytes was not permitted by check-write`);
    }
    if (this.#over) throw { tag: "closed" };
    if (bytes.length > 0) this.#send(bytes);
  }

  /** What was written is on its way already; a broken stream says so here. */
  flush(): void {
    this.room();
  }

  /** Nothing more is written. */
  end(): void {
    this.#over = true;
  }

  close(): void {
    this.end();
    if (this.#owned) tell("close", u32(this.#handle));
  }

  #send(bytes: Uint8Array): void {
    this.#room = readU32(
      orFault(this.#faultOf, this, () => ask("writeStream", u32(this.#handle), bytes)),
      0,
    );
  }
}

/** A stream that failed once is over. */
function orFault<T>(faultOf: FaultOf, stream: { end(): void }, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    stream.end();
    throw { tag: "last-operation-failed", val: faultOf(error.message) };
  }
}
