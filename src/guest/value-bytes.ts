/** The value takes more room than there is. */
export class TooLong extends Error {}

/** The bytes are no value: they end too early, or a text in them is none. */
export class BadBytes extends Error {}

/** Reads the pieces of values. Every length is held against what is left, so nothing is made of a mere claim. */
export class ValueReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  /** Takes the next tag if it is this one. */
  takeTag(tag: number): boolean {
    if (this.left === 0 || this.#bytes[this.#at] !== tag) return false;
    this.#at += 1;
    return true;
  }

  f64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  s64(): bigint {
    return this.#view.getBigInt64(this.#take(8), true);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true);
  }

  /** A count of items, each of at least one byte. */
  count(): number {
    const count = this.#view.getUint32(this.#take(4), true);
    if (count > this.left) throw new BadBytes("a count runs past the end");
    return count;
  }

  /** Some bytes behind their length. */
  blob(): Uint8Array {
    const length = this.#view.getUint32(this.#take(4), true);
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  text(): string {
    const blob = this.blob();
    try {
      return TEXT.decode(blob);
    } catch (error) {
      throw new BadBytes("a text is not UTF-8", { cause: error });
    }
  }

  #take(length: number): number {
    if (length > this.left) throw new BadBytes("a value runs past the end");
    this.#at += length;
    return this.#at - length;
  }
}

const TEXT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Writes the pieces of values: grows by doubling, and never past its limit. */
export class ValueWriter {
  readonly #maxBytes: number;
  #room = new Uint8Array(1024);
  #view = new DataView(this.#room.buffer);
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  bytes(): Uint8Array {
    return this.#room.subarray(0, this.#length);
  }

  u8(value: number): void {
    const at = this.#claim(1);
    this.#view.setUint8(at, value);
  }

  u32(value: number): void {
    const at = this.#claim(4);
    this.#view.setUint32(at, value, true);
  }

  f64(value: number): void {
    const at = this.#claim(8);
    this.#view.setFloat64(at, value, true);
  }

  u64(value: bigint): void {
    const at = this.#claim(8);
    this.#view.setBigUint64(at, BigInt.asUintN(64, value), true);
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.u32(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    const at = this.#claim(bytes.length);
    this.#room.set(bytes, at);
  }

  /** Makes room; the array and the view may be others afterwards. */
  #claim(length: number): number {
    const start = this.#length;
    const end = start + length;
    if (end > this.#maxBytes) throw new TooLong(`a value of more than ${this.#maxBytes} bytes`);
    if (end > this.#room.length) this.#grow(end);
    this.#length = end;
    return start;
  }

  #grow(least: number): void {
    const room = new Uint8Array(Math.min(this.#maxBytes, Math.max(least, this.#room.length * 2)));
    room.set(this.#room.subarray(0, this.#length));
    this.#room = room;
    this.#view = new DataView(room.buffer);
  }
}
