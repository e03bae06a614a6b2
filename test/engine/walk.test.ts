import { describe, expect, it } from "vitest";
import { inspectComponent } from "../../src/engine/inspect.ts";
import { SandboxError } from "../../src/errors.ts";
import {
  type Bytes,
  component,
  componentBytes,
  componentSection,
  coreCode,
  coreExport,
  coreFunction,
  coreImport,
  coreMemory,
  coreModule,
  coreType,
  externName,
  instantiate,
  list,
  moduleSection,
  name,
  section,
  u32,
  vector,
} from "../component-fixtures/binary.ts";
import { greeter, validComponents } from "../component-fixtures/components.ts";

describe("what it reads", () => {
  it("names imports and exports of a component and counts what a run makes", async () => {
    expect(inspectComponent(await greeter())).toEqual({
      kind: "component",
      bytes: expect.any(Number),
      imports: ["sandbox:skill/network"],
      exports: ["sandbox:skill/skill"],
      importTypes: [],
      coreModules: 2,
      coreInstances: 2,
      memories: 1,
    });
  });

  it("reads every fixture", async () => {
    for (const { name: fixture, bytes } of await validComponents()) {
      expect(inspectComponent(bytes).kind, fixture).toBe("component");
    }
  });

  it("tells a core module from a component", () => {
    const module = Uint8Array.from(
      coreModule(coreType, coreImport("env", "f"), coreFunction, coreExport("run"), coreCode),
    );
    expect(inspectComponent(module)).toMatchObject({
      kind: "module",
      imports: ["env.f"],
      exports: ["run"],
      coreModules: 1,
    });
  });

  it("counts modules and memories inside nested components, once for each instance", () => {
    const inner = componentSection(moduleSection(coreMemory), list(2, instantiate()));
    const bytes = component(inner, list(5, instantiate(), instantiate(), instantiate()));
    expect(inspectComponent(bytes)).toMatchObject({ coreModules: 1, coreInstances: 3, memories: 3 });
  });

  it("follows outer aliases of modules and components when it counts", () => {
    const outerModule = [0x00, 0x11, 0x02, 0x01, 0x00];
    const inner = componentSection(list(6, outerModule), list(2, instantiate()));
    const bytes = component(moduleSection(coreMemory), inner, list(5, instantiate()));
    expect(inspectComponent(bytes)).toMatchObject({ coreModules: 1, coreInstances: 1, memories: 1 });
  });
});

describe("what it refuses", () => {
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ["an empty file", new Uint8Array(), /the file is empty/],
    ["text", new TextEncoder().encode("(component)"), /this is text/],
    ["another file", new TextEncoder().encode("#!/bin/sh\n"), /does not start like one/],
    ["another version", Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0c, 0, 1, 0), /does not start like one/],
    ["an unknown section", component(section(13, [])), /unknown section 13 \(at byte 8\)/],
    ["a section that runs past the end", component([10, 5, 0]), /a length of 5 bytes runs past the end/],
    ["bytes behind a list", component(section(10, [0x00, 0xff])), /1 unknown bytes at the end of section 10/],
    ["a count without items", component(section(10, [0x7f])), /a list of 127 items runs past the end/],
    ["an integer of more than 32 bits", component([10, 0xff, 0xff, 0xff, 0xff, 0x1f]), /wider than 32 bits/],
    ["an integer that does not end", component([10, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]), /wider than 32 bits/],
    ["an unknown kind of import", component(list(10, [...externName("a"), 0x06])), /unknown kind of import or export/],
    ["an unknown form of name", component(list(10, [0x02, ...name("a"), 0x01, 0x00])), /unknown form of name 0x2/],
    ["an unknown sort", component(list(11, [...externName("a"), 0x06, 0x00, 0x00])), /unknown sort 0x6/],
    ["an unknown type", component(list(7, [0x61])), /unknown type code 0x61/],
    ["an unknown alias", component(list(6, [0x01, 0x03, 0x00])), /unknown target of an alias/],
    ["an unknown canonical function", component(list(8, [0x50])), /unknown canonical function 0x50/],
    ["an unknown canonical option", component(list(8, [0x01, 0x00, 0x00, 0x01, 0x0a])), /unknown canonical option 0xa/],
    ["an unknown core instance", component(list(2, [0x02])), /unknown form of core instance/],
    ["an unknown instance", component(list(5, [0x02])), /unknown form of instance/],
    ["an instance of a module that is not there", component(list(2, instantiate(0))), /there is no core module 0/],
    ["an instance of a component that is not there", component(list(5, instantiate(0))), /there is no component 0/],
    ["an outer alias beyond the outermost", component(list(6, [0x00, 0x11, 0x02, 0x07, 0x00])), /7 levels outward/],
    ["a module that is a component", component(section(1, componentBytes())), /must hold a module does not/],
    ["a component that is a module", component(section(4, coreModule())), /must hold a component does not/],
    ["a module of four bytes", component(section(1, [0, 0x61, 0x73, 0x6d])), /must hold a module does not/],
    ["an unknown core section", component(moduleSection(section(14, []))), /unknown core section 14/],
    ["a repeated core section", component(moduleSection(coreType, coreType)), /repeated or out of order/],
    ["core sections out of order", component(moduleSection(coreExport("a"), coreType)), /repeated or out of order/],
    [
      "an unknown core import",
      component(moduleSection(list(2, [...name("a"), ...name("b"), 0x05]))),
      /unknown kind of core/,
    ],
    [
      "bytes behind core exports",
      component(moduleSection(section(7, [0x00, 0x00]))),
      /at the end of the export section/,
    ],
    [
      "64-bit limits",
      component(moduleSection(list(2, [...name("a"), ...name("b"), 0x02, 0x04, 0x00]))),
      /64-bit memories/,
    ],
    ["a lying function count", component(moduleSection(section(3, [0xff, 0xff, 0x03]))), /runs past the end/],
    [
      "core bytes that are not UTF-8",
      component(moduleSection(list(7, [0x01, 0xff, 0x00, 0x00]))),
      /not printable ASCII/,
    ],
  ];

  it.each(cases)("%s", (_, bytes, message) => {
    expect(refusalOf(bytes)).toMatchObject({ code: "invalid-component", message: expect.stringMatching(message) });
  });

  const asyncCases: readonly (readonly [string, Uint8Array])[] = [
    ["an async function type", component(list(7, [0x43, 0x00, 0x01, 0x00]))],
    ["a stream", component(list(7, [0x66, 0x00]))],
    ["a future", component(list(7, [0x65, 0x00]))],
    ["an error context", component(list(7, [0x70, 0x64]))],
    ["an async lift", component(list(8, [0x00, 0x00, 0x00, 0x01, 0x06, 0x00]))],
    ["task.return", component(list(8, [0x09, 0x01, 0x00, 0x00]))],
    ["a WASI 0.3 import", component(list(10, [...externName("wasi:cli/run@0.3.0"), 0x05, 0x00]))],
    ["an async method", component(list(10, [...externName("[async method]a.b"), 0x01, 0x00]))],
  ];

  it.each(asyncCases)("%s, politely", (_, bytes) => {
    expect(refusalOf(bytes)).toMatchObject({ code: "refused", message: expect.stringContaining("WASI 0.3") });
  });

  it.each([
    ["core types", component(list(3, [0x50, 0x00]))],
    ["component values", component(section(9, [0x00, 0x00, 0x00]))],
    ["a core module as an import or export", component(list(10, [...externName("m"), 0x00, 0x11, 0x00]))],
    ["a component as an import or export", component(list(10, [...externName("c"), 0x04, 0x00]))],
  ])("%s", (what, bytes) => {
    expect(refusalOf(bytes)).toMatchObject({ code: "refused", message: expect.stringContaining(what) });
  });
});

