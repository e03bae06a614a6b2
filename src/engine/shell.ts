import type { Component, ComponentSection } from "./wasm/component.ts";
import { CORE, type CoreModule } from "./wasm/core-module.ts";
import { Reader } from "./wasm/reader.ts";
import { PREAMBLE_BYTES, type Section } from "./wasm/sections.ts";

/**
 * The component with the inside of every core module taken out.
 *
 * What the generator reads of a module is its types, imports and exports. Code, data, elements, start functions and
 * every custom section (also an incoming `component-type`, which the generator would believe) stay behind, and of the
 * functions only the exported ones remain, as stubs. The generator's JavaScript is byte for byte the same and costs no
 * more for 12 MB than for 12 KB. Each module ends with a marker by which `markerOf` finds the original.
 */
export function shellOf(bytes: Uint8Array, component: Component): Uint8Array {
  return concat(shellOfComponent(bytes, component, { next: 0 }));
}

/** Which module of the original a shell module stands for, counted in file order; undefined for modules made by the generator. */
export function markerOf(module: Uint8Array): number | undefined {
  const at = module.length - MARKER_BYTES;
  if (at < PREAMBLE_BYTES || MARKER_HEADER.some((byte, index) => module[at + index] !== byte)) return undefined;
  return new DataView(module.buffer, module.byteOffset + at + MARKER_HEADER.length, 4).getUint32(0, true);
}

/** A custom section of seven bytes named `#i`, then the index. */
const MARKER_HEADER = [CORE.custom, 7, 2, 0x23, 0x69];
const MARKER_BYTES = MARKER_HEADER.length + 4;
const COMPONENT_CUSTOM = 0;

function shellOfComponent(bytes: Uint8Array, component: Component, marker: { next: number }): Uint8Array[] {
  const preamble = bytes.subarray(component.start, component.start + PREAMBLE_BYTES);
  return [preamble, ...component.sections.flatMap((section) => shellOfSection(bytes, section, marker))];
}

function shellOfSection(bytes: Uint8Array, section: ComponentSection, marker: { next: number }): Uint8Array[] {
  if (section.id === COMPONENT_CUSTOM) return [];
  if (section.module !== undefined) return framed(section.id, shellOfModule(bytes, section.module, marker));
  if (section.component !== undefined) return framed(section.id, shellOfComponent(bytes, section.component, marker));
  return [bytes.subarray(section.at, section.end)];
}

function shellOfModule(bytes: Uint8Array, module: CoreModule, marker: { next: number }): Uint8Array[] {
  const functions = keptFunctions(bytes, module);
  const sections = module.sections.flatMap((section) => shellOfCoreSection(bytes, module, section, functions));
  return [bytes.subarray(module.start, module.start + PREAMBLE_BYTES), ...sections, markerSection(marker.next++)];
}

/** Sections that hold no names and no types the outside can see, plus custom ones. */
const DROPPED: ReadonlySet<number> = new Set([CORE.custom, CORE.start, CORE.element, CORE.dataCount, CORE.data]);

function shellOfCoreSection(
  bytes: Uint8Array,
  module: CoreModule,
  section: Section,
  kept: readonly number[],
): Uint8Array[] {
  if (DROPPED.has(section.id)) return [];
  if (section.id === CORE.function) return framed(section.id, functionTypes(bytes, section, kept));
  if (section.id === CORE.code) return framed(section.id, stubBodies(kept.length));
  if (section.id === CORE.export) return framed(section.id, exportEntries(module, kept));
  return [bytes.subarray(section.at, section.end)];
}

/**
 * Which of the module's own functions stay, in order.
 *
 * A global or table initialiser may refer to any function (opcode 0xd2, `ref.func`). Where that byte occurs at all,
 * every function stays: rare, slower, and never wrong.
 */
function keptFunctions(bytes: Uint8Array, module: CoreModule): number[] {
  const refers = module.sections.some(
    ({ id, start, end }) => (id === CORE.global || id === CORE.table) && bytes.subarray(start, end).includes(REF_FUNC),
  );
  if (refers) return Array.from({ length: module.functions }, (_, index) => index);
  const imported = importedFunctions(module);
  const exported = module.exports.filter((entry) => entry.kind === "function" && entry.index >= imported);
  return [...new Set(exported.map((entry) => entry.index - imported))].sort((one, other) => one - other);
}

const REF_FUNC = 0xd2;

function importedFunctions(module: CoreModule): number {
  return module.imports.filter((entry) => entry.kind === "function").length;
}

function functionTypes(bytes: Uint8Array, section: Section, kept: readonly number[]): Uint8Array[] {
  const reader = new Reader(bytes, section.start, section.end);
  const types = Array.from({ length: reader.u32() }, () => reader.u32());
  const keptTypes = kept.flatMap((index) => (types[index] === undefined ? [] : [types[index]]));
  return [leb(keptTypes.length), ...keptTypes.map(leb)];
}

/** Bodies of three bytes: no locals, `unreachable`, `end`. */
function stubBodies(count: number): Uint8Array[] {
  const bodies = new Uint8Array(count * STUB_BODY.length);
  for (let at = 0; at < bodies.length; at += STUB_BODY.length) bodies.set(STUB_BODY, at);
  return [leb(count), bodies];
}

const STUB_BODY = [3, 0x00, 0x00, 0x0b];

function exportEntries(module: CoreModule, kept: readonly number[]): Uint8Array[] {
  const imported = importedFunctions(module);
  const place = new Map(kept.map((index, at) => [imported + index, imported + at]));
  const entries = module.exports.flatMap(({ name, kind, index }) => {
    const moved = kind === "function" ? (place.get(index) ?? index) : index;
    return [leb(name.length), ascii(name), Uint8Array.of(EXPORT_CODES[kind]), leb(moved)];
  });
  return [leb(module.exports.length), ...entries];
}

const EXPORT_CODES = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;

function markerSection(index: number): Uint8Array {
  const section = new Uint8Array(MARKER_BYTES);
  section.set(MARKER_HEADER);
  new DataView(section.buffer).setUint32(MARKER_HEADER.length, index, true);
  return section;
}

function framed(id: number, content: readonly Uint8Array[]): Uint8Array[] {
  const length = content.reduce((sum, chunk) => sum + chunk.length, 0);
  return [Uint8Array.of(id), leb(length), ...content];
}

function leb(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(chunks);
}
