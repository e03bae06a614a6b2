import { BadBytes, ValueReader, ValueWriter } from "./value-bytes.ts";

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

/**
 * Writes a value.
 *
 * @param maxBytes what it may take
 * @throws TooLong before more than that is allocated; TypeError for what the glue has no use for, such as a function
 */
export function encodeValue(value: unknown, maxBytes: number): Uint8Array {
  const writer = new ValueWriter(maxBytes);
  writeValue(writer, value);
  return writer.bytes();
}

/** Reads a value that `encodeValue` wrote; a bigint comes back as it was. */
export function decodeValue(bytes: Uint8Array): unknown {
  return readValue(new ValueReader(bytes));
}

function writeValue(writer: ValueWriter, value: unknown): void {
  if (value === undefined || value === null) writer.u8(TAG.undefined);
  else if (typeof value === "boolean") writer.u8(value ? TAG.true : TAG.false);
  else if (typeof value === "object") writeObject(writer, value);
  else writeScalar(writer, value);
}

function writeScalar(writer: ValueWriter, value: unknown): void {
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

function writeObject(writer: ValueWriter, value: object): void {
  if (Array.isArray(value)) {
    writer.u8(TAG.array);
    writer.u32(value.length);
    for (const item of value) writeValue(writer, item);
  } else if (ArrayBuffer.isView(value)) writeTyped(writer, value);
  else writeRecord(writer, Object.entries(value));
}

function writeRecord(writer: ValueWriter, entries: readonly (readonly [string, unknown])[]): void {
  writer.u8(TAG.record);
  writer.u32(entries.length);
  for (const [key, item] of entries) {
    writer.text(key);
    writeValue(writer, item);
  }
}

function writeTyped(writer: ValueWriter, value: ArrayBufferView): void {
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
