/** What a guest returned is not a value of the type that its function has. */
export class WrongShape extends Error {}

/** The text would be longer than what may be printed. */
export class TooMuchText extends Error {}

/** Collects text and keeps its length bounded. */
export class Out {
  #parts: string[] = [];
  readonly #blocks: string[] = [];
  #left: number;

  constructor(maxLength: number) {
    this.#left = maxLength;
  }

  add(text: string): void {
    this.#left -= Buffer.byteLength(text);
    if (this.#left < 0) throw new TooMuchText();
    this.#parts.push(text);
    // A million short strings are many times larger than the text that they make.
    if (this.#parts.length === PARTS_PER_BLOCK) this.#flush();
  }

  text(): string {
    this.#flush();
    return this.#blocks.join("");
  }

  #flush(): void {
    this.#blocks.push(this.#parts.join(""));
    this.#parts = [];
  }
}

const PARTS_PER_BLOCK = 4096;
