/** A scanner that hangs again and again would make a scan endless; the rest is then left out, and said to be. */
const TIME_OUTS = 3;

/** How often a scanner may still hang during a scan. */
export class Patience {
  #left = TIME_OUTS;

  lose(): void {
    this.#left--;
  }

  get isLost(): boolean {
    return this.#left <= 0;
  }
}
