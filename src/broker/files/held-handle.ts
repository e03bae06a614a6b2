import type { Handle } from "../handles.ts";

/**
 * A handle that stays open while a call on it is under way, although the run may end in the middle of it: a descriptor
 * closed under a call would have its number taken by another file, and the call would go on in there.
 */
export abstract class HeldHandle implements Handle {
  #users = 0;
  #closed = false;
  #released = false;

  async during<T>(call: () => Promise<T>): Promise<T> {
    this.#users += 1;
    try {
      return await call();
    } finally {
      this.#users -= 1;
      this.#releaseIfUnused();
    }
  }

  close(): void {
    this.#closed = true;
    this.#releaseIfUnused();
  }

  protected abstract release(): void;

  #releaseIfUnused(): void {
    if (!this.#closed || this.#users > 0 || this.#released) return;
    this.#released = true;
    this.release();
  }
}
