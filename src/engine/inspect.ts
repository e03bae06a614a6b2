import type { ComponentInfo } from "./prepared.ts";
import { checkSize, readComponent } from "./read-component.ts";
import { walkCoreModule } from "./wasm/core-module.ts";
import { kindOf } from "./wasm/sections.ts";
import { nothingSpent } from "./wasm/walk.ts";

/**
 * Reads what a component or a core module is, imports and exports, without running or transpiling anything.
 *
 * @throws SandboxError `invalid-component` when the bytes are neither or break a rule of the format, a name or a cap;
 * `refused` when they use component-model async or another thing that wasm-sandbox does not run
 */
export function inspectComponent(bytes: Uint8Array): ComponentInfo {
  checkSize(bytes);
  return kindOf(bytes) === "module" ? inspectModule(bytes) : readComponent(bytes).info;
}

function inspectModule(bytes: Uint8Array): ComponentInfo {
  const module = walkCoreModule(bytes, 0, bytes.length, nothingSpent());
  return {
    kind: "module",
    bytes: bytes.length,
    imports: module.imports.map(({ module: from, name }) => `${from}.${name}`),
    exports: module.exports.map(({ name }) => name),
    coreModules: 1,
    coreInstances: 1,
    memories: module.memories,
  };
}
