import { malformed } from "./malformed.ts";
import type { Reader } from "./reader.ts";
import { readValueType } from "./value-type.ts";

/** What an import or an export of a component is; an interface is an instance. */
export type ExternKind = "core module" | "function" | "value" | "type" | "component" | "interface";

/** Reads the type of an import or export. */
export function readExternType(reader: Reader): ExternKind {
  const offset = reader.offset;
  const code = reader.u8();
  const kind = KINDS[code];
  if (kind === undefined) throw malformed(offset, `unknown kind of import or export 0x${code.toString(16)}`);
  if (kind === "type") readTypeBound(reader);
  else if (kind === "value") readValueBound(reader);
  else {
    if (kind === "core module") reader.expect(0x11, "core sort");
    reader.u32();
  }
  return kind;
}

/** Reads a sort: what an index counts. Only these core sorts exist outside core types. */
export function readSort(reader: Reader): ExternKind | "core" {
  const offset = reader.offset;
  const code = reader.u8();
  const kind = KINDS[code];
  if (kind === undefined) throw malformed(offset, `unknown sort 0x${code.toString(16)}`);
  if (code !== 0) return kind;
  const core = reader.u8();
  if (core === 0x11) return "core module";
  if (core > 3 && core !== 0x12) throw malformed(offset, `unknown core sort 0x${core.toString(16)}`);
  return "core";
}

const KINDS: readonly ExternKind[] = ["core module", "function", "value", "type", "component", "interface"];

function readTypeBound(reader: Reader): void {
  const offset = reader.offset;
  const bound = reader.u8();
  if (bound === 0) reader.u32();
  else if (bound !== 1) throw malformed(offset, `unknown type bound 0x${bound.toString(16)}`);
}

function readValueBound(reader: Reader): void {
  const offset = reader.offset;
  const bound = reader.u8();
  if (bound === 0) reader.u32();
  else if (bound === 1) readValueType(reader);
  else throw malformed(offset, `unknown value bound 0x${bound.toString(16)}`);
}
