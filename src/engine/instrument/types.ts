import { skipValueType } from "../wasm/core-module.ts";
import { malformed } from "../wasm/malformed.ts";
import type { Reader } from "../wasm/reader.ts";

export interface FunctionType {
  /** Where its parameters start. */
  readonly at: number;
  readonly parameters: number;
  readonly results: number;
}

type Types = (FunctionType | undefined)[];

/** The types of a module by index: functions, and places that structures and arrays take. */
export function readTypes(reader: Reader | undefined): Types {
  const types: Types = [];
  if (reader === undefined) return types;
  for (let left = reader.u32(); left > 0; left -= 1) readGroup(reader, types);
  reader.finish("the type section");
  return types;
}

function readGroup(reader: Reader, types: Types): void {
  let count = 1;
  if (reader.peek() === RECURSIVE) {
    reader.u8();
    count = reader.u32();
  }
  for (let left = count; left > 0; left -= 1) readSubtype(reader, types);
}

function readSubtype(reader: Reader, types: Types): void {
  const form = reader.peek();
  if (form === SUB || form === SUB_FINAL) {
    reader.u8();
    for (let left = reader.u32(); left > 0; left -= 1) reader.u32();
  }
  types.push(readComposite(reader));
}

function readComposite(reader: Reader): FunctionType | undefined {
  const form = reader.u8();
  if (form === FUNCTION) {
    return { at: reader.offset, parameters: skipValueTypes(reader), results: skipValueTypes(reader) };
  }
  if (form === ARRAY) skipField(reader);
  else if (form === STRUCTURE) for (let left = reader.u32(); left > 0; left -= 1) skipField(reader);
  else throw malformed(reader.offset - 1, `unknown form of type 0x${form.toString(16)}`);
  return undefined;
}

function skipValueTypes(reader: Reader): number {
  const count = reader.u32();
  for (let left = count; left > 0; left -= 1) skipValueType(reader);
  return count;
}

/** A field may also be of 8 or 16 bits, and says whether it can change. */
function skipField(reader: Reader): void {
  if (PACKED.has(reader.peek())) reader.u8();
  else skipValueType(reader);
  reader.u8();
}

const PACKED: ReadonlySet<number> = new Set([0x77, 0x78]);
const RECURSIVE = 0x4e;
const SUB_FINAL = 0x4f;
const SUB = 0x50;
const ARRAY = 0x5e;
const STRUCTURE = 0x5f;
const FUNCTION = 0x60;
