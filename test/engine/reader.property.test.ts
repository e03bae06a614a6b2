import { array, assert, bigInt, integer, property, tuple, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { Reader } from "../../src/engine/wasm/reader.ts";

/** A number as LEB128, with zeros in front of it that the format allows; five bytes may say more than 32 bits. */
const number = tuple(bigInt(0n, 2n ** 33n), integer({ min: 0, max: 5 })).map(([value, longer]) => {
  const bytes: number[] = [];
  for (let rest = value; rest > 0n || bytes.length <= longer; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes.slice(0, -1), (bytes.at(-1) ?? 0) & 127];
});

/** Numbers, most of them short, and something behind that may begin another. */
const encoded = tuple(array(number, { maxLength: 8 }), array(integer({ min: 0, max: 200 })), uint8Array()).map(
  ([long, short, rest]) => Uint8Array.from([...short.filter((byte) => byte < 128), ...long.flat(), ...rest]),
);

describe("many numbers and stretches at once", () => {
  test.each<[string, (reader: Reader, count: number) => unknown, (reader: Reader) => unknown]>([
    ["u32s", (reader, count) => reader.u32s(count), (reader) => reader.u32()],
    [
      "stretches",
      (reader, count) => reader.stretches(count),
      (reader) => {
        const at = reader.offset;
        reader.skip(reader.u32());
        return at;
      },
    ],
  ])("%s reads what one after the other does, and fails where that fails", (_, atOnce, one) => {
    assert(
      property(encoded, integer({ min: 0, max: 12 }), integer({ min: 0, max: 4 }), (bytes, count, cut) => {
        const open = () => new Reader(bytes, Math.min(1, bytes.length), Math.max(bytes.length - cut, 1));
        const each = (reader: Reader) => Array.from({ length: count }, () => one(reader));
        expect(outcome(open(), (reader) => atOnce(reader, count))).toEqual(outcome(open(), each));
      }),
      { numRuns: 2000 },
    );
  });
});

function outcome(reader: Reader, read: (reader: Reader) => unknown): unknown {
  try {
    return { read: read(reader), behind: reader.offset };
  } catch (error) {
    return { failed: (error as Error).message };
  }
}
