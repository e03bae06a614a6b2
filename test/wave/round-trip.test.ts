import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WitType } from "../../src/engine/wasm/wit-type.ts";
import { SandboxError } from "../../src/errors.ts";
import { TooLong } from "../../src/guest/value-bytes.ts";
import { decodeValue, encodeValue } from "../../src/guest/values.ts";
import { parseCall } from "../../src/wave/call.ts";
import { printValue } from "../../src/wave/print-value.ts";
import { amount } from "../support/amount.ts";
import { t } from "./types.ts";

describe("WAVE there and back", () => {
  it("gives the same text for any value of any type", () => {
    fc.assert(
      fc.property(typed(4), ({ type, text }) => {
        const canonical = throughText(text, type);
        expect(throughText(canonical, type)).toBe(canonical);
      }),
      { numRuns: amount(150, 500) },
    );
  });

  it("brings values unchanged through the bytes that cross the door", () => {
    fc.assert(
      fc.property(typed(4), ({ type, text }) => {
        const [value] = parsed(text, type);
        expect(decodeValue(encodeValue(value, 1_000_000))).toStrictEqual(value);
      }),
      { numRuns: amount(300, 1000) },
    );
  });

  it("stops before a value takes more room than there is", () => {
    expect(encodeValue("abc", 8)).toEqual(Uint8Array.of(6, 3, 0, 0, 0, 97, 98, 99));
    expect(() => encodeValue("abc", 7)).toThrow(TooLong);
    expect(() => encodeValue([new Uint8Array(2 ** 20)], 2 ** 20)).toThrow(TooLong);
  });

  it("keeps every float", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const text = printValue(encodeValue(value, 100), t.of("f64"), 2000);
        expect(parsed(text, t.of("f64"))[0]).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.float(), (value) => {
        const text = printValue(encodeValue(value, 100), t.of("f32"), 2000);
        expect(parsed(text, t.of("f32"))[0]).toBe(value);
      }),
    );
  });
});

describe("strange text", () => {
  const functions = [
    { interface: undefined, name: "f", parameters: [{ name: "a", type: everything() }], result: undefined },
    { interface: "a:b/c@1.0.0", name: "g", parameters: [], result: undefined },
  ];

  it("is refused with a usage error and nothing else, whatever it is", () => {
    const pieces = fc.constantFrom(
      ..."(){}[],:%\"'\\#@.-/ \n\tux1e0",
      "some",
      "none",
      "ok",
      "err",
      "nan",
      "inf",
      '"""',
      "//",
      "f(",
    );
    const soup = fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 30 });
    fc.assert(
      fc.property(soup, fc.boolean(), (parts, called) => {
        const text = `${called ? "f(" : ""}${parts.join("")}`;
        try {
          parseCall(text, functions);
        } catch (error) {
          expect(error).toBeInstanceOf(SandboxError);
          expect((error as SandboxError).code).toBe("usage");
        }
      }),
      { numRuns: amount(500, 2000) },
    );
  });

  it("is refused in linear time", () => {
    for (const piece of ["[", "some(", "{a:", "//\n", "\\u{", "1", "-", "%a-", '"""\n', "'"]) {
      const started = performance.now();
      expect(() => parseCall(`f(${piece.repeat(900_000 / piece.length)}`, functions)).toThrow(SandboxError);
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});

/** A value of this type takes whatever a piece of text may start. */
function everything(): WitType {
  const leaf = t.variant({ a: t.of("string"), b: t.of("char"), c: t.of("f64"), d: t.flags("x"), ok: t.result() });
  const deep = t.list(t.option(t.record({ a: t.option(leaf), u: t.of("u64") })));
  return t.option(t.result(t.tuple(deep, deep), t.list(deep)));
}

interface Typed {
  readonly type: WitType;
  readonly text: string;
}

const LABELS = ["a", "b-c", "HTTP-2", "none", "ok", "inf", "x1", "constructor-of", "to-string"] as const;

/** A type and the text of a value of it. */
function typed(depth: number): fc.Arbitrary<Typed> {
  return typeOf(depth).chain((type) => textOf(type).map((text) => ({ type, text })));
}

function typeOf(depth: number): fc.Arbitrary<WitType> {
  const names = fc.uniqueArray(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 5 });
  const leaf = fc.oneof(
    fc
      .constantFrom(
        ...(["bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64", "char", "string"] as const),
      )
      .map(t.of),
    names.map((some) => t.enum(...some)),
    names.map((some) => t.flags(...some)),
  );
  if (depth === 0) return leaf;
  const inner = typeOf(depth - 1);
  const maybe = fc.option(inner, { nil: undefined });
  const named = names.chain((some) => fc.tuple(...some.map((name) => inner.map((type) => [name, type] as const))));
  const cased = names.chain((some) => fc.tuple(...some.map((name) => maybe.map((type) => [name, type] as const))));
  return fc.oneof(
    leaf,
    inner.map(t.list),
    inner.map(t.option),
    fc.tuple(maybe, maybe).map(([ok, err]) => t.result(ok, err)),
    fc.array(inner, { minLength: 1, maxLength: 4 }).map((items) => t.tuple(...items)),
    named.map((fields) => t.record(Object.fromEntries(fields))),
    cased.map((cases) => t.variant(Object.fromEntries(cases))),
  );
}

