import { describe, expect, it } from "vitest";
import { instrument } from "../../../src/engine/instrument/instrument.ts";
import { SandboxError } from "../../../src/errors.ts";
import { applyEdits } from "../../../src/guest/edits.ts";
import { moduleOf } from "./support/run.ts";

/** Names what only we add, at index 1 of its kind: the table of hooks, the fuel, a function around a growth. */
const REACHES_FOR_OURS: Readonly<Record<string, string>> = {
  "setting a hook": "(table.set 1 (i32.const 0) (ref.null func))",
  "reading a hook": "(drop (table.get 1 (i32.const 0)))",
  "filling the hooks": "(table.fill 1 (i32.const 0) (ref.null func) (i32.const 3))",
  "growing the hooks": "(drop (table.grow 1 (ref.null func) (i32.const 1)))",
  "copying over the hooks": "(table.copy 1 0 (i32.const 0) (i32.const 0) (i32.const 1))",
  "copying the hooks": "(table.copy 0 1 (i32.const 0) (i32.const 0) (i32.const 1))",
  "initialising the hooks": "(table.init 1 0 (i32.const 0) (i32.const 0) (i32.const 1))",
  "calling a hook": "(call_indirect 1 (type 0) (i32.const 2))",
  "calling a hook last": "(return_call_indirect 1 (type 0) (i32.const 2))",
};
const REACHES_FOR_FUEL: Readonly<Record<string, string>> = {
  "filling the tank": "(global.set 1 (i64.const 1000000))",
  "reading the tank": "(drop (global.get 1))",
  "calling a function of ours": "(call 1)",
};

const around = (code: string) => `(module (type (func)) (table 1 funcref) (global (mut i32) (i32.const 0)) (memory 1)
  (elem $s funcref (ref.null func)) (func (type 0) (drop (memory.grow (i32.const 1))) ${code}))`;

describe("a module that reaches for what we add", () => {
  it.each(Object.entries(REACHES_FOR_OURS))("is refused: %s", async (_name, code) => {
    const bytes = await moduleOf(around(code));
    for (const fuel of [false, true]) expect(() => instrument(bytes, { fuel })).toThrow(/is not there/);
  });

  it.each(Object.entries(REACHES_FOR_FUEL))("is refused: %s", async (_name, code) => {
    const bytes = await moduleOf(around(code));
    expect(() => instrument(bytes, { fuel: true })).toThrow(/is not there/);
  });

  it.each(["table", "global", "func"])("is refused: exporting our %s", async (kind) => {
    const bytes = await moduleOf(`(module (table 1 funcref) (global (mut i32) (i32.const 0)) (memory 1)
      (func (drop (memory.grow (i32.const 1)))) (export "mine" (${kind} 1)))`);
    expect(() => instrument(bytes, { fuel: true })).toThrow(/is not there/);
  });
});

const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const withBody = (...body: number[]) =>
  Uint8Array.from([
    ...preamble,
    0x01,
    0x04,
    0x01,
    0x60,
    0x00,
    0x00,
    0x03,
    0x02,
    0x01,
    0x00,
    0x0a,
    body.length + 2,
    0x01,
    body.length,
    ...body,
  ]);

describe("bodies that are none", () => {
  it.each([
    ["an unknown opcode", [0x00, 0x27, 0x0b]],
    ["an unknown opcode behind a prefix", [0x00, 0xfc, 0x7f, 0x0b]],
    ["an instruction cut short", [0x00, 0x44, 0x00, 0x0b]],
    ["a number that does not end", [0x00, 0x41, 0x80, 0x80]],
    ["a br_table of four billion labels", [0x00, 0x0e, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x0b]],
    ["more locals than any engine has", [0x01, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x7f, 0x0b]],
    ["four billion kinds of locals", [0xff, 0xff, 0xff, 0xff, 0x0f, 0x0b]],
    ["more ends than blocks", [0x00, 0x0b, 0x0b, 0x0b]],
  ])("are refused or left to V8, which refuses them: %s", (_name, body) => {
    for (const fuel of [false, true]) expect(isRefused(withBody(...body), fuel)).toBe(true);
  });

  it("cost no more than they are long: every prefix of a module that has everything", async () => {
    const bytes = await moduleOf(
      around("(loop (br_table 0 0 0 (i32.const 1))) (drop (call_indirect (result i32) (i32.const 0)))"),
    );
    for (let length = 8; length < bytes.length; length += 1) {
      for (const fuel of [false, true]) outcomeOf(bytes.slice(0, length), fuel);
    }
  });

  it("and every byte of it changed, lead to a refusal or to what V8 judges as it judged the original", async () => {
    const bytes = await moduleOf(around("(loop (br_if 0 (global.get 0))) (table.set 0 (i32.const 0) (ref.null func))"));
    for (let at = 8; at < bytes.length; at += 1) {
      // Types of blocks and of null: naming one of ours changes nothing.
      if ([44, 57, 66].includes(at)) continue;
      for (const value of [0x00, 0x01, 0x0b, 0x24, 0x26, 0x40, 0x7f, 0x80, 0xfc, 0xff]) {
        const changed = bytes.slice();
        changed[at] = value;
        for (const fuel of [false, true]) {
          const edited = outcomeOf(changed, fuel);
          if (edited !== undefined && !WebAssembly.validate(changed)) expect(WebAssembly.validate(edited)).toBe(false);
        }
      }
    }
  });

  it("ten thousand functions and ten thousand nested loops take no time to speak of", async () => {
    const many = await moduleOf(
      `(module (memory 1) ${"(func (loop (drop (memory.grow (i32.const 0))) (br_if 0 (i32.const 0))))".repeat(10_000)})`,
    );
    const deep = await moduleOf(`(module (func ${"loop ".repeat(10_000)} ${"end ".repeat(10_000)}))`);
    const started = performance.now();
    for (const bytes of [many, deep]) for (const fuel of [false, true]) applyEdits(bytes, instrument(bytes, { fuel }));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

function isRefused(bytes: Uint8Array<ArrayBuffer>, fuel: boolean): boolean {
  const edited = outcomeOf(bytes, fuel);
  return edited === undefined || !WebAssembly.validate(edited);
}

/** The edited module; undefined when it is refused in our own words. */
function outcomeOf(bytes: Uint8Array<ArrayBuffer>, fuel: boolean): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(applyEdits(bytes, instrument(bytes, { fuel })));
  } catch (error) {
    if (error instanceof SandboxError) return undefined;
    throw error;
  }
}