describe("what it caps", () => {
  it("nesting of components", () => {
    expect(inspectComponent(nested(32)).kind).toBe("component");
    expect(refusalOf(nested(33)).message).toMatch(/nested deeper than 32/);
  });

  it("nesting of types", () => {
    expect(inspectComponent(component(list(7, nestedType(32)))).kind).toBe("component");
    expect(refusalOf(component(list(7, nestedType(33)))).message).toMatch(/types nested deeper than 32/);
  });

  it("core modules", () => {
    const modules = Array.from({ length: 257 }, () => moduleSection());
    expect(inspectComponent(component(...modules.slice(1))).coreModules).toBe(256);
    expect(refusalOf(component(...modules)).message).toMatch(/more than 256 core modules/);
  });

  it("core instances, also those that nesting multiplies", () => {
    expect(refusalOf(component(moduleSection(), list(2, ...Array(513).fill(instantiate())))).message).toMatch(
      /512 core instances/,
    );
    expect(refusalOf(component(...doubling(10)), "doubling").message).toMatch(/512 core instances/);
  });

  it("memories and tables, also those that instances multiply", () => {
    const memories = list(5, ...Array(17).fill([0x00, 0x01]));
    expect(refusalOf(component(moduleSection(memories), list(2, instantiate()))).message).toMatch(
      /more than 16 memories/,
    );
    const instances = list(2, ...Array(17).fill(instantiate()));
    expect(refusalOf(component(moduleSection(coreMemory), instances)).message).toMatch(/more than 16 memories/);
    const tables = list(4, ...Array(129).fill([0x70, 0x00, 0x01]));
    expect(refusalOf(component(moduleSection(tables), list(2, instantiate()))).message).toMatch(/more than 128 tables/);
  });

  it("sections and list items, before anything grows with them", () => {
    const sections = component(Array(100_001).fill([0, 1, 0]).flat());
    expect(refusalOf(sections).message).toMatch(/more than 100000 sections/);
    const items = component(section(7, [...u32(500_001), ...new Array(500_001).fill(0x7f)]));
    expect(refusalOf(items).message).toMatch(/more than 500000 list items/);
    const oneName = [...externName("a"), 0x01, 0x00, 0x00];
    const names = component(section(11, [...u32(50_001), ...Array(50_001).fill(oneName).flat()]));
    expect(refusalOf(names).message).toMatch(/more than 50000 names/);
  });

  it("the file", () => {
    const huge = new Uint8Array(64 * 1024 * 1024 + 1);
    huge.set(component());
    expect(refusalOf(huge).message).toMatch(/larger than 64 MiB/);
  });
});

function refusalOf(bytes: Uint8Array, what = "the bytes"): SandboxError {
  try {
    inspectComponent(bytes);
  } catch (error) {
    if (error instanceof SandboxError) return error;
    throw error;
  }
  throw new Error(`${what} were taken`);
}

function nested(depth: number): Uint8Array {
  let inner: number[] = [];
  for (let level = 0; level < depth; level += 1) inner = componentSection(inner);
  return component(inner);
}

/** An instance type that declares an instance type, and so on. */
function nestedType(depth: number): Bytes {
  return depth === 0 ? [0x42, 0x00] : [0x42, ...vector([[0x01, ...nestedType(depth - 1)]])];
}

/** Components of which each instantiates the one inside it twice: 2^levels instances in a few hundred bytes. */
function doubling(levels: number): number[][] {
  if (levels === 0) return [moduleSection(), list(2, instantiate())];
  return [componentSection(...doubling(levels - 1)), list(5, instantiate(), instantiate())];
}
