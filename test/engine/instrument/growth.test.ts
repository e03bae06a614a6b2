import { describe, expect, it } from "vitest";
import { instrument } from "../../../src/engine/instrument/instrument.ts";
import { applyEdits } from "../../../src/guest/edits.ts";
import { instrumented, moduleOf, rationsOf, resultOf } from "./support/run.ts";

const GROWER = `(module (memory (export "m") 1 20) (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`;

describe("growth of memories", () => {
  it("is counted over all memories, and ends the run beyond the limit", async () => {
    const bytes = await moduleOf(`(module (memory $a 2) (memory $b 1)
      (func (export "a") (param i32) (result i32) (memory.grow $a (local.get 0)))
      (func (export "b") (param i32) (result i32) (memory.grow $b (local.get 0))))`);
    const { exports } = instrumented(bytes, { pages: 10 });
    expect(exports["a"]?.(3)).toBe(2);
    expect(exports["b"]?.(4)).toBe(1);
    expect(exports["a"]?.(0)).toBe(5);
    expect(resultOf(() => exports["b"]?.(1))).toBe("limit memory");
  });

  it("is one budget for all modules", async () => {
    const bytes = await moduleOf(GROWER);
    const rations = rationsOf({ pages: 9 });
    const [one, other] = [instrumented(bytes, {}, {}, rations), instrumented(bytes, {}, {}, rations)];
    expect(one.exports["grow"]?.(5)).toBe(1);
    expect(other.exports["grow"]?.(2)).toBe(1);
    expect(resultOf(() => one.exports["grow"]?.(1))).toBe("limit memory");
  });

  it("beyond what the module declares is refused as ever, and costs nothing", async () => {
    const { exports } = instrumented(await moduleOf(GROWER), { pages: 30 });
    expect(exports["grow"]?.(20)).toBe(-1);
    expect(exports["grow"]?.(-1)).toBe(-1);
    expect(exports["grow"]?.(19)).toBe(1);
    expect(exports["grow"]?.(1)).toBe(-1);
    expect((exports["m"] as unknown as WebAssembly.Memory).buffer.byteLength).toBe(20 * 65_536);
  });

  it("of a memory without a maximum ends at the limit, however large the step", async () => {
    const bytes = await moduleOf(
      `(module (memory 1) (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`,
    );
    expect(resultOf(() => instrumented(bytes, { pages: 100 }).exports["grow"]?.(60_000))).toBe("limit memory");
    expect(instrumented(bytes, { pages: 100 }).exports["grow"]?.(65_536)).toBe(-1);
  });

  it("reaches memories that another module made", async () => {
    const rations = rationsOf({ pages: 4 });
    const owner = instrumented(await moduleOf(GROWER), {}, {}, rations);
    const user = await moduleOf(
      `(module (memory (import "o" "m") 1) (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`,
    );
    const { exports } = instrumented(user, {}, { o: { m: owner.exports["m"] } } as never, rations);
    expect(exports["grow"]?.(3)).toBe(1);
    expect(resultOf(() => exports["grow"]?.(1))).toBe("limit memory");
  });

  it("of an imported memory beyond the maximum that only its owner knows fails as ever, and costs nothing", async () => {
    const rations = rationsOf({ pages: 10 });
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 3 });
    const user = await moduleOf(`(module (memory (import "o" "m") 1) (memory $own 1)
      (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
      (func (export "own") (param i32) (result i32) (memory.grow $own (local.get 0))))`);
    const { exports } = instrumented(user, {}, { o: { m: memory } }, rations);
    expect(exports["grow"]?.(5)).toBe(-1);
    expect(exports["grow"]?.(2)).toBe(1);
    expect(exports["grow"]?.(1)).toBe(-1);
    expect(exports["own"]?.(7)).toBe(1);
    expect(resultOf(() => exports["own"]?.(1))).toBe("limit memory");
  });

  it("of 64 bits is held to the same limit", async () => {
    const bytes = await moduleOf(
      `(module (memory i64 1 50) (func (export "grow") (param i64) (result i64) (memory.grow (local.get 0))))`,
    );
    const { exports } = instrumented(bytes, { pages: 10 });
    expect(exports["grow"]?.(2n)).toBe(1n);
    expect(exports["grow"]?.(-1n)).toBe(-1n);
    expect(exports["grow"]?.(60n)).toBe(-1n);
    expect(resultOf(() => exports["grow"]?.(10n))).toBe("limit memory");
  });

  it("starts with what memories and tables begin with", async () => {
    expect(resultOf(() => instrumented(new Uint8Array(NO_CODE), { pages: 2 }))).toBe("limit memory");
    const big = await moduleOf("(module (table 100 funcref) (table 10 externref))");
    expect(resultOf(() => instrumented(big, { elements: 109 }))).toBe("limit tables");
    expect(resultOf(() => instrumented(big, { elements: 110 }).exports)).toEqual({});
  });
});

