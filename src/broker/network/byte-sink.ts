import type { Writable } from "node:stream";
import { STREAM_ROOM } from "../../guest/network-messages.ts";
import type { Handle } from "../handles.ts";
import { Bell } from "./bell.ts";
import type { StreamFault } from "./stream-fault.ts";

/** How a stream's last piece ends what it was written to: with trailers where there can be some. */
export type Ending = (destination: Writable) => void;

/**
 * What a guest writes, on its way to a socket. It holds `STREAM_ROOM` bytes at most, whether or not it is known yet
 * where they go, and says how many more it takes.
 */
export class ByteSink implements Handle {
  readonly #bell = new Bell();
  readonly #kept: Uint8Array[] = [];
  readonly #mayStop: boolean;
  #destination: Writable | undefined;
  #expected: number | undefined;
  #mismatch: StreamFault | undefined;
  #pending = 0;
  #written = 0;
  #ending: Ending | undefined;
  #fault: StreamFault | undefined;
  #abandoned = false;
  #isDiscarding = false;

  /** @param mayStop whether the guest may stop writing without a word; otherwise what it wrote is destroyed then */
  constructor(mayStop = false) {
    this.#mayStop = mayStop;
  }

  get room(): number {
    return Math.max(0, STREAM_ROOM - this.#pending);
  }

  get fault(): StreamFault | undefined {
    return this.#fault;
  }

  get isAttached(): boolean {
    return this.#destination !== undefined;
  }

  isReady(): boolean {
    return this.room > 0 || this.#fault !== undefined;
  }

  whenReady(signal: AbortSignal): Promise<void> {
    return this.#bell.next(signal);
  }

  /** @returns the fault that keeps the bytes from being taken */
  write(bytes: Uint8Array): StreamFault | undefined {
    this.#written += bytes.length;
    if (this.#fault === undefined && this.#written > (this.#expected ?? Number.POSITIVE_INFINITY)) this.#break();
    if (this.#fault !== undefined || bytes.length === 0 || this.#isDiscarding) return this.#fault;
    const own = ownCopy(bytes);
    this.#pending += cost(own);
    if (this.#destination === undefined) this.#kept.push(own);
    else this.#send(this.#destination, own);
    return undefined;
  }

  /** Nothing more comes. */
  finish(ending: Ending): StreamFault | undefined {
    if (this.#fault === undefined && this.#written < (this.#expected ?? 0)) this.#break();
    if (this.#fault !== undefined) return this.#fault;
    this.#ending = ending;
    if (this.#destination !== undefined) ending(this.#destination);
    return undefined;
  }

  /**
   * Says where the bytes go. The destination is destroyed when they do not come in full: whoever reads there must not
   * take a part for the whole.
   *
   * @param expected how many bytes there will be; undefined: any number
   * @param mismatch the fault of writing another number of bytes
   */
  attach(destination: Writable, expected?: number, mismatch?: StreamFault): void {
    this.#destination = destination;
    this.#expected = expected;
    this.#mismatch = mismatch;
    if (this.#abandoned || !this.#fits()) this.#break();
    else {
      for (const bytes of this.#kept.splice(0)) this.#send(destination, bytes);
      this.#ending?.(destination);
    }
  }

  /**
   * What it was written to never came about, which is said elsewhere: the rest is taken and thrown away. A guest that
   * is told twice, here first, takes this for a failure of its own (StarlingMonkey's `fetch` aborts).
   */
  discard(): void {
    this.#isDiscarding = true;
    this.#kept.length = 0;
    this.#pending = 0;
    this.#bell.ring();
  }

  /** Whatever it was written to is gone. */
  fail(fault: StreamFault): void {
    this.#fault ??= fault;
    this.#bell.ring();
  }

  close(): void {
    if (this.#ending !== undefined || this.#mayStop) return;
    this.#abandoned = true;
    this.#destination?.destroy();
  }

  #fits(): boolean {
    if (this.#expected === undefined) return true;
    return this.#ending === undefined ? this.#written <= this.#expected : this.#written === this.#expected;
  }

  #break(): void {
    if (this.#mismatch !== undefined) this.fail(this.#mismatch);
    this.#destination?.destroy();
  }

  #send(destination: Writable, bytes: Uint8Array): void {
    destination.write(bytes, () => {
      this.#pending = Math.max(0, this.#pending - cost(bytes));
      this.#bell.ring();
    });
  }
}

/** What a piece takes beside its bytes: a guest that writes them one by one must not take a hundred times their room. */
const PIECE_BYTES = 512;

function cost(bytes: Uint8Array): number {
  return bytes.length + PIECE_BYTES;
}

/** A small piece is a view of all that came through the door with it, and would hold that. */
function ownCopy(bytes: Uint8Array): Uint8Array {
  return bytes.length * 2 < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes;
}
