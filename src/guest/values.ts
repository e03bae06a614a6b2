/**
 * Values of the generated glue as bytes, in both directions: a tag, then what the tag says. Integers are little-endian;
 * lengths and counts are u32. Types are not part of it: whoever reads a value knows what it must be.
 */
export const TAG = {
  undefined: 0,
  false: 1,
  true: 2,
  /** f64. */
  number: 3,
  /** 64 bits in two's complement. */
  signed: 4,
  unsigned: 5,
  /** Bytes of UTF-8. */
  string: 6,
  /** Count, then the items. */
  array: 7,
  /** Count, then a key (a string without its tag) and a value each. */
  record: 8,
  /** u8 index in `TYPED_ARRAYS`, length in bytes, the bytes. */
  typed: 9,
} as const;

export const TYPED_ARRAYS = [
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  BigUint64Array,
  BigInt64Array,
  Float32Array,
  Float64Array,
] as const;

/** The value takes more room than there is. */
export class TooLong extends Error {}

/** The bytes are no value: they end too early, or a text in them is none. */
export class BadBytes extends Error {}

/**
 * Writes a value.
 *
 * @param maxBytes what it may take
 * @throws TooLong before more than that is allocated; TypeError for what the glue has no use for, such as a function
 */
export function encodeValue(value: unknown, maxBytes: number): Uint8Array {
  const writer = new Writer(maxBytes);
  writeValue(writer, value);
  return writer.bytes();
}

/** Reads a value that `encodeValue` wrote; a bigint comes back as it was. */
export function decodeValue(bytes: Uint8Array): unknown {
  return readValue(new ValueReader(bytes));
}

function writeValue(writer: Writer, value: unknown): void {
  if (value === undefined || value === null) writer.u8(TAG.undefined);
  else if (typeof value === "boolean") writer.u8(value ? TAG.true : TAG.false);
  else if (typeof value === "object") writeObject(writer, value);
  else writeScalar(writer, value);
}

function writeScalar(writer: Writer, value: unknown): void {
  switch (typeof value) {
    case "number":
      writer.u8(TAG.number);
      writer.f64(value);
      break;
    case "bigint":
      writer.u8(value < 0n ? TAG.signed : TAG.unsigned);
      writer.u64(value);
      break;
    case "string":
      writer.u8(TAG.string);
      writer.text(value);
      break;
    default:
      throw new TypeError(`a ${typeof value} is no value`);
  }
}

function writeObject(writer: Writer, value: object): void {
  if (Array.isArray(value)) {
    writer.u8(TAG.array);
    writer.u32(value.length);
    for (const item of value) writeValue(writer, item);
  } else if (ArrayBuffer.isView(value)) writeTyped(writer, value);
  else writeRecord(writer, Object.entries(value));
}

function writeRecord(writer: Writer, entries: readonly (readonly [string, unknown])[]): void {
  writer.u8(TAG.record);
  writer.u32(entries.length);
  for (const [key, item] of entries) {
    writer.text(key);
    writeValue(writer, item);
  }
}

function writeTyped(writer: Writer, value: ArrayBufferView): void {
  writer.u8(TAG.typed);
  writer.u8(TYPED_ARRAYS.findIndex((type) => value instanceof type));
  writer.u32(value.byteLength);
  writer.raw(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
}

function readValue(reader: ValueReader): unknown {
  const tag = reader.u8();
  switch (tag) {
    case TAG.undefined:
      return undefined;
    case TAG.false:
    case TAG.true:
      return tag === TAG.true;
    case TAG.number:
      return reader.f64();
    case TAG.signed:
      return reader.s64();
    case TAG.unsigned:
      return reader.u64();
    case TAG.string:
      return reader.text();
    case TAG.array:
      return Array.from({ length: reader.count() }, () => readValue(reader));
    case TAG.record:
      return Object.fromEntries(Array.from({ length: reader.count() }, () => [reader.text(), readValue(reader)]));
    default:
      throw new BadBytes(`tag ${tag} is not read here`);
  }
}

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

/** Grows by doubling, and never past its limit. */
class Writer {
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
