import { createHash } from "node:crypto";
import { statSync, utimesSync } from "node:fs";
import type { Entry } from "../../../../src/engine/cache/entry.ts";
import { cacheKey } from "../../../../src/engine/cache/key.ts";
import { entryPath } from "../../../../src/engine/cache/names.ts";

/** An entry with every kind of part that there is. */
export const entry: Entry = {
  digest: "00".repeat(32),
  source: "(function instantiate() {})",
  codeCache: Uint8Array.of(1, 2, 3),
  modules: [
    { name: "component.core.wasm", at: [8, 100], edits: Uint8Array.of(6, 7, 8) },
    { name: "component.core2.wasm", at: Uint8Array.of(4, 5), edits: Uint8Array.of(9) },
    { name: "component.core3.wasm", at: new Uint8Array(), edits: new Uint8Array() },
  ],
  info: {
    kind: "component",
    bytes: 120,
    imports: ["a:b/c"],
    exports: [],
    importTypes: [],
    coreModules: 2,
    coreInstances: 2,
    memories: 1,
  },
};

/** Key of the n-th component of a test. */
export function keyNumber(n: number): string {
  return cacheKey(createHash("sha256").update(String(n)).digest("hex"));
}

/** Views of the same bytes are equal, whatever buffer they are in. */
export function plain(found: Entry | undefined): unknown {
  const { codeCache, modules = [], ...rest } = found ?? {};
  const bytesOf = (view: Uint8Array | undefined) => view && [...view];
  return {
    ...rest,
    codeCache: bytesOf(codeCache),
    modules: modules.map(({ name, at, edits }) => [name, [...at], [...edits]]),
  };
}

/** As if the file had last been used so long ago. */
export function age(path: string, milliseconds: number): void {
  const then = (Date.now() - milliseconds) / 1000;
  utimesSync(path, then, then);
}

export function ageOf(folder: string, key: string): number {
  return Date.now() - statSync(entryPath(folder, key)).mtimeMs;
}
