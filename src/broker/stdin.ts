import type { Readable } from "node:stream";
import type { Handle } from "./handles.ts";

/** The number under which a guest waits for its standard input. */
export const STDIN_HANDLE = 1;

/** The standard input of a guest: read only when the guest asks, and no more than it asks for. */
export class Stdin implements Handle {
  readonly #open: () => Readable | undefined;
  #stream: Readable | undefined;
  #ended = false;
  #buffered: Buffer = Buffer.alloc(0);

  /** @param open the stream; undefined: the input is at its end from the start */
  constructor(open: () => Readable | undefined) {
    this.#open = open;
  }

  /** What is there, at least one byte and at most `length`; none at the end. */
  async read(length: number, signal: AbortSignal): Promise<Uint8Array> {
    while (!this.isReady() && !signal.aborted) await this.whenReady(signal);
    return this.#take(length);
  }

  /** As many bytes as were asked for, however they arrived; fewer only at the end. */
  async readAll(length: number, signal: AbortSignal): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for (let left = length; left > 0; ) {
      const piece = await this.read(left, signal);
      if (piece.length === 0) break;
      pieces.push(piece);
      left -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  #take(length: number): Uint8Array {
    const bytes = this.#buffered.subarray(0, length);
    this.#buffered = this.#buffered.subarray(bytes.length);
    return bytes;
  }

  isReady(): boolean {
    this.#fill();
    return this.#buffered.length > 0 || this.#ended;
  }

  whenReady(signal: AbortSignal): Promise<void> {
    const stream = this.#start();
    return new Promise((resolve) => {
      const done = () => {
        for (const event of EVENTS) stream?.off(event, done);
        signal.removeEventListener("abort", done);
        resolve();
      };
      if (stream === undefined || this.#ended || signal.aborted) return resolve();
      for (const event of EVENTS) stream.on(event, done);
      signal.addEventListener("abort", done, { once: true });
    });
  }

  close(): void {
    this.#stream?.destroy();
  }

  /** Takes what the stream has, without waiting. */
  #fill(): void {
    const stream = this.#start();
    if (stream === undefined || this.#buffered.length > 0) return;
    const chunk: Buffer | null = stream.read();
    if (chunk !== null) this.#buffered = chunk;
  }

  #start(): Readable | undefined {
    if (this.#stream !== undefined) return this.#stream;
    this.#stream = this.#open();
    if (this.#stream === undefined) this.#ended = true;
    const end = () => {
      this.#ended = true;
    };
    // An input that breaks off is at its end.
    for (const event of ["end", "error", "close"]) this.#stream?.on(event, end);
    // Listening makes the stream read ahead, up to its own small mark.
    this.#stream?.on("readable", () => {});
    return this.#stream;
  }
}

const EVENTS = ["readable", "end", "error", "close"] as const;
