import type { ComponentInfo } from "./prepared.ts";
import { checkSize, readComponent, readModule } from "./read-component.ts";
import { kindOf } from "./wasm/sections.ts";

/**
 * Reads what a component or a core module is, imports and exports, without running or transpiling anything.
 *
 * @throws SandboxError `invalid-component` when the bytes are neither or break a rule of the format, a name or a cap;
 * `refused` when they use component-model async or another thing that wasm-sandbox does not run
 */
export function inspectComponent(bytes: Uint8Array): ComponentInfo {
  checkSize(bytes);
  return kindOf(bytes) === "module" ? readModule(bytes) : readComponent(bytes).info;
}
