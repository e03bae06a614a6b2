import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const LOADER = join(import.meta.dirname, "../../src/guest/loader.ts");
const RATIONS = join(import.meta.dirname, "../../src/guest/rations.ts");

/** A module with a valid function, which is called, and an invalid one, which is not. */
const HALF_BROKEN = [
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7f],
  ...[0x03, 0x03, 0x02, 0x00, 0x00],
  ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00],
  ...[0x0a, 0x0a, 0x02, 0x04, 0x00, 0x41, 0x2a, 0x0b, 0x03, 0x00, 0x6a, 0x0b],
];
const GLUE = "(function (getCoreModule) { return new WebAssembly.Instance(getCoreModule('m')).exports })";

describe("loading a prepared component", () => {
  it("validates every function before the first one runs when it is told to, whatever flags the process has", () => {
    expect(loaded({ validate: true }, ["--wasm-lazy-validation"])).toMatch(
      /^CompileError: .*Compiling function #1 failed/,
    );
    expect(loaded({ validate: true }, [])).toMatch(/^CompileError/);
  });

  it("leaves that to the first call of each when the modules are known to be valid", () => {
    expect(loaded({}, ["--wasm-lazy-validation"])).toBe("42");
  });

  it("runs the source when the code cache is of another making", () => {
    expect(loaded({ codeCache: "new Uint8Array(100)" }, ["--wasm-lazy-validation"])).toBe("42");
  });

  it("runs strict code that cannot make code from text", () => {
    const source = '"use strict";(function () { return { f: () => typeof this + typeof eval("1") } })';
    expect(loaded({ source }, ["--disallow-code-generation-from-strings"])).toMatch(/^EvalError/);
  });
});

/** What the component's function gives, or the error, in a process of its own with these flags. */
function loaded(
  {
    validate = false,
    codeCache = "undefined",
    source = GLUE,
  }: { validate?: boolean; codeCache?: string; source?: string },
  flags: readonly string[],
): string {
  const program = `
    const { load } = await import(${JSON.stringify(LOADER)});
    const { Rations } = await import(${JSON.stringify(RATIONS)});
    const bytes = Uint8Array.from(${JSON.stringify(HALF_BROKEN)});
    const loading = { source: ${JSON.stringify(source)}, codeCache: ${codeCache}, moduleOf: () => ({ bytes, edits: new Uint8Array(12) }), rations: new Rations({ pages: 1, elements: 1 }), imports: {}, validate: ${validate} };
    try { process.stdout.write(String(load(loading).f())) } catch (error) { process.stdout.write(String(error)) }`;
  const args = ["--no-warnings", ...flags, "--input-type=module", "-e", program];
  return execFileSync(process.execPath, args, { encoding: "utf8" });
}
