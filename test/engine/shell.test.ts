import { readFileSync } from "node:fs";
import { transpile } from "@bytecodealliance/jco";
import { beforeAll, describe, expect, it } from "vitest";
import { GENERATOR } from "../../build/bindgen.ts";
import { type GeneratedFile, generate } from "../../src/engine/generator.ts";
import { coreModulesOf, readComponent } from "../../src/engine/read-component.ts";
import { markerOf, shellOf } from "../../src/engine/shell.ts";
import { type Fixture, greeter, validComponents } from "../component-fixtures/components.ts";

let fixtures: readonly Fixture[];
let compiled: WebAssembly.Module;

beforeAll(async () => {
  fixtures = await validComponents();
  compiled = new WebAssembly.Module(readFileSync(GENERATOR));
});

describe("the shell of a component", () => {
  it("gives the same JavaScript, byte for byte, as jco makes of the whole component", async () => {
    for (const { name, bytes } of fixtures) {
      const options = { name: "component", instantiation: "sync", multiMemory: true, noComponentErrorWrapping: true };
      const { files } = await transpile(bytes, options as Parameters<typeof transpile>[1]);
      const ours = generate(compiled, shell(bytes)).find((file) => file.name === "component.js");
      expect(text(ours), name).toBe(Buffer.from(files["component.js"] ?? []).toString());
    }
  });

  it("leads from every module that the glue asks for back to the original", () => {
    for (const { name, bytes } of fixtures) {
      const modules = coreModulesOf(readComponent(bytes).component);
      const fromWhole = new Map(wasmFiles(generate(compiled, bytes)).map((file) => [file.name, file.bytes]));
      for (const file of wasmFiles(generate(compiled, shell(bytes)))) {
        const original = modules[markerOf(file.bytes) ?? -1];
        const found = original === undefined ? file.bytes : bytes.subarray(original.start, original.end);
        expect(Buffer.from(found).equals(fromWhole.get(file.name) ?? new Uint8Array()), `${name}: ${file.name}`).toBe(
          true,
        );
      }
    }
  });

  it("is a component that passes the same checks", () => {
    for (const { name, bytes } of fixtures) {
      const { info } = readComponent(bytes);
      expect(readComponent(shell(bytes)).info, name).toEqual({ ...info, bytes: expect.any(Number) });
    }
  });

  it("holds neither code nor data nor custom sections of the original", async () => {
    const bytes = await greeter();
    expect(Buffer.from(bytes).includes("http://example.com/")).toBe(true);
    expect(Buffer.from(shell(bytes)).includes("http://example.com/")).toBe(false);
    const custom = fixtures.find(({ name }) => name === "custom sections")?.bytes ?? new Uint8Array();
    expect(Buffer.from(custom).includes("component-type:evil")).toBe(true);
    expect(Buffer.from(shell(custom)).includes("component-type:evil")).toBe(false);
  });
});

describe("the marker of a module", () => {
  it("is not found in what carries none", () => {
    expect(markerOf(new Uint8Array())).toBeUndefined();
    expect(markerOf(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0))).toBeUndefined();
  });
});

describe("the generator", () => {
  it("says why it refuses a component, without ending the process", () => {
    const strange = Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0, 99, 0);
    expect(() => generate(compiled, strange)).toThrow(/The bindings generator refused the component/);
  });
});

function shell(bytes: Uint8Array): Uint8Array {
  return shellOf(bytes, readComponent(bytes).component);
}

function wasmFiles(files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.filter((file) => file.name.endsWith(".wasm"));
}

function text(file: GeneratedFile | undefined): string {
  return Buffer.from(file?.bytes ?? []).toString();
}
