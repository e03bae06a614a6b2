import { describe, expect, it } from "vitest";
import type { WitType } from "../../src/engine/wasm/wit-type.ts";
import { SandboxError } from "../../src/errors.ts";
import { Cursor } from "../../src/wave/cursor.ts";
import { parseValue } from "../../src/wave/parse-value.ts";
import { t } from "./types.ts";

const POINT = t.record({ x: t.of("s32"), "y-pos": t.of("s32"), label: t.option(t.of("string")) });
const SHAPE = t.variant({ empty: undefined, circle: t.of("f64"), err: t.of("string"), "HTTP-2": t.of("u8") });
const NESTED = t.option(t.option(t.of("u8")));

const ACCEPTED: readonly (readonly [WitType, string, unknown])[] = [
  [t.of("bool"), "true", true],
  [t.of("bool"), " // a comment\n false // another", false],
  [t.of("u8"), "255", 255],
  [t.of("s8"), "-128", -128],
  [t.of("u16"), "65535", 65_535],
  [t.of("s16"), "-32768", -32_768],
  [t.of("u32"), "4294967295", 4_294_967_295],
  [t.of("s32"), "-2147483648", -2_147_483_648],
  [t.of("u64"), "18446744073709551615", 18_446_744_073_709_551_615n],
  [t.of("s64"), "-9223372036854775808", -9_223_372_036_854_775_808n],
  [t.of("f64"), "-1.5e-3", -0.0015],
  [t.of("f64"), "-0.0", -0],
  [t.of("f64"), "nan", Number.NaN],
  [t.of("f64"), "-inf", Number.NEGATIVE_INFINITY],
  [t.of("f32"), "3.4028234664e39", Number.POSITIVE_INFINITY],
  [t.of("f32"), "0.1", Math.fround(0.1)],
  [t.of("char"), "'x'", "x"],
  [t.of("char"), "'\"'", '"'],
  [t.of("char"), "'\u{1f600}'", "\u{1f600}"],
  [t.of("char"), "'\\u{1F600}'", "\u{1f600}"],
  [t.of("char"), "'\\''", "'"],
  [t.of("string"), '""', ""],
  [t.of("string"), '"a\\t\\n\\r\\\\\\"\\\'\\u{2603}\u{2603}\'"', "a\t\n\r\\\"'\u2603\u2603'"],
  [t.of("string"), '"""\n"""', ""],
  [t.of("string"), '"""\r\n  one\r\n    two\\r\r\n  """', "one\n  two\r"],
  [t.of("string"), '"""\n\nlines "" and \\"\n\n"""', '\nlines "" and "\n'],
  [t.list(t.of("u8")), "[]", []],
  [t.list(t.of("u8")), "[1, 2,3 ,]", [1, 2, 3]],
  [t.list(t.list(t.of("char"))), "[['a'],[]]", [["a"], []]],
  [t.tuple(t.of("u8"), t.of("string")), '(1, "a",)', [1, "a"]],
  [POINT, "{y-pos: -2, x: 1}", { x: 1, yPos: -2, label: undefined }],
  [POINT, '{%x: 1, y-pos: 2, label: "hi",}', { x: 1, yPos: 2, label: "hi" }],
  [t.record({ a: NESTED }), "{:}", { a: { tag: "none" } }],
  [SHAPE, "empty", { tag: "empty" }],
  [SHAPE, "circle ( 2 )", { tag: "circle", val: 2 }],
  [SHAPE, '%err("x")', { tag: "err", val: "x" }],
  [SHAPE, "HTTP-2(7)", { tag: "HTTP-2", val: 7 }],
  [t.enum("red", "none"), "%none", "none"],
  [t.flags("read", "run-all"), "{}", { read: false, runAll: false }],
  [t.flags("read", "run-all"), "{run-all,}", { read: false, runAll: true }],
  [t.option(t.of("u8")), "none", undefined],
  [t.option(t.of("u8")), "some(5)", 5],
  [t.option(t.of("u8")), "5", 5],
  [t.option(t.enum("none", "some")), "%some", "some"],
  [NESTED, "none", { tag: "none" }],
  [NESTED, "some(none)", { tag: "some", val: undefined }],
  [NESTED, "some(5)", { tag: "some", val: 5 }],
  [t.option(NESTED), "none", undefined],
  [t.option(NESTED), "some(some(none))", { tag: "some", val: undefined }],
  [t.result(), "ok", { tag: "ok", val: undefined }],
  [t.result(), "err", { tag: "err", val: undefined }],
  [t.result(t.of("u8"), t.of("string")), "7", { tag: "ok", val: 7 }],
  [t.result(t.of("u8"), t.of("string")), 'err("no")', { tag: "err", val: "no" }],
  [t.result(t.option(t.of("u8"))), "ok(3)", { tag: "ok", val: 3 }],
];