/** `(module (memory 3))` */
const NO_CODE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x05, 0x03, 0x01, 0x00, 0x03];

describe("growth of tables", () => {
  it("is counted over all tables, of functions or of anything", async () => {
    const bytes = await moduleOf(`(module (table $f 1 funcref) (table $e 1 500 externref)
      (func (export "f") (param i32) (result i32) (table.grow $f (ref.null func) (local.get 0)))
      (func (export "e") (param externref i32) (result i32) (table.grow $e (local.get 0) (local.get 1)))
      (func (export "get") (param i32) (result externref) (table.get $e (local.get 0))))`);
    const { exports } = instrumented(bytes, { elements: 100 });
    expect(exports["f"]?.(40)).toBe(1);
    expect(exports["e"]?.("kept", 50)).toBe(1);
    expect(exports["get"]?.(50)).toBe("kept");
    expect(exports["e"]?.("", 450)).toBe(-1);
    expect(resultOf(() => exports["f"]?.(10))).toBe("limit tables");
  });
});

describe("growth of an imported table", () => {
  it("beyond the maximum that only its owner knows fails as ever, and costs nothing", async () => {
    const rations = rationsOf({ elements: 10 });
    const table = new WebAssembly.Table({ element: "anyfunc", initial: 1, maximum: 3 });
    const user = await moduleOf(`(module (table (import "o" "t") 1 funcref) (table $own 1 funcref)
      (func (export "grow") (param i32) (result i32) (table.grow 0 (ref.null func) (local.get 0)))
      (func (export "own") (param i32) (result i32) (table.grow $own (ref.null func) (local.get 0))))`);
    const { exports } = instrumented(user, {}, { o: { t: table } }, rations);
    expect([5, 2, 1].map((more) => exports["grow"]?.(more))).toEqual([-1, 1, -1]);
    expect(exports["own"]?.(7)).toBe(1);
    expect(resultOf(() => exports["own"]?.(1))).toBe("limit tables");
  });
});

describe("a module that grows nothing", () => {
  it("is not touched without fuel", async () => {
    const bytes = await moduleOf(`(module (memory 1) (func (export "f") (result i32) (i32.load (i32.const 0))))`);
    expect(applyEdits(bytes, instrument(bytes, { fuel: false }))).toBe(bytes);
  });
});

describe("sections that are not there yet", () => {
  it.each([
    [
      "neither tables, globals nor exports",
      `(module (memory 1) (func $f (drop (memory.grow (i32.const 1)))) (start $f))`,
    ],
    [
      "only a custom section between",
      `(module (@custom "x" (before memory) "y") (memory 1) (@custom "z" (after memory) "y") (func $f (drop (memory.grow (i32.const 1)))) (start $f) (data (i32.const 0) "x"))`,
    ],
    ["a tag", `(module (memory 1) (tag) (func $f (drop (memory.grow (i32.const 1)))) (start $f))`],
    [
      "an imported table and global",
      `(module (import "i" "t" (table 0 funcref)) (import "i" "g" (global i32)) (memory 1) (func $f (drop (memory.grow (global.get 0)))) (start $f))`,
    ],
  ])("are put in their places: %s", async (_name, wat) => {
    const bytes = await moduleOf(wat);
    const imports = { i: { t: new WebAssembly.Table({ element: "anyfunc", initial: 1 }), g: 1 } };
    for (const fuel of [undefined, 1000]) {
      expect(
        resultOf(() =>
          Object.keys(instrumented(bytes, { pages: 2, fuel }, imports as never).exports).every((name) =>
            name.startsWith("\u0001"),
          ),
        ),
      ).toBe(true);
      expect(resultOf(() => instrumented(bytes, { pages: 1, fuel }, imports as never))).toBe("limit memory");
    }
  });
});
