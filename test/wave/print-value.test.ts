import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WitType } from "../../src/engine/wasm/wit-type.ts";
import { encodeValue } from "../../src/guest/values.ts";
import { TooMuchText, WrongShape } from "../../src/wave/out.ts";
import { printValue } from "../../src/wave/print-value.ts";
import { amount } from "../support/amount.ts";
import { t } from "./types.ts";

const POINT = t.record({ x: t.of("s32"), "y-pos": t.of("s32"), label: t.option(t.of("string")) });
const NESTED = t.option(t.option(t.of("u8")));

describe("printing WAVE values", () => {
  it.each<[WitType, unknown, string]>([
    [t.of("bool"), true, "true"],
    [t.of("u8"), 7, "7"],
    [t.of("u64"), 2n ** 64n - 1n, "18446744073709551615"],
    [t.of("s64"), -(2n ** 63n), "-9223372036854775808"],
    [t.of("f64"), 0.1, "0.1"],
    [t.of("f64"), -0, "-0"],
    [t.of("f64"), 1.5e-7, "0.00000015"],
    [t.of("f64"), -1.25e21, "-1250000000000000000000"],
    [t.of("f64"), Number.NaN, "nan"],
    [t.of("f64"), Number.NEGATIVE_INFINITY, "-inf"],
    [t.of("f32"), Math.fround(3.4028234664e38), "340282350000000000000000000000000000000"],
    [t.of("f32"), Math.fround(0.1), "0.1"],
    [t.of("f32"), 1.401298464324817e-45, `0.${"0".repeat(44)}1`],
    [t.of("char"), "\u{1f600}", "'\u{1f600}'"],
    [t.of("char"), "'", "'\\''"],
    [
      t.of("string"),
      "a\"'\\\t\n\r\u0007\u202e\u2028\u0301\ud83d\ude00 \u00a0",
      `"a\\"\\'\\\\\\t\\n\\r\\u{7}\\u{202e}\\u{2028}\\u{301}\ud83d\ude00 \\u{a0}"`,
    ],
    [t.list(t.of("u8")), Uint8Array.of(1, 255), "[1, 255]"],
    [t.list(t.of("u64")), BigUint64Array.of(2n ** 63n), "[9223372036854775808]"],
    [t.list(t.of("f32")), Float32Array.of(0.1, Number.NaN), "[0.1, nan]"],
    [t.list(t.of("s16")), [-1, 2], "[-1, 2]"],
    [t.tuple(t.of("u8"), t.of("string")), [1, "a"], '(1, "a")'],
    [POINT, { x: 1, yPos: 2, label: undefined }, "{x: 1, y-pos: 2}"],
    [POINT, { x: 1, yPos: 2, label: "hi" }, '{x: 1, y-pos: 2, label: some("hi")}'],
    [t.record({ a: NESTED }), { a: { tag: "none" } }, "{:}"],
    [t.variant({ ok: t.of("u8"), no: undefined }), { tag: "ok", val: 1 }, "%ok(1)"],
    [t.variant({ ok: t.of("u8"), no: undefined }), { tag: "no" }, "no"],
    [t.enum("inf", "RED"), "inf", "%inf"],
    [t.flags("a", "b-c"), { a: true, bC: true }, "{a, b-c}"],
    [t.flags("a"), { a: false }, "{}"],
    [NESTED, { tag: "some", val: undefined }, "some(none)"],
    [t.option(NESTED), { tag: "some", val: 3 }, "some(some(some(3)))"],
    [t.result(), { tag: "ok", val: undefined }, "ok"],
    [t.result(undefined, t.of("string")), { tag: "err", val: "x" }, 'err("x")'],
  ])("%o %o is %s", (type, value, text) => expect(printed(value, type)).toBe(text));

  it.each<[WitType, unknown]>([
    [t.of("u8"), 256],
    [t.of("u8"), 1.5],
    [t.of("u8"), Number.NaN],
    [t.of("u8"), "7"],
    [t.of("s64"), 2n ** 63n],
    [t.of("bool"), 1],
    [t.of("f64"), 1n],
    [t.of("char"), "ab"],
    [t.of("char"), ""],
    [t.of("string"), 7],
    [t.enum("red"), "blue"],
    [t.list(t.of("u8")), "abc"],
    [t.list(t.of("u8")), Float64Array.of(0.5)],
    [t.list(t.of("string")), Uint8Array.of(1)],
    [t.tuple(t.of("u8")), [1, 2]],
    [POINT, { x: 1, yPos: 2 }],
    [POINT, { yPos: 2, x: 1, label: undefined }],
    [POINT, { x: 1, yPos: 2, label: undefined, more: 1 }],
    [t.variant({ a: t.of("u8") }), { tag: "a" }],
    [t.variant({ a: undefined }), { tag: "a", val: 1 }],
    [t.variant({ a: undefined }), { tag: "toString" }],
    [t.flags("a"), { a: 1 }],
    [NESTED, { tag: "none", val: 1 }],
    [NESTED, undefined],
    [t.result(), { tag: "maybe" }],
  ])("%o: %o is no such value", (type, value) => expect(() => printed(value, type)).toThrow(WrongShape));

  it("reads strange bytes as nothing but a wrong shape or too much text", () => {
    const types = [POINT, NESTED, t.list(t.of("u64")), t.result(t.list(t.of("string"))), t.flags("a", "b")];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...types), (bytes, type) => {
        try {
          printValue(bytes, type, 1000);
        } catch (error) {
          expect(error instanceof WrongShape || error instanceof TooMuchText).toBe(true);
        }
      }),
      { numRuns: amount(1000, 3000) },
    );
  });

  it("reads the bytes of a value that were changed in one place in the same way", () => {
    const value = encodeValue([{ x: 1, yPos: 2, label: "hi" }], 1000);
    for (let at = 0; at < value.length; at += 1) {
      for (const byte of [0, 1, 7, 8, 9, 127, 255]) {
        const changed = Buffer.from(value);
        changed[at] = byte;
        try {
          printValue(changed, t.list(POINT), 1000);
        } catch (error) {
          expect(error).toBeInstanceOf(WrongShape);
        }
      }
    }
  });

  it("stops at the length that is allowed", () => {
    expect(printed([1, 2], t.list(t.of("u8")), 6)).toBe("[1, 2]");
    expect(() => printed([1, 2], t.list(t.of("u8")), 5)).toThrow(TooMuchText);
    expect(() => printed("", t.of("string"), 0)).toThrow(TooMuchText);
    expect(printed("\u{1f600}", t.of("string"), 6)).toBe(`"\u{1f600}"`);
    expect(() => printed("\u{1f600}", t.of("string"), 5)).toThrow(TooMuchText);
  });

  it("allocates nothing for a count that is only claimed", () => {
    const claimed = Uint8Array.of(7, 0xff, 0xff, 0xff, 0xff);
    expect(() => printValue(claimed, t.list(t.of("u8")), 1000)).toThrow(WrongShape);
  });
});

function printed(value: unknown, type: WitType, room = 1000): string {
  // As it comes through the door: somewhere in a larger buffer.
  const bytes = encodeValue(value, 10_000);
  const frame = Buffer.concat([Buffer.of(1, 2, 3), bytes, Buffer.of(9)]);
  return printValue(frame.subarray(3, 3 + bytes.length), type, room);
}
