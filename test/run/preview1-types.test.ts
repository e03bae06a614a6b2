import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { factsOf } from "../../src/engine/instrument/facts.ts";
import { walkCoreModule } from "../../src/engine/wasm/core-module.ts";
import { nothingSpent } from "../../src/engine/wasm/walk.ts";
import { PREVIEW1_FUNCTIONS } from "../../src/guest/preview1/functions.ts";
import { preview1Type } from "../../src/run/preview1-types.ts";
import { ROOT } from "../support/cli.ts";

/** It exports every function of preview1. */
const ADAPTER = "node_modules/@bytecodealliance/jco/lib/wasi_snapshot_preview1.command.wasm";

test("every function of preview1 has as many parameters and results as the adapter gives it, and of the same types", () => {
  const bytes = new Uint8Array(readFileSync(join(ROOT, ADAPTER)));
  const module = walkCoreModule(bytes, 0, bytes.length, nothingSpent());
  const { functions, types } = factsOf(bytes, module);
  const exported = new Map(module.exports.map(({ name, index }) => [name, types[functions[index] ?? -1]]));
  const NAMES: Readonly<Record<number, string>> = { 127: "i32", 126: "i64" };
  for (const name of PREVIEW1_FUNCTIONS) {
    const type = exported.get(name);
    if (type === undefined) throw new Error(`the adapter has no ${name}`);
    const list = (from: number, count: number) =>
      Array.from(bytes.subarray(from, from + count), (byte) => NAMES[byte]).join(", ");
    const parameters = list(type.at + 1, type.parameters);
    const results = list(type.at + 2 + type.parameters, type.results);
    expect(preview1Type(name), name).toBe(`(${parameters}) -> (${results})`);
  }
});
