/**
 * Keeps the event loop turning for a moment after an answer, while a guest asks one thing right after the other: to be
 * woken by the kernel takes longer than most answers do. A guest that does something in between costs nothing.
 */
export class Wakefulness {
  #answeredAt = 0;
  #quick = 0;
  #turning = false;

  /** A request has come. */
  asked(): void {
    const soon = performance.now() - this.#answeredAt < MOMENT_MS;
    this.#quick = soon ? Math.min(this.#quick + 1, STEADY) : 0;
  }

  /** It has been answered. */
  answered(): void {
    this.#answeredAt = performance.now();
    if (this.#quick < STEADY || this.#turning) return;
    this.#turning = true;
    setImmediate(() => this.#turn());
  }

  /** Between two turns the loop looks for what has come, without waiting for it. */
  #turn(): void {
    this.#turning = performance.now() - this.#answeredAt < MOMENT_MS;
    if (this.#turning) setImmediate(() => this.#turn());
  }
}

/** Longer than a guest needs between two calls in a loop, and much shorter than anybody notices. */
const MOMENT_MS = 0.3;

/** As many quick requests in a row make it worth while. */
const STEADY = 8;
