import type { Readable } from "node:stream";
import type { Handle } from "../handles.ts";
import { Bell } from "./bell.ts";
import type { StreamFault } from "./stream-fault.ts";

export interface ByteSourceOptions {
  /** Why the stream broke off, in the words of the interface that it belongs to. */
  readonly faultOf: (error: Error) => StreamFault;
  /** What is said when nothing comes for so long, in milliseconds, although there is room for it. */
  readonly silence?: { readonly milliseconds: number; readonly fault: StreamFault } | undefined;
  /** The most bytes that there may be; `tooMany` is called for the first one more, and what is read then is nothing. */
  readonly maxBytes?: number | undefined;
  readonly tooMany?: (() => void) | undefined;
  /** What the guest does not read is taken all the same, for the other direction lives on; without, the stream is destroyed. */
  readonly drainsOnClose?: boolean | undefined;
  /** What came behind the last byte, name and value in turn. */
  readonly trailers?: (() => readonly string[]) | undefined;
}

/** So many new bytes, or arrivals of some, are made one piece. */
const MERGED_BYTES = 4096;
const MERGED_ARRIVALS = 64;

/** What comes from a socket, for a guest to read. Beside what the stream itself buffers nothing is kept. */
export class ByteSource implements Handle {
  readonly #stream: Readable;
  readonly #options: ByteSourceOptions;
  readonly #bell = new Bell();
  #fault: StreamFault | undefined;
  #isDiscarding = false;
  #read = 0;
  /** Bytes that are one piece already, and how often some came since. */
  #merged = 0;
  #arrivals = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: Readable, options: ByteSourceOptions) {
    this.#stream = stream;
    this.#options = options;
    stream.on("readable", () => this.#arrived());
    stream.on("end", () => this.#settle());
    stream.on("error", (error) => this.#fail(options.faultOf(error)));
    stream.on("close", () => {
      if (!this.ended) this.#fail(options.faultOf(new Error("closed")));
    });
    if (stream.destroyed && !this.ended) this.#fail(options.faultOf(stream.errored ?? new Error("closed")));
    this.#watch();
    this.#look();
  }

  /** Everything was read, and there is no more. */
  get ended(): boolean {
    return this.#stream.readableEnded;
  }

  get trailers(): readonly string[] {
    return this.#options.trailers?.() ?? [];
  }

  get fault(): StreamFault | undefined {
    return this.#stream.readableLength > 0 ? undefined : this.#fault;
  }

  isReady(): boolean {
    return this.ended || this.#fault !== undefined || this.#stream.readableLength > 0;
  }

  whenReady(signal: AbortSignal): Promise<void> {
    return this.#bell.next(signal);
  }

  /** What is there, at most so many bytes; none does not say that there will be none. */
  read(most: number): Uint8Array {
    const there = Math.min(most, this.#stream.readableLength);
    const bytes: Uint8Array = there > 0 ? this.#stream.read(there) : new Uint8Array();
    this.#merged = Math.max(0, this.#merged - bytes.length);
    this.#look();
    this.#watch();
    return this.#count(bytes) ? bytes : new Uint8Array();
  }

  /** Throws away what is left, and counts it. */
  discard(): void {
    this.#isDiscarding = true;
    this.#drain();
  }

  close(): void {
    clearTimeout(this.#timer);
    if (this.#options.drainsOnClose === true) this.discard();
    else this.#stream.destroy();
  }

  #arrived(): void {
    this.#watch();
    if (this.#isDiscarding) this.#drain();
    else this.#merge();
    this.#look();
    this.#bell.ring();
  }

  /** By reading: as long as somebody listens for `readable` nothing flows, and Node takes the listeners for `data` from a request. */
  #drain(): void {
    for (let bytes = this.#stream.read(); bytes !== null; bytes = this.#stream.read()) if (!this.#count(bytes)) return;
  }

  /**
   * A stream keeps each piece as it came, and a server that sends its bytes one by one makes them take a hundred times
   * their room: now and then the pieces become one.
   */
  #merge(): void {
    const { readableLength, readableHighWaterMark } = this.#stream;
    // Reading asks for more: of a stream that is full nothing is read but what the guest takes.
    if (readableLength >= readableHighWaterMark) return;
    this.#arrivals += 1;
    if (readableLength - this.#merged < MERGED_BYTES && this.#arrivals < MERGED_ARRIVALS) return;
    // Without a length it would be the first piece alone.
    const all: Buffer | null = readableLength > 0 ? this.#stream.read(readableLength) : null;
    if (all !== null) this.#stream.unshift(all);
    this.#merged = this.#stream.readableLength;
    this.#arrivals = 0;
  }

  /** A stream notices its end only when it is read after its last byte; reading nothing can lose nothing. */
  #look(): void {
    if (this.#stream.readableLength === 0) this.#stream.read(0);
  }

  #count(bytes: Uint8Array): boolean {
    this.#read += bytes.length;
    if (this.#read <= (this.#options.maxBytes ?? Number.POSITIVE_INFINITY)) return true;
    this.#stream.destroy();
    this.#options.tooMany?.();
    return false;
  }

  /** Starts the time of silence anew. A guest that does not read is no silence of the other side. */
  #watch(): void {
    clearTimeout(this.#timer);
    const { silence } = this.#options;
    if (silence === undefined || this.ended || this.#fault !== undefined) return;
    this.#timer = setTimeout(() => {
      if (this.#stream.readableLength > 0) return this.#watch();
      this.#fail(silence.fault);
      this.#stream.destroy();
    }, silence.milliseconds).unref();
  }

  #fail(fault: StreamFault): void {
    this.#fault ??= fault;
    this.#settle();
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#bell.ring();
  }
}
