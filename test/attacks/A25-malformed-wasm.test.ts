import { readdirSync } from "node:fs";
import { parse } from "@bytecodealliance/jco";
import { beforeAll, describe, expect, it } from "vitest";
import { type PrepareOptions, prepare } from "../../src/engine/prepare.ts";
import { FIXED_LIMITS } from "../../src/policy/limits.ts";
import {
  component,
  componentBytes,
  componentSection,
  coreCode,
  coreExport,
  coreFunction,
  coreModule,
  coreType,
  instantiate,
  list,
  moduleSection,
  section,
} from "../component-fixtures/binary.ts";
import { greeter } from "../component-fixtures/components.ts";
import { bringToLife } from "../engine/support/bring-to-life.ts";
import { prepareOptions } from "../engine/support/prepare-options.ts";

describe("A25: bytes that are not the component they pretend to be", () => {
  let options: PrepareOptions;
  let whole: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    options = await prepareOptions();
    whole = await greeter();
  });

  it("cut off anywhere, it is refused or a smaller component; nothing is kept of what is refused", async () => {
    const own = await prepareOptions();
    for (let length = 0; length < whole.length; length += 23) {
      const outcome = await prepare(whole.subarray(0, length), own).then(
        () => "prepared",
        (error) => error.code,
      );
      expect(["invalid-component", "prepared"], `cut at ${length}`).toContain(outcome);
      if (outcome !== "prepared") expect(() => readdirSync(own.cacheDir)).toThrow("ENOENT");
      else break;
    }
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ["an empty file", () => new Uint8Array(), /the file is empty/],
    ["a script", () => Buffer.from("#!/bin/sh\necho no\n"), /does not start like one/],
    [
      "a component behind a script",
      () => Buffer.concat([Buffer.from("#!/bin/sh\n"), whole]),
      /does not start like one/,
    ],
    ["an archive behind a component", () => Buffer.concat([whole, zip()]), /Not a valid component/],
    [
      "a script behind a component",
      () => Buffer.concat([whole, Buffer.from("\n<script>alert(1)</script>")]),
      /Not a valid/,
    ],
    ["two components in a row", () => Buffer.concat([whole, whole]), /Not a valid component/],
    [
      "a core module of two",
      () => Uint8Array.from([...coreModule(coreType), ...coreModule(coreType)]),
      /Not a valid component/,
    ],
    ["a core module under a component's preamble", () => posing(), /Not a valid component/],
    ["a component where a module must be", () => component(section(1, componentBytes())), /must hold a module/],
    ["a module where a component must be", () => component(section(4, coreModule())), /must hold a component/],
    ["components nested beyond reason", () => nested(2000), /nested deeper than 32/],
    ["a few bytes that ask for a billion instances", () => doubling(30), /more than 512 core instances/],
    ["a count of four billion", () => component(section(10, [0xff, 0xff, 0xff, 0xff, 0x0f])), /runs past the end/],
  ])("%s", async (_, bytes, message) => {
    const refused = { code: "invalid-component", message: expect.stringMatching(message) };
    await expect(prepare(bytes(), options)).rejects.toMatchObject(refused);
  });

  it("a file one byte over the cap", async () => {
    const huge = new Uint8Array(FIXED_LIMITS.componentBytes + 1);
    huge.set(whole);
    await expect(prepare(huge, options)).rejects.toMatchObject({ code: "invalid-component" });
  });

  it("what only the generator can see is refused by it, in the helper, with a reason", async () => {
    const lifts = component(
      moduleSection(coreType, coreFunction, coreExport("f"), coreCode),
      list(2, instantiate()),
      list(8, [0x00, 0x00, 0x63, 0x00, 0x63]),
    );
    const reason = expect.stringMatching(/^The bindings generator refused the component: ".*unknown/);
    await expect(prepare(lifts, options)).rejects.toMatchObject({ code: "invalid-component", message: reason });
  });

  it("a type that doubles sixty times does not take the helper's time or memory", async () => {
    const doublings = Array.from(
      { length: 60 },
      (_, index) => `(type $t${index + 1} (tuple $t${index} $t${index}))`,
    ).join("\n");
    const text = `(component (type $t0 (tuple u8 u8)) ${doublings} (import "f" (func (param "a" $t60))))`;
    const preparing = prepare(await parse(text), options);
    await expect(preparing).rejects.toMatchObject({
      code: "invalid-component",
      message: expect.stringContaining("type size"),
    });
  });

  it("function bodies of nonsense are refused before anything of the component runs", async () => {
    // Of a function that counts its work every instruction is read.
    await expect(prepare(withBody(0xff), { ...options, fuel: true })).rejects.toThrow(/unknown instruction 0xff/);
    // No instruction, and an addition of nothing: the engine sees them when it loads the module.
    for (const bytes of [withBody(0xff), withBody(0x6a)]) {
      const prepared = await prepare(bytes, options);
      expect(() => bringToLife(prepared, bytes)).toThrow(WebAssembly.CompileError);
    }
  });

  function withBody(opcode: number): Uint8Array<ArrayBuffer> {
    return component(
      moduleSection(coreType, coreFunction, coreExport("f"), list(10, [0x03, 0x00, opcode, 0x0b])),
      list(2, instantiate()),
      list(6, [0x00, 0x00, 0x01, 0x00, 0x01, 0x66]),
      list(7, [0x40, 0x00, 0x01, 0x00]),
      list(8, [0x00, 0x00, 0x00, 0x00, 0x00]),
      list(11, [0x00, 0x01, 0x66, 0x01, 0x00, 0x00]),
    );
  }
});

/** The end of an empty zip archive. */
function zip(): Uint8Array {
  return Uint8Array.from([0x50, 0x4b, 0x05, 0x06, ...new Array(18).fill(0)]);
}

/** Core sections behind a component's first eight bytes. */
function posing(): Uint8Array {
  return component(coreType, coreFunction, coreExport("run"), coreCode);
}

function nested(depth: number): Uint8Array {
  let inner: number[] = [];
  for (let level = 0; level < depth; level += 1) inner = componentSection(inner);
  return component(inner);
}

function doubling(levels: number): Uint8Array {
  let inner: number[][] = [moduleSection(), list(2, instantiate())];
  for (let level = 0; level < levels; level += 1)
    inner = [componentSection(...inner), list(5, instantiate(), instantiate())];
  return component(...inner);
}
