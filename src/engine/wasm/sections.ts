import { malformed } from "./malformed.ts";
import { Reader } from "./reader.ts";
import { type Spent, spend } from "./walk.ts";

export interface Section {
  readonly id: number;
  /** Where its header starts. */
  readonly at: number;
  /** Where its content starts and ends. */
  readonly start: number;
  readonly end: number;
}

export type WasmKind = "component" | "module";

/** What the first eight bytes say; undefined when they are not WebAssembly that we know. */
export function kindOf(bytes: Uint8Array, start = 0): WasmKind | undefined {
  const is = (preamble: readonly number[]) => preamble.every((byte, index) => bytes[start + index] === byte);
  if (is(COMPONENT_PREAMBLE)) return "component";
  return is(MODULE_PREAMBLE) ? "module" : undefined;
}

/** The sections between the preamble at `start` and `end`, which they must fill exactly. */
export function sectionsOf(bytes: Uint8Array, start: number, end: number, spent: Spent): Section[] {
  const sections: Section[] = [];
  const reader = new Reader(bytes, start + PREAMBLE_BYTES, end);
  while (reader.remaining > 0) {
    const at = reader.offset;
    spend(spent, "sections", 1, at);
    const id = reader.u8();
    const content = reader.part(reader.u32());
    sections.push({ id, at, start: content.offset, end: content.offset + content.remaining });
  }
  return sections;
}

/** Refuses a nested stretch that is not the kind its section promises: a module inside `component` bytes, or text. */
export function expectKind(bytes: Uint8Array, section: Section, kind: WasmKind): void {
  const room = section.end - section.start;
  if (room < PREAMBLE_BYTES || kindOf(bytes, section.start) !== kind) {
    throw malformed(section.start, `a section that must hold a ${kind} does not`);
  }
}

export const PREAMBLE_BYTES = 8;
const MODULE_PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const COMPONENT_PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];
