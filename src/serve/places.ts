/** Requests that may wait for each one that is answered. */
const WAITING_PER_PLACE = 8;

interface Waiting {
  readonly connection: object;
  settle(isGranted: boolean): void;
}

/**
 * So many requests are answered at once, of each connection one: what a client sends without waiting for the answer
 * before is not always safe to carry out out of its order (RFC 9112 section 9.3.2). Some more wait for their turn.
 *
 * While a place is free, nobody waits but behind the own connection.
 */
export class Places {
  readonly #count: number;
  readonly #milliseconds: number;
  readonly #taken = new Set<object>();
  readonly #waiting = new Set<Waiting>();
  #isClosed = false;

  /** @param milliseconds the longest wait for a place */
  constructor(count: number, milliseconds: number) {
    this.#count = count;
    this.#milliseconds = milliseconds;
  }

  /** Takes a place, which `release` gives back; false when there is none to be had. */
  async take(connection: object): Promise<boolean> {
    if (this.#isClosed) return false;
    if (this.#isFreeFor(connection)) {
      this.#taken.add(connection);
      return true;
    }
    return this.#waiting.size < this.#count * WAITING_PER_PLACE && this.#wait(connection);
  }

  release(connection: object): void {
    this.#taken.delete(connection);
    const next = [...this.#waiting].find(({ connection: its }) => this.#isFreeFor(its));
    if (next === undefined) return;
    this.#taken.add(next.connection);
    next.settle(true);
  }

  /** Nobody is left to wait for an answer there. */
  leave(connection: object): void {
    for (const waiting of this.#waiting) if (waiting.connection === connection) waiting.settle(false);
  }

  /** Gives no more places. */
  close(): void {
    this.#isClosed = true;
    for (const waiting of this.#waiting) waiting.settle(false);
  }

  #isFreeFor(connection: object): boolean {
    return this.#taken.size < this.#count && !this.#taken.has(connection);
  }

  #wait(connection: object): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.settle(false), this.#milliseconds);
      const waiting: Waiting = {
        connection,
        settle: (isGranted) => {
          clearTimeout(timer);
          this.#waiting.delete(waiting);
          resolve(isGranted);
        },
      };
      this.#waiting.add(waiting);
    });
  }
}
