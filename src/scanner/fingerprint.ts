/** Hexadecimal digits: 128 bits, far more than chance or search will meet. */
const DIGITS = 32;

/** Makes the fingerprints of one skill. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /**
   * The same for the same rule, path within the skill and evidence, wherever the line moves; another for whatever else is
   * at stake. A second finding with the same evidence has one of its own: who accepted one copy has not accepted the next.
   */
  of(rule: string, path: string, evidence: readonly string[]): string {
    const first = digest(JSON.stringify([rule, path, ...evidence.map(normalised)]));
    const nth = this.#seen.get(first) ?? 0;
    this.#seen.set(first, nth + 1);
    return nth === 0 ? first : digest(`${first} ${nth}`);
  }
}

/** The lines of one file as evidence. They may be megabytes long, and hold thousands of findings: each is read once. */
export class EvidenceLines {
  readonly #lines: readonly string[];
  readonly #digests = new Map<number, string>();

  constructor(content: Uint8Array) {
    this.#lines = Buffer.from(content.buffer, content.byteOffset, content.length)
      .toString("utf8")
      .split(/\r\n|\r|\n/);
  }

  /** From 1; there may be no such line. */
  digestOf(line: number): string {
    const known = this.#digests.get(line);
    if (known !== undefined) return known;
    const made = digest(normalised(this.#lines[line - 1] ?? ""));
    this.#digests.set(line, made);
    return made;
  }
}

/** Indentation and spacing change when code is reformatted. */
function normalised(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** `node:crypto` is loaded with the first finding: a clean scan needs no hashes. */
function digest(text: string): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest("hex").slice(0, DIGITS);
}
