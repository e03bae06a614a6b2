import * as files from "../../files.ts";

/** A handle of the broker's that a descriptor and its streams share; the last of them gives it back. */
export class Held {
  readonly handle: number;
  #users = 1;

  constructor(handle: number) {
    this.handle = handle;
  }

  shared(): this {
    this.#users += 1;
    return this;
  }

  release(): void {
    this.#users -= 1;
    if (this.#users === 0) files.close(this.handle);
  }
}
