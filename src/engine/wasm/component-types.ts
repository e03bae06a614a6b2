import { readAlias } from "./aliases.ts";
import { readExternType } from "./externs.ts";
import { asynchronous, malformed } from "./malformed.ts";
import { externName, label } from "./names.ts";
import type { Reader } from "./reader.ts";
import { readValueType } from "./value-type.ts";
import { eachOf, type Spent, WALK_CAPS } from "./walk.ts";

/** Reads one type definition: a function, a resource, a value, or the type of an instance or a component. */
export function readType(reader: Reader, spent: Spent, depth = 0): void {
  if (depth > WALK_CAPS.depth) throw malformed(reader.offset, `types nested deeper than ${WALK_CAPS.depth}`);
  const code = reader.peek();
  if (code === TYPE.function) readFunctionType(reader, spent);
  else if (code === TYPE.component || code === TYPE.instance) readDeclarations(reader, spent, depth);
  else if (code === TYPE.resource) readResourceType(reader);
  else if (code === TYPE.asyncFunction || code === TYPE.asyncResource) throw asynchronous(reader.offset);
  else readValueTypeDefinition(reader, spent);
}

const TYPE = {
  resource: 0x3f,
  asyncResource: 0x3e,
  function: 0x40,
  component: 0x41,
  instance: 0x42,
  asyncFunction: 0x43,
  future: 0x65,
  stream: 0x66,
  borrow: 0x68,
  own: 0x69,
  result: 0x6a,
  option: 0x6b,
  enumeration: 0x6d,
  flags: 0x6e,
  tuple: 0x6f,
  list: 0x70,
  variant: 0x71,
  record: 0x72,
  string: 0x73,
  bool: 0x7f,
} as const;

function readFunctionType(reader: Reader, spent: Spent): void {
  reader.u8();
  eachOf(reader, spent, () => readLabelled(reader));
  const offset = reader.offset;
  const form = reader.u8();
  if (form === 0) readValueType(reader);
  else if (form === 1) reader.expect(0, "form of function result");
  else throw malformed(offset, `unknown form of function result 0x${form.toString(16)}`);
}

function readResourceType(reader: Reader): void {
  reader.u8();
  reader.expect(0x7f, "representation of a resource");
  optional(reader, () => reader.u32());
}

function readDeclarations(reader: Reader, spent: Spent, depth: number): void {
  const ofComponent = reader.u8() === TYPE.component;
  eachOf(reader, spent, () => {
    const offset = reader.offset;
    const code = reader.u8();
    if (code === 1) readType(reader, spent, depth + 1);
    else if (code === 2) readAlias(reader);
    else if (code === 4 || (code === 3 && ofComponent)) {
      externName(reader);
      readExternType(reader);
    } else throw malformed(offset, `unknown declaration 0x${code.toString(16)} in a type`);
  });
}

function readValueTypeDefinition(reader: Reader, spent: Spent): void {
  const code = reader.peek();
  if (code === TYPE.stream || code === TYPE.future) throw asynchronous(reader.offset);
  const definition = DEFINITIONS.get(code);
  if (definition === undefined) readPrimitive(reader);
  else {
    reader.u8();
    definition(reader, spent);
  }
}

/** A definition may also be a primitive by itself, but not a bare index. */
function readPrimitive(reader: Reader): void {
  const offset = reader.offset;
  const code = reader.u8();
  if (code < TYPE.string || code > TYPE.bool) throw malformed(offset, `unknown type code 0x${code.toString(16)}`);
}

const DEFINITIONS = new Map<number, (reader: Reader, spent: Spent) => void>([
  [TYPE.record, (reader, spent) => eachOf(reader, spent, () => readLabelled(reader))],
  [TYPE.variant, (reader, spent) => eachOf(reader, spent, () => readCase(reader))],
  [TYPE.flags, (reader, spent) => eachOf(reader, spent, () => label(reader))],
  [TYPE.enumeration, (reader, spent) => eachOf(reader, spent, () => label(reader))],
  [TYPE.tuple, (reader, spent) => eachOf(reader, spent, () => readValueType(reader))],
  [TYPE.list, (reader) => readValueType(reader)],
  [TYPE.option, (reader) => readValueType(reader)],
  [TYPE.own, (reader) => reader.u32()],
  [TYPE.borrow, (reader) => reader.u32()],
  [TYPE.result, readResult],
]);

function readResult(reader: Reader): void {
  optional(reader, () => readValueType(reader));
  optional(reader, () => readValueType(reader));
}

function readLabelled(reader: Reader): void {
  label(reader);
  readValueType(reader);
}

function readCase(reader: Reader): void {
  label(reader);
  optional(reader, () => readValueType(reader));
  reader.expect(0, "refinement of a case");
}

function optional(reader: Reader, value: () => void): void {
  const offset = reader.offset;
  const present = reader.u8();
  if (present > 1) throw malformed(offset, `unknown marker of an optional part 0x${present.toString(16)}`);
  if (present === 1) value();
}
