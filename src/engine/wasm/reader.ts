import { malformed, quoted } from "./malformed.ts";

/**
 * Reads one stretch of a binary and never past its end.
 *
 * Every read is checked, integers are held to the widths that the format gives them, and `finish` refuses what is left
 * over: a byte that we skip is a byte that another reader may understand.
 */
export class Reader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  get offset(): number {
    return this.#at;
  }

  get remaining(): number {
    return this.#end - this.#at;
  }

  u8(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined || this.#at >= this.#end) throw malformed(this.#at, "it ends too early");
    this.#at += 1;
    return byte;
  }

  /** The next byte, not taken. */
  peek(): number {
    const byte = this.u8();
    this.#at -= 1;
    return byte;
  }

  /** An unsigned LEB128 of at most 32 bits. */
  u32(): number {
    const start = this.#at;
    const first = this.u8();
    if (first < 128) return first;
    let value = first - 128;
    for (let scale = 128; scale <= LAST_BYTE_SCALE; scale *= 128) {
      const byte = this.u8();
      value += (byte & 127) * scale;
      if (byte < 128) return value <= MAX_U32 ? value : tooWide(start);
    }
    return tooWide(start);
  }

  /**
   * So many of them. A large module has ten thousands, and V8 spends more on optimising a loop around `u32` than the loop
   * takes: numbers of one and two bytes are read here, what is longer or broken is left to it.
   */
  u32s(count: number): number[] {
    const values: number[] = [];
    const [bytes, last] = [this.#bytes, this.#end - 1];
    let at = this.#at;
    for (let left = count; left > 0; left -= 1) {
      const first = at < last ? (bytes[at] ?? MORE) : MORE;
      const second = first < MORE ? 0 : (bytes[at + 1] ?? MORE);
      if (second < MORE && at < last) {
        values.push(first < MORE ? first : first - MORE + second * MORE);
        at += first < MORE ? 1 : 2;
      } else {
        this.#at = at;
        values.push(this.u32());
        at = this.#at;
      }
    }
    this.#at = at;
    return values;
  }

  /** Passes over so many stretches that have their length before them; where each of these lengths is. As for `u32s`. */
  stretches(count: number): number[] {
    const starts: number[] = [];
    const [bytes, end] = [this.#bytes, this.#end];
    let at = this.#at;
    for (let left = count; left > 0; left -= 1) {
      starts.push(at);
      const first = bytes[at] ?? MORE;
      const second = first < MORE ? 0 : (bytes[at + 1] ?? MORE);
      const next = first < MORE ? at + 1 + first : at + 2 + first - MORE + second * MORE;
      if (second < MORE && next <= end) at = next;
      else {
        this.#at = at;
        this.skip(this.u32());
        at = this.#at;
      }
    }
    this.#at = at;
    return starts;
  }

  /** An unsigned LEB128 of at most 64 bits; what a number cannot hold exactly is rounded. */
  u64(): number {
    const start = this.#at;
    let value = 0;
    for (let scale = 1; scale <= LAST_BYTE_SCALE_64; scale *= 128) {
      const byte = this.u8();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw malformed(start, "an integer is wider than 64 bits");
  }

  /** A signed LEB128 of 33 bits that is not negative: how the component model writes a type index. */
  typeIndex(): number {
    const start = this.#at;
    let value = 0;
    for (let scale = 1; scale <= LAST_BYTE_SCALE; scale *= 128) {
      const byte = this.u8();
      value += (byte & 127) * scale;
      if (byte >= 128) continue;
      if ((byte & 64) !== 0) throw malformed(start, `unknown type code 0x${byte.toString(16)}`);
      return value <= MAX_U32 ? value : tooWide(start);
    }
    return tooWide(start);
  }

  /** A byte of which only one value is defined. */
  expect(value: number, what: string): void {
    const start = this.#at;
    const byte = this.u8();
    if (byte !== value) throw malformed(start, `unknown ${what} 0x${byte.toString(16)}`);
  }

  /** A stretch of `length` bytes as a reader of its own. */
  part(length: number): Reader {
    const start = this.#at;
    this.skip(length);
    return new Reader(this.#bytes, start, this.#at);
  }

  skip(length: number): void {
    if (length > this.remaining) throw malformed(this.#at, `a length of ${length} bytes runs past the end`);
    this.#at += length;
  }

  /** A name of at most `cap` bytes, which must be printable ASCII; what else it must be is the caller's question. */
  ascii(cap: number, what: string): string {
    const length = this.u32();
    if (length > cap) throw malformed(this.#at, `a ${what} of ${length} bytes is longer than ${cap}`);
    const start = this.#at;
    this.part(length);
    const text = String.fromCharCode(...this.#bytes.subarray(start, this.#at));
    if (!/^[ -~]*$/.test(text)) throw malformed(start, `the ${what} ${quoted(text)} is not printable ASCII`);
    return text;
  }

  finish(what: string): void {
    if (this.remaining !== 0) throw malformed(this.#at, `${this.remaining} unknown bytes at the end of ${what}`);
  }
}

/** The bit of a byte after which another byte follows. */
const MORE = 128;
const MAX_U32 = 0xffff_ffff;
const LAST_BYTE_SCALE = 128 ** 4;
const LAST_BYTE_SCALE_64 = 128 ** 9;

function tooWide(offset: number): never {
  throw malformed(offset, "an integer is wider than 32 bits");
}
