import { Failure } from "./errno.ts";
import type { GuestMemory } from "./memory.ts";

/** As many as Linux takes in one call (IOV_MAX). */
const MAX_BUFFERS = 1024;

/** The most that one call may transfer: more does not fit the signed size that POSIX answers with. */
const MAX_TOTAL = 0x7fff_ffff;

const IOVEC_BYTES = 8;

/** The guest's list of buffers, as one run of bytes. */
export class Buffers {
  readonly total: number;
  readonly #parts: readonly Uint8Array[];

  /** @throws Failure `fault` for a buffer outside the memory, `inval` for too many or for more bytes than one call moves */
  constructor(memory: GuestMemory, pointer: number, count: number) {
    if (count > MAX_BUFFERS) throw new Failure("inval");
    const list = memory.view(pointer, count * IOVEC_BYTES);
    this.#parts = Array.from({ length: count }, (_, index) => {
      const at = index * IOVEC_BYTES;
      return memory.bytes(list.getUint32(at, true), list.getUint32(at + 4, true));
    });
    this.total = this.#parts.reduce((sum, part) => sum + part.length, 0);
    if (this.total > MAX_TOTAL) throw new Failure("inval");
  }

  /** The bytes from `start` on, at most `length`: not copied when they lie in one buffer. */
  gather(start: number, length: number): Uint8Array {
    const pieces = [...this.#pieces(start, length)];
    const [only] = pieces;
    return only !== undefined && pieces.length === 1 ? only : Buffer.concat(pieces);
  }

  /** Puts `bytes` where the run continues at `start`. */
  scatter(start: number, bytes: Uint8Array): void {
    let at = 0;
    for (const piece of this.#pieces(start, bytes.length)) {
      piece.set(bytes.subarray(at, at + piece.length));
      at += piece.length;
    }
  }

  *#pieces(start: number, length: number): Generator<Uint8Array> {
    let [skipped, left] = [start, length];
    for (const part of this.#parts) {
      const piece = part.subarray(skipped, skipped + left);
      skipped = Math.max(0, skipped - part.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }
}