const REFUSED: readonly (readonly [WitType, string, string])[] = [
  [t.of("bool"), "TRUE", "expected a bool (true or false), found TRUE"],
  [t.of("bool"), "%true", "expected a bool"],
  [t.of("u8"), "256", "expected a u8 (0 to 255), found 256"],
  [t.of("u8"), "-1", "expected a u8"],
  [t.of("u8"), "-0", "expected a u8"],
  [t.of("u8"), "01", "expected a u8"],
  [t.of("u8"), "+1", "expected a u8"],
  [t.of("u8"), "1.0", "expected a u8"],
  [t.of("u8"), "0x10", "expected a u8"],
  [t.of("u8"), '"1"', 'found "1"'],
  [t.of("u8"), "", "found the end"],
  [t.of("s64"), "9223372036854775808", "expected a s64"],
  [t.of("u64"), "9".repeat(100_000), "expected a u64"],
  [t.of("f64"), "NaN", "expected a f64"],
  [t.of("f64"), "-nan", "expected a f64"],
  [t.of("f64"), "infinity", "expected a f64"],
  [t.of("f64"), ".5", "expected a f64"],
  [t.of("f64"), "1.", "expected a f64"],
  [t.of("char"), "''", "expected one character"],
  [t.of("char"), "'ab'", "expected one character"],
  [t.of("char"), "'\n'", "expected one character"],
  [t.of("char"), "'\\u{d800}'", "this escape is none of"],
  [t.of("string"), '"a', "expected the closing quote"],
  [t.of("string"), '"a\nb"', "expected the closing quote"],
  [t.of("string"), '"\\u{110000}"', "this escape is none of"],
  [t.of("string"), '"\\x41"', "this escape is none of"],
  [t.of("string"), '"\\u{}"', "this escape is none of"],
  [t.of("string"), "'a'", "expected a string"],
  [t.of("string"), '""""""', "expected a line break"],
  [t.of("string"), '"""\ntext"""', "expected only spaces"],
  [t.of("string"), '"""\n one\n  """', "expected 2 spaces"],
  [t.of("string"), '"""\n', "expected the closing"],
  [t.list(t.of("u8")), "[1 2]", 'expected "," or "]", found 2'],
  [t.list(t.of("u8")), "[,]", "expected a u8"],
  [t.tuple(t.of("u8"), t.of("u8")), "(1)", "tuple<u8, u8> has 2 values, not 1"],
  [t.tuple(t.of("u8"), t.of("u8")), "(1, 2, 3)", "tuple<u8, u8> has 2 values"],
  [POINT, "{}", "the field x (s32) is missing"],
  [POINT, "{x: 1, x: 2}", "the field x is there twice"],
  [POINT, "{x: 1, z: 2}", "expected a field (x, y-pos, label), found z"],
  [POINT, "{x 1}", 'expected ":", found 1'],
  [SHAPE, "square", "expected a case (empty, circle, err, HTTP-2), found square"],
  [SHAPE, "circle", 'expected "(": circle holds a f64, found the end'],
  [SHAPE, 'err("x")', "err is a keyword here: the case is written %err"],
  [SHAPE, "http-2(7)", "expected a case"],
  [t.enum("red"), "red(1)", "expected the end"],
  [t.enum("red"), "redd", "expected a case (red), found redd"],
  [t.flags("read"), "{write}", "expected a flag (read), found write"],
  [t.flags("read"), "{read, read}", "the flag read is there twice"],
  [t.flags("read"), "{read: true}", 'expected "," or "}", found :'],
  [NESTED, "5", "expected some(...) or none for option<option<u8>>, found 5"],
  [t.option(t.of("u8")), "some", 'expected "(": some holds a u8'],
  [t.option(t.of("u8")), "some()", "expected a u8"],
  [t.result(), "ok(1)", "expected the end"],
  [t.result(undefined, t.of("u8")), "5", "expected ok or err"],
  [t.result(t.result()), "err(1)", "expected the end"],
  [{ kind: "own", of: { kind: "resource", depth: 1 }, depth: 2 }, "1", "a handle of a resource has no text"],
];

describe("parsing WAVE values", () => {
  it.each(ACCEPTED.map(([type, text, value]) => ({ kind: type.kind, text, type, value })))(
    "$kind: takes $text",
    ({ type, text, value }) => expect(parseAll(text, type)).toStrictEqual(value),
  );

  it.each(REFUSED.map(([type, text, message]) => ({ kind: type.kind, shown: text.slice(0, 40), text, type, message })))(
    "$kind: refuses $shown",
    ({ type, text, message }) => {
      expect(() => parseAll(text, type)).toThrow(SandboxError);
      expect(() => parseAll(text, type)).toThrow(message);
    },
  );
});

function parseAll(text: string, type: WitType): unknown {
  const cursor = new Cursor(text);
  const value = parseValue(cursor, type);
  cursor.skip();
  if (cursor.at < text.length) throw cursor.fault("expected the end");
  return value;
}
