/** What a guest holds by a number: a file, a folder, a listing, a connection. */
export interface Handle {
  close(): void;
  /** For a handle that a guest can wait for: whether it has something to say now. */
  isReady?(): boolean;
  /** Resolves when `isReady` may have changed, at the latest when `signal` aborts. */
  whenReady?(signal: AbortSignal): Promise<void>;
}

/**
 * All handles of one guest, in one number space. A number is the guest's word, so what it names is checked by its class
 * at every use; numbers are used again only after all others, so that a stale one names nothing.
 */
export class Handles {
  readonly #held = new Map<number, Handle>();
  readonly #own = new Map<number, Handle>();
  readonly #max: number;
  #next = FIRST;

  /** @param max the most that are open at the same moment */
  constructor(max: number) {
    this.#max = max;
  }

  /** The number of a new handle, or undefined when as many are open as may be: it is not kept then. */
  put(handle: Handle): number | undefined {
    if (this.#held.size >= this.#max) return undefined;
    while (this.#held.has(this.#next)) this.#advance();
    const number = this.#next;
    this.#advance();
    this.#held.set(number, handle);
    return number;
  }

  /** Keeps a handle of ours under a number of its own; it counts for nothing. */
  keep(number: number, handle: Handle): void {
    this.#own.set(number, handle);
  }

  /** Whether one more may be opened. */
  hasRoom(): boolean {
    return this.#held.size < this.#max;
  }

  get<T extends Handle>(number: number, kind: abstract new (...args: never[]) => T): T | undefined {
    const handle = this.#held.get(number);
    return handle instanceof kind ? handle : undefined;
  }

  any(number: number): Handle | undefined {
    return this.#held.get(number) ?? this.#own.get(number);
  }

  close(number: number): void {
    const handle = this.#held.get(number);
    this.#held.delete(number);
    handle?.close();
  }

  closeAll(): void {
    for (const number of [...this.#held.keys()]) this.close(number);
    for (const handle of this.#own.values()) handle.close();
  }

  #advance(): void {
    this.#next = this.#next === LAST ? FIRST : this.#next + 1;
  }
}

/** The low numbers stay free: a guest that mistakes a WASI descriptor for a handle of ours finds nothing. */
const FIRST = 1000;
const LAST = 0xffff_fffe;
