import { SandboxError } from "../errors.ts";
import { FIXED_LIMITS, MIB } from "../policy/limits.ts";
import { importTypes } from "./import-types.ts";
import type { ComponentInfo } from "./prepared.ts";
import { type Component, walkComponent } from "./wasm/component.ts";
import { type CoreModule, walkCoreModule } from "./wasm/core-module.ts";
import { add, demandOfModule, NO_DEMAND } from "./wasm/demand.ts";
import { kindOf } from "./wasm/sections.ts";
import { nothingSpent } from "./wasm/walk.ts";

/** A component whose every encoding is known, whose every name is checked, and whose every cap holds. */
export interface CheckedComponent {
  readonly info: ComponentInfo;
  readonly component: Component;
}

/**
 * Reads and checks a component without running or transpiling anything.
 *
 * @throws SandboxError `invalid-component` when the bytes are none or break a rule of the format, a name or a cap;
 * `refused` when they use component-model async or another thing that wasm-sandbox does not run
 */
export function readComponent(bytes: Uint8Array): CheckedComponent {
  checkSize(bytes);
  const kind = kindOf(bytes);
  if (kind === "module") {
    throw new SandboxError("invalid-component", "Not a component: this is a core module", MODULE_HINT);
  }
  if (kind === undefined) throw new SandboxError("invalid-component", notWasm(bytes));
  const spent = nothingSpent();
  const component = walkComponent(bytes, 0, bytes.length, spent);
  return { info: infoOf(bytes, component, spent.coreModules), component };
}

/**
 * Reads and checks a core module without running any of it.
 *
 * @throws SandboxError `invalid-component` when the bytes break a rule of the format, a name or a cap
 */
export function readModule(bytes: Uint8Array): ComponentInfo {
  const module = walkCoreModule(bytes, 0, bytes.length, nothingSpent());
  const { memories } = add(NO_DEMAND, demandOfModule(module), 0);
  return {
    kind: "module",
    bytes: bytes.length,
    imports: module.imports.map(({ module: from, name }) => `${from}.${name}`),
    exports: module.exports.map(({ name }) => name),
    importTypes: importTypes(bytes, module),
    coreModules: 1,
    coreInstances: 1,
    memories,
  };
}

/** Every core module of a component in file order, nested ones included. */
export function coreModulesOf(component: Component): CoreModule[] {
  return component.sections.flatMap((section) => {
    if (section.module !== undefined) return [section.module];
    return section.component === undefined ? [] : coreModulesOf(section.component);
  });
}

/** @throws SandboxError `invalid-component` when the file is larger than anything that we read */
export function checkSize(bytes: Uint8Array): void {
  const cap = FIXED_LIMITS.componentBytes;
  if (bytes.length <= cap) return;
  throw new SandboxError("invalid-component", `A component of ${bytes.length} bytes is larger than ${cap / MIB} MiB`);
}

const MODULE_HINT = { hint: "Build it as a component, for example with jco componentize or wasm-tools component new" };

function infoOf(bytes: Uint8Array, { imports, exports, demand }: Component, coreModules: number): ComponentInfo {
  return {
    kind: "component",
    bytes: bytes.length,
    imports: imports.map(({ name }) => name),
    exports: exports.map(({ name }) => name),
    importTypes: [],
    coreModules,
    coreInstances: demand.coreInstances,
    memories: demand.memories,
  };
}

function notWasm(bytes: Uint8Array): string {
  if (bytes.length === 0) return "Not a component: the file is empty";
  if (bytes[0] === OPENING_BRACE) return "Not a component: this is text; assemble it first";
  return "Not a component: the file does not start like one";
}

/** The text format starts with `(component`. */
const OPENING_BRACE = 0x28;
