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
  readonly #content: Buffer;
  readonly #digests = new Map<number, string>();
  /** Where each line begins that was met so far. */
  readonly #starts = [0];

  constructor({ buffer, byteOffset, length }: Uint8Array) {
    this.#content = Buffer.from(buffer, byteOffset, length);
  }

  /** From 1; there may be no such line. */
  digestOf(line: number): string {
    const known = this.#digests.get(line);
    if (known !== undefined) return known;
    const from = this.#startOf(line);
    const made = digest(evidenceOf(this.#content.subarray(from, endOfLine(this.#content, from))));
    this.#digests.set(line, made);
    return made;
  }

  /** The end of the file, for a line that is not there: scanners of others may tell of the line 2 147 483 647. */
  #startOf(line: number): number {
    let last = this.#starts.at(-1) ?? 0;
    while (this.#starts.length < line && last < this.#content.length) {
      last = nextLine(this.#content, last);
      this.#starts.push(last);
    }
    return this.#starts[line - 1] ?? this.#content.length;
  }
}

/** A line ends with CR LF, LF or CR. */
function nextLine(content: Buffer, from: number): number {
  const end = endOfLine(content, from);
  return Math.min(content[end] === CR && content[end + 1] === LF ? end + 2 : end + 1, content.length);
}

function endOfLine(content: Buffer, from: number): number {
  let at = from;
  while (at < content.length && content[at] !== LF && content[at] !== CR) at++;
  return at;
}

const LF = 10;
const CR = 13;

/** Nobody reformats a line of that many bytes by hand, and a program packed into one has megabytes. */
const SPACED_BYTES = 4096;

function evidenceOf(line: Buffer): string | Buffer {
  return line.length > SPACED_BYTES ? line : normalised(line.toString("utf8"));
}

/** Indentation and spacing change when code is reformatted. */
function normalised(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** `node:crypto` is loaded with the first finding: a clean scan needs no hashes. */
function digest(text: string | Uint8Array): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(text).digest("hex").slice(0, DIGITS);
}
