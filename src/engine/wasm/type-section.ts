import { asynchronous, malformed } from "./malformed.ts";
import { label } from "./names.ts";
import type { Reader } from "./reader.ts";
import { eachOf, type Spent } from "./walk.ts";
import { type Case, type FunctionType, type Labelled, PRIMITIVES, type WitType } from "./wit-type.ts";

/** Where an index of a value type leads. */
export type TypeAt = (index: number, offset: number) => WitType;

/** Reads a function type behind its type code. */
export function readFunction(reader: Reader, spent: Spent, typeAt: TypeAt): FunctionType {
  const parameters: Labelled[] = [];
  eachOf(reader, spent, () => parameters.push(readLabelled(reader, typeAt)));
  if (reader.u8() === 0) return { parameters, result: readUse(reader, typeAt) };
  reader.expect(0, "form of function result");
  return { parameters, result: undefined };
}

/** Reads the definition of a value type. */
export function readDefinition(reader: Reader, spent: Spent, typeAt: TypeAt): WitType {
  const offset = reader.offset;
  const code = reader.u8();
  const each = <T>(read: () => T): T[] => {
    const found: T[] = [];
    eachOf(reader, spent, () => found.push(read()));
    return found;
  };
  switch (code) {
    case 0x72: {
      const fields = each(() => readLabelled(reader, typeAt));
      return {
        kind: "record",
        fields,
        depth: above(
          offset,
          fields.map(({ type }) => type),
        ),
      };
    }
    case 0x71: {
      const cases = each(() => readCase(reader, typeAt));
      return {
        kind: "variant",
        cases,
        depth: above(
          offset,
          cases.map(({ type }) => type),
        ),
      };
    }
    case 0x70:
    case 0x6b: {
      const of = readUse(reader, typeAt);
      return { kind: code === 0x70 ? "list" : "option", of, depth: above(offset, [of]) };
    }
    case 0x6f: {
      const items = each(() => readUse(reader, typeAt));
      return { kind: "tuple", items, depth: above(offset, items) };
    }
    case 0x6e:
      return { kind: "flags", names: each(() => label(reader)), depth: 1 };
    case 0x6d:
      return { kind: "enum", names: each(() => label(reader)), depth: 1 };
    case 0x6a: {
      const ok = optional(reader, () => readUse(reader, typeAt));
      const err = optional(reader, () => readUse(reader, typeAt));
      return { kind: "result", ok, err, depth: above(offset, [ok, err]) };
    }
    case 0x69:
    case 0x68: {
      const of = typeAt(reader.u32(), offset);
      return { kind: code === 0x69 ? "own" : "borrow", of, depth: above(offset, [of]) };
    }
    default:
      return primitive(code, offset);
  }
}

/** Reads a type where it is used: a primitive, or the index of a defined one. */
function readUse(reader: Reader, typeAt: TypeAt): WitType {
  const offset = reader.offset;
  const code = reader.peek();
  if ((code >= STRING && code <= BOOL) || ASYNCHRONOUS.has(code)) return primitive(reader.u8(), offset);
  return typeAt(reader.typeIndex(), offset);
}

function readLabelled(reader: Reader, typeAt: TypeAt): Labelled {
  return { name: label(reader), type: readUse(reader, typeAt) };
}

function readCase(reader: Reader, typeAt: TypeAt): Case {
  const name = label(reader);
  const type = optional(reader, () => readUse(reader, typeAt));
  reader.expect(0, "refinement of a case");
  return { name, type };
}

function optional<T>(reader: Reader, value: () => T): T | undefined {
  return reader.u8() === 1 ? value() : undefined;
}

/** error-context, future and stream. */
const ASYNCHRONOUS: ReadonlySet<number> = new Set([0x64, 0x65, 0x66]);

/** Primitives are numbered downward from bool. */
const BOOL = 0x7f;
const STRING = 0x73;

function primitive(code: number, offset: number): WitType {
  const kind = PRIMITIVES[BOOL - code];
  if (ASYNCHRONOUS.has(code)) throw asynchronous(offset);
  if (kind === undefined) throw malformed(offset, `unknown type code 0x${code.toString(16)}`);
  return { kind, depth: 1 };
}

function above(offset: number, below: readonly (WitType | undefined)[]): number {
  const depth = below.reduce((most, type) => Math.max(most, type?.depth ?? 0), 0) + 1;
  if (depth > MAX_TYPE_DEPTH) throw malformed(offset, `value types nested deeper than ${MAX_TYPE_DEPTH}`);
  return depth;
}

/** What walks a type or a value of it may recurse; wasm-wave stops at the same depth. */
const MAX_TYPE_DEPTH = 100;
