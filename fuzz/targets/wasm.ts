import assert from "node:assert/strict";
import fc from "fast-check";
import { inspectComponent } from "../../src/engine/inspect.ts";
import { coreModulesOf, readComponent } from "../../src/engine/read-component.ts";
import { type CoreModule, walkCoreModule } from "../../src/engine/wasm/core-module.ts";
import { kindOf } from "../../src/engine/wasm/sections.ts";
import { nothingSpent } from "../../src/engine/wasm/walk.ts";
import { SandboxError } from "../../src/errors.ts";
import { edgeU32, fromHex } from "../bytes.ts";
import { defineTarget } from "../target.ts";
import { applyEdits, type Edit } from "./wasm-edits.ts";
import { SAMPLES, sample } from "./wasm-samples.ts";

/** A hang guard, far above what any input of this size needs. */
const HANGS_MS = 10_000;

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom("set", "flip", "remove", "double", "number", "dropSection", "doubleSection", "swapSections"),
  at: fc.nat(0x7fff_ffff),
  length: fc.integer({ min: 1, max: 24 }),
  value: edgeU32,
});

/** The walker of WebAssembly files: what V8 takes and we take has the same names for both; nothing else but an error. */
export const wasm = defineTarget({
  name: "wasm",
  inputs: fc.record({ sample: fc.constantFrom(...SAMPLES), edits: fc.array(edit, { maxLength: 4 }) }),
  gateRuns: 300,
  async check({ sample: name, edits }) {
    const original = name.startsWith("hex:") ? fromHex(name.slice("hex:".length)) : await sample(name);
    const bytes = applyEdits(original, edits);
    const started = performance.now();
    const modules = modulesIn(bytes);
    assert(performance.now() - started < HANGS_MS, "the walk does not end");
    for (const module of modules) checkAgainstV8(bytes, module);
    if (kindOf(bytes) === "module" && modules.length === 0) checkRefusal(bytes);
  },
});

/** Every core module of a file that the walker takes; none when it refuses. */
function modulesIn(bytes: Uint8Array<ArrayBuffer>): readonly CoreModule[] {
  try {
    inspectComponent(bytes);
    return kindOf(bytes) === "module"
      ? [walkCoreModule(bytes, 0, bytes.length, nothingSpent())]
      : coreModulesOf(readComponent(bytes).component);
  } catch (error) {
    assert(error instanceof SandboxError, String(error));
    return [];
  }
}

function checkAgainstV8(file: Uint8Array<ArrayBuffer>, { start, end, imports, exports }: CoreModule): void {
  const bytes = file.slice(start, end);
  if (!WebAssembly.validate(bytes)) return;
  const module = new WebAssembly.Module(bytes);
  assert.deepEqual(
    imports.map(({ module: from, name, kind }) => ({ module: from, name, kind })),
    WebAssembly.Module.imports(module).map(({ module: from, name, kind }) => ({ module: from, name, kind })),
  );
  assert.deepEqual(
    exports.map(({ name, kind }) => ({ name, kind })),
    WebAssembly.Module.exports(module).map(({ name, kind }) => ({ name, kind })),
  );
}

/** What V8 takes and we do not: names that we hold to less, and features that we do not run. Nothing else. */
function checkRefusal(bytes: Uint8Array<ArrayBuffer>): void {
  if (!WebAssembly.validate(bytes)) return;
  assert.throws(() => inspectComponent(bytes), { message: STRICTER });
}

const STRICTER =
  /is not printable ASCII|has a quote or a backslash|contains |is reserved|is longer than|64-bit memories|more than \d+ /;