function textOf(type: WitType): fc.Arbitrary<string> {
  switch (type.kind) {
    case "bool":
      return fc.boolean().map(String);
    case "s64":
    case "u64":
      return fc
        .bigInt(type.kind === "u64" ? 0n : -(2n ** 63n), type.kind === "u64" ? 2n ** 64n - 1n : 2n ** 63n - 1n)
        .map(String);
    case "f32":
    case "f64":
      return fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
        fc.constantFrom("nan", "inf", "-inf", "-0"),
      );
    case "char":
      return fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).map((text) => `'${escapedAll(text)}'`);
    case "string":
      return fc.string({ unit: "binary" }).map((text) => `"${escapedAll(text)}"`);
    case "enum":
      return fc.constantFrom(...type.names).map((name) => `%${name}`);
    case "flags":
      return fc.subarray([...type.names]).map((some) => `{${some.join(",")}}`);
    case "list":
      return fc.array(textOf(type.of), { maxLength: 4 }).map((items) => `[${items.join(" , ")}]`);
    case "option":
      return fc.oneof(
        fc.constant("none"),
        textOf(type.of).map((text) => `some(${text})`),
      );
    case "result":
      return fc.oneof(caseText("ok", type.ok), caseText("err", type.err));
    case "tuple":
      return fc.tuple(...type.items.map(textOf)).map((items) => `(${items.join(",")},)`);
    case "record":
      return fc
        .tuple(...type.fields.map(({ name, type: of }) => textOf(of).map((text) => `${name}: ${text}`)))
        .map((fields) => `{${fields.join(", ")}}`);
    case "variant":
      return fc.constantFrom(...type.cases).chain((one) => caseText(`%${one.name}`, one.type));
    default:
      return integerText(type.kind);
  }
}

function integerText(kind: string): fc.Arbitrary<string> {
  const bits = Number(kind.slice(1));
  const [least, most] = kind.startsWith("u") ? [0, 2 ** bits - 1] : [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1];
  return fc
    .oneof(
      fc.integer({ min: Math.max(least, -(2 ** 31)), max: Math.min(most, 2 ** 31 - 1) }),
      fc.constantFrom(least, most),
    )
    .map(String);
}

function caseText(name: string, type: WitType | undefined): fc.Arbitrary<string> {
  return type === undefined ? fc.constant(name) : textOf(type).map((text) => `${name}(${text})`);
}

function escapedAll(text: string): string {
  return [...text].map((one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join("");
}

function parsed(text: string, type: WitType): readonly unknown[] {
  const found = { interface: undefined, name: "f", parameters: [{ name: "a", type }], result: undefined };
  return parseCall(`f(${text})`, [found]).values;
}

function throughText(text: string, type: WitType): string {
  return printValue(encodeValue(parsed(text, type)[0], 1_000_000), type, 1_000_000);
}
