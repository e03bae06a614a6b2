import { describe, expect, it } from "vitest";
import { instrument } from "../../../src/engine/instrument/instrument.ts";
import { instrumented, moduleOf, plain, resultOf } from "./support/run.ts";

/** Types 99 and 100 are written E3 00 and E4 00: numbers that say "reference" where they stand in one byte. */
const manyTypes = (count: number) => "(type (func (param i32) (result i32)))".repeat(count);

const BLOCKS: Readonly<Record<string, (type: number, code: string) => string>> = {
  block: (type, code) => `(block (type ${type}) ${code})`,
  loop: (type, code) => `(loop (type ${type}) ${code})`,
  if: (type, code) => `(i32.const 1) (if (type ${type}) (then ${code}))`,
  try_table: (type, code) => `(try_table (type ${type}) (catch $e 0) ${code})`,
  "try_table without clauses": (type, code) => `(try_table (type ${type}) ${code})`,
  try: (type, code) => `try (type ${type}) ${code} catch $e end`,
};

const hidden = (block: string, type: number, code: string) => `(module ${manyTypes(101)} (tag $e (param i32)) (memory 1)
  (func (export "f") (param i32) (result i32) (local.get 0) ${BLOCKS[block]?.(type, code)}))`;
const kinds = Object.keys(BLOCKS).flatMap((block) => [5, 99, 100].map((type) => [block, type] as const));

describe("blocks whose type is an index", () => {
  it.each(kinds)("hide no growth: %s (type %i)", async (block, type) => {
    const bytes = await moduleOf(hidden(block, type, "(memory.grow)"));
    for (const fuel of [undefined, 1000]) {
      expect(instrumented(bytes, { fuel }).exports["f"]?.(3)).toBe(1);
      expect(resultOf(() => instrumented(bytes, { fuel, pages: 3 }).exports["f"]?.(3))).toBe("limit memory");
    }
  });

  it.each(kinds)("hide no loop, and the code after them stays what it was: %s (type %i)", async (block, type) => {
    const loop = "(loop (local.set 0 (i32.sub (local.get 0) (i32.const 1))) (br_if 0 (local.get 0)))";
    const bytes = await moduleOf(hidden(block, type, `${loop} (i32.const 3) (i32.mul)`));
    const { exports, rations } = instrumented(bytes, { fuel: 100_000 });
    expect(exports["f"]?.(100)).toBe(plain(bytes)["f"]?.(100));
    expect(rations.fuelUsed).toBeGreaterThan(100 * 7);
    expect(resultOf(() => instrumented(bytes, { fuel: 500 }).exports["f"]?.(100))).toBe("limit fuel");
  });
});

