import { ask, Refused, tell } from "../door.ts";
import { readU32, u32 } from "../messages.ts";
import { type Awaited, Pollable, poll, type Sink, type Source, type StreamError } from "./io.ts";

/** What became of a stream, for `last-operation-failed`. */
export type FaultOf = (refusal: string) => StreamError;

/** One direction of what the broker holds: a socket, or a body. */
abstract class RemoteStream {
  protected readonly handle: number;
  protected isOver = false;
  readonly #faultOf: FaultOf;
  readonly #owned: boolean;

  /** @param owned whether the end of the stream is the end of its handle */
  constructor(handle: number, faultOf: FaultOf, owned: boolean) {
    this.handle = handle;
    this.#faultOf = faultOf;
    this.#owned = owned;
  }

  /** Nothing more is read or written. */
  end(): void {
    this.isOver = true;
  }

  close(): void {
    this.end();
    if (this.#owned) tell("close", u32(this.handle));
  }

  /** A stream that failed once is over. */
  protected orFault<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.end();
      throw { tag: "last-operation-failed", val: this.#faultOf(error.message) };
    }
  }
}

/** What the broker reads from a socket. */
export class RemoteSource extends RemoteStream implements Source {
  get awaited(): Awaited {
    return { handle: () => (this.isOver ? undefined : this.handle) };
  }

  read(length: number): Uint8Array | undefined {
    if (this.isOver) return undefined;
    const answer = this.orFault(() => ask("readStream", u32(this.handle), u32(length)));
    this.isOver = answer[0] === 1;
    return this.isOver && answer.length === 1 && length > 0 ? undefined : answer.subarray(1);
  }

  blockingRead(length: number): Uint8Array | undefined {
    for (;;) {
      const bytes = this.read(length);
      if (bytes === undefined || bytes.length > 0 || length === 0) return bytes;
      poll([new Pollable(this.awaited)]);
    }
  }
}

/** What the broker writes to a socket. It takes what there is room for; the rest is the guest's to wait with. */
export class RemoteSink extends RemoteStream implements Sink {
  #room = 0;

  get awaited(): Awaited {
    return { handle: () => (this.isOver || this.#room > 0 ? undefined : this.handle) };
  }

  room(): number {
    if (this.isOver) throw { tag: "closed" };
    if (this.#room === 0) this.#send(new Uint8Array());
    return this.#room;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length > this.#room && bytes.length > this.room()) {
      throw new Error(`a write of ${bytes.length} bytes was not permitted by check-write`);
    }
    if (this.isOver) throw { tag: "closed" };
    if (bytes.length > 0) this.#send(bytes);
  }

  /** What was written is on its way already; a broken stream says so here. */
  flush(): void {
    this.room();
  }

  #send(bytes: Uint8Array): void {
    this.#room = readU32(
      this.orFault(() => ask("writeStream", u32(this.handle), bytes)),
      0,
    );
  }
}
