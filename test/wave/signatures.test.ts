import { componentEmbed, componentNew, parse } from "@bytecodealliance/jco";
import { beforeAll, describe, expect, it } from "vitest";
import { composedExample, exampleOfEveryType, wasiExample } from "../../build/glue-examples.ts";
import { exportedFunctions, importsOfTypes } from "../../src/engine/wasm/signatures.ts";
import { SandboxError } from "../../src/errors.ts";
import { declarationsText, signatureText } from "../../src/wave/wit-text.ts";
import { seededRandom } from "../scanner/seeded-random.ts";
import { amount } from "../support/amount.ts";

let every: Uint8Array;
let composed: Uint8Array;
let wasi: Uint8Array;

beforeAll(async () => {
  [every, composed, wasi] = await Promise.all([
    exampleOfEveryType("north", "utf8"),
    composedExample("north"),
    wasiExample(),
  ]);
});

describe("signatures of exported functions", () => {
  it("are those of the WIT that the component was built from", async () => {
    const component = await componentNew(await componentEmbed({ witSource: WIT, dummy: true, world: "all" }), []);
    const functions = exportedFunctions(component);
    const lines = WIT.split("\n").map((line) => line.trim());
    expect(new Set(functions.map((found) => `${signatureText(found)};`))).toEqual(
      new Set(lines.flatMap((line) => /^(?:export )?(.*func.*)$/.exec(line)?.[1] ?? [])),
    );
    expect(new Set(declarationsText(functions))).toEqual(
      new Set(lines.filter((line) => /^(?:record|variant|enum|flags) /.test(line))),
    );
  });

  it("are found through aliases, instances and components inside a component", () => {
    expect(exportedFunctions(composed).map(signatureText)).toEqual(["run: func() -> string"]);
  });

  it("are found in what exports WASI's own interfaces, whose types come from imports", () => {
    expect(exportedFunctions(wasi).map((found) => `${found.interface}#${signatureText(found)}`)).toEqual([
      "wasi:cli/run@0.2.12#run: func() -> result",
      "wasi:http/incoming-handler@0.2.12#handle: func(request: incoming-request, response-out: response-outparam)",
    ]);
  });

  it("tell imports of types from imports that need a host", async () => {
    expect(importsOfTypes(every)).toEqual([]);
    expect(importsOfTypes(wasi)).toEqual([]);
    const component = await parse(`(component (type $u u8)
      (import "a:b/types" (instance (type $r (record (field "x" u8))) (export "r" (type (eq $r)))))
      (import "a:b/nothing" (instance))
      (import "a:b/handles" (instance (export "file" (type (sub resource)))))
      (import "a:b/work" (instance (export "f" (func))))
      (import "size" (type (eq $u)))
      (import "f" (func)))`);
    expect(importsOfTypes(component)).toEqual(["a:b/types", "a:b/nothing", "size"]);
  });
});

describe("hostile types", () => {
  it("cost no more than the caps allow, however often components are instantiated inside each other", async () => {
    const nested = (depth: number): string =>
      `(component $c${depth} ${depth === 0 ? "" : `${nested(depth - 1)} ${`(instance (instantiate $c${depth - 1}))`.repeat(2)}`})`;
    const bytes = await parse(`(component ${nested(25)} (instance (instantiate $c25)))`);
    expect(() => exportedFunctions(bytes)).toThrow(/more than \d+ (?:list items|sections)/);
  });

  it("print as a bounded text, however much a type stands for", async () => {
    const bytes = await parse(importing(60, (one) => `(tuple ${one} ${one})`));
    const [found] = exportedFunctions(bytes);
    if (found === undefined) throw new Error("no function");
    const text = signatureText(found);
    expect(text.length).toBeLessThan(2100);
    expect(text).toContain("…");
    expect(declarationsText([found])).toEqual([]);
  });

  it("are refused when they are nested deeper than values may be", async () => {
    const bytes = await parse(importing(120, (one) => `(list ${one})`));
    expect(() => exportedFunctions(bytes)).toThrow("value types nested deeper than 100");
  });

  it("are refused when they are asynchronous", async () => {
    const stream = Uint8Array.from([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0, 7, 3, 1, 0x66, 0]);
    expect(() => exportedFunctions(stream)).toThrow("component-model async");
  });

  it("are read or refused, whatever bytes are changed or missing", () => {
    const random = seededRandom(7);
    for (const sample of [every, composed, wasi]) {
      for (let round = 0; round < amount(100, 300); round += 1) {
        const bytes = Uint8Array.from(round % 4 === 0 ? sample.subarray(0, random(sample.length)) : sample);
        for (let changes = 0; changes < 3 && bytes.length > 0; changes += 1) bytes[random(bytes.length)] = random(256);
        expect(verdictOn(bytes)).toBe("");
      }
    }
  });
});

const WIT = `package test:all@1.2.3;
interface types {
  enum color { RED, hot-pink, %enum }
  record point { x: s32, %type: option<color> }
  type alias = list<point>;
}
interface many {
  use types.{color, point, alias};
  flags permissions { read, HTTP-2 }
  variant shape { empty, circle(f64), polygon(list<point>), both(tuple<color, permissions>) }
  numbers: func(a: u8, b: s8, c: u16, d: s16, e: u32, f: s32, g: u64, h: s64, i: f32, j: f64) -> bool;
  %list: func(a: char, b: string) -> list<point>;
  nested: func(a: option<option<list<shape>>>) -> result<list<point>, result<_, string>>;
  results: func(a: result, b: result<u8>) -> result<_, color>;
  nothing: func();
}
world all {
  export many;
  export %func: func(a: tuple<u8, u8>) -> list<u8>;
}`;

/** A component that gives an imported function, whose parameter is a type made of so many levels. */
function importing(levels: number, level: (inner: string) => string): string {
  const types = Array.from({ length: levels }, (_, index) => `(type $t${index + 1} ${level(`$t${index}`)})`);
  return `(component (type $t0 u8) ${types.join(" ")} (import "f" (func $f (param "a" $t${levels}))) (export "g" (func $f)))`;
}

function verdictOn(bytes: Uint8Array): string {
  try {
    for (const found of exportedFunctions(bytes)) signatureText(found);
    importsOfTypes(bytes);
    return "";
  } catch (error) {
    return error instanceof SandboxError ? "" : String(error);
  }
}