/** An instruction as it is usually written, and with numbers that are longer than they need to be. */
const LONGER: Readonly<Record<string, readonly [short: readonly number[], long: readonly number[]]>> = {
  "a block of nothing": [
    [0x02, 0x40, 0x0b],
    [0x02, 0xc0, 0x7f, 0x0b],
  ],
  "a loop of nothing": [
    [0x03, 0x40, 0x0b],
    [0x03, 0xc0, 0xff, 0xff, 0xff, 0x7f, 0x0b],
  ],
  "a block with a type": [
    [0x41, 0x01, 0x02, 0x00, 0x0b, 0x1a],
    [0x41, 0x01, 0x02, 0x80, 0x80, 0x00, 0x0b, 0x1a],
  ],
  "memory.grow": [
    [0x41, 0x01, 0x40, 0x00, 0x1a],
    [0x41, 0x81, 0x00, 0x40, 0x80, 0x80, 0x00, 0x1a],
  ],
  "table.grow behind its prefix": [
    [0xd0, 0x70, 0x41, 0x01, 0xfc, 0x0f, 0x00, 0x1a],
    [0xd0, 0x70, 0x41, 0x01, 0xfc, 0x8f, 0x80, 0x00, 0x80, 0x00, 0x1a],
  ],
  "memory.copy": [
    [0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0a, 0x00, 0x00],
    [0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x8a, 0x00, 0x80, 0x00, 0x80, 0x80, 0x00],
  ],
  "a load with the index of its memory": [
    [0x41, 0x00, 0x28, 0x42, 0x00, 0x00, 0x1a],
    [0x41, 0x00, 0x28, 0xc2, 0x00, 0x80, 0x80, 0x00, 0x80, 0x00, 0x1a],
  ],
  "a vector": [
    [0xfd, 0x0c, ...new Array<number>(16).fill(0x40), 0x1a],
    [0xfd, 0x8c, 0x80, 0x00, ...new Array<number>(16).fill(0x40), 0x1a],
  ],
  "a lane that is loaded": [
    [0x41, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x54, 0x00, 0x00, 0x03, 0x1a],
    [0x41, 0x00, 0x41, 0x00, 0xfd, 0x8f, 0x00, 0xfd, 0xd4, 0x00, 0xc0, 0x00, 0x80, 0x00, 0x80, 0x00, 0x03, 0x1a],
  ],
  "an atomic fence": [
    [0xfe, 0x03, 0x00],
    [0xfe, 0x83, 0x80, 0x00, 0x00],
  ],
  "an atomic load": [
    [0x41, 0x00, 0xfe, 0x10, 0x02, 0x00, 0x1a],
    [0x41, 0x00, 0xfe, 0x90, 0x00, 0xc2, 0x00, 0x80, 0x00, 0x80, 0x00, 0x1a],
  ],
  "a reference to a number": [
    [0x41, 0x01, 0xfb, 0x1c, 0x1a],
    [0x41, 0x01, 0xfb, 0x9c, 0x80, 0x00, 0x1a],
  ],
  "a cast that branches": [
    [0x02, 0x6c, 0x41, 0x01, 0xfb, 0x1c, 0xfb, 0x18, 0x03, 0x00, 0x6c, 0x6c, 0x0b, 0x1a],
    [0x02, 0x6c, 0x41, 0x01, 0xfb, 0x1c, 0xfb, 0x98, 0x00, 0x03, 0x80, 0x00, 0xec, 0x7f, 0x6c, 0x0b, 0x1a],
  ],
  "a typed select": [
    [0xd0, 0x70, 0xd0, 0x70, 0x41, 0x00, 0x1c, 0x01, 0x63, 0x70, 0x1a],
    [0xd0, 0xf0, 0x7f, 0xd0, 0xf0, 0x7f, 0x41, 0x00, 0x1c, 0x81, 0x00, 0x63, 0xf0, 0x7f, 0x1a],
  ],
  "what catches": [
    [0x02, 0x40, 0x1f, 0x40, 0x01, 0x02, 0x00, 0x0b, 0x0b],
    [0x02, 0x40, 0x1f, 0xc0, 0x7f, 0x81, 0x00, 0x02, 0x80, 0x00, 0x0b, 0x0b],
  ],
};

describe("numbers that are longer than they need to be", () => {
  it.each(Object.entries(LONGER))("end where V8 sees their end: %s", (_name, [short, long]) => {
    for (const fuel of [undefined, 1000]) {
      const [one, other] = [short, long].map((code) => instrumented(around(code), { fuel }));
      expect(other?.exports["f"]?.(5)).toBe(one?.exports["f"]?.(5));
      expect(other?.rations.fuelUsed).toBe(one?.rations.fuelUsed);
      // The growth that stands behind the instruction has been found.
      expect(resultOf(() => instrumented(around(long), { fuel, pages: 4 }).exports["f"]?.(5))).toBe("limit memory");
    }
  });
});

describe("a body that does not end where its blocks do", () => {
  it.each([
    ["a block is open", [0x02, 0x40, 0x41, 0x00, 0x40, 0x00, 0x1a]],
    ["nothing is closed", [0x41, 0x00, 0x40, 0x00, 0x1a, 0x02, 0x40, 0x02, 0x40]],
    ["something follows", [0x41, 0x00, 0x40, 0x00, 0x1a, 0x41, 0x00, 0x0b, 0x01]],
    ["blocks follow", [0x41, 0x00, 0x40, 0x00, 0x1a, 0x41, 0x00, 0x0b, 0x02, 0x40]],
  ])("is refused: %s", (_name, code) => {
    for (const fuel of [false, true]) expect(() => instrument(around(code), { fuel })).toThrow(/function/);
  });
});

/** `f`, which takes and gives an integer: the code, then a growth by what `f` was given. */
function around(code: readonly number[]): Uint8Array<ArrayBuffer> {
  const body = [0x00, ...code, 0x20, 0x00, 0x40, 0x00, 0x0b];
  const bytes = Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [0x01, 0x60, 0x01, 0x7f, 0x01, 0x7f]),
    ...section(3, [0x01, 0x00]),
    ...section(4, [0x01, 0x70, 0x00, 0x01]),
    ...section(5, [0x01, 0x00, 0x01]),
    ...section(7, [0x01, 0x01, 0x66, 0x00, 0x00]),
    ...section(10, [0x01, body.length, ...body]),
  );
  return bytes;
}

function section(id: number, content: readonly number[]): number[] {
  return [id, content.length, ...content];
}
