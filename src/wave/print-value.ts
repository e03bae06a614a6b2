import type { Case, Labelled, WitType } from "../engine/wasm/wit-type.ts";
import { BadBytes, ValueReader } from "../guest/value-bytes.ts";
import { TAG, TYPED_ARRAYS } from "../guest/values.ts";
import { isTagged, jsName } from "./js-shape.ts";
import { Out, WrongShape } from "./out.ts";
import { caseText, leafText, numberText } from "./print-leaf.ts";

/**
 * WAVE text of a value that came from a guest as bytes (`guest/values.ts`), which are read along the type: whatever
 * they claim, nothing is built of them but the text.
 *
 * @param maxLength of the text, in bytes of UTF-8
 * @throws WrongShape when the bytes are no value of the type; TooMuchText
 */
export function printValue(bytes: Uint8Array, type: WitType, maxLength: number): string {
  const reader = new ValueReader(bytes);
  const out = new Out(maxLength);
  try {
    print(reader, type, out);
  } catch (error) {
    if (error instanceof BadBytes) throw new WrongShape(error.message);
    throw error;
  }
  if (reader.left > 0) throw new WrongShape(`${reader.left} bytes behind the value`);
  return out.text();
}

function print(reader: ValueReader, type: WitType, out: Out): void {
  switch (type.kind) {
    case "list":
      printList(reader, type.of, out);
      break;
    case "tuple":
      printTuple(reader, type.items, out);
      break;
    case "record":
      printRecord(reader, type.fields, out);
      break;
    case "variant":
      printVariant(reader, type.cases, out);
      break;
    case "flags":
      printFlags(reader, type.names, out);
      break;
    case "option":
      printOption(reader, type, out);
      break;
    case "result":
      printResult(reader, type.ok, type.err, out);
      break;
    default:
      out.add(leafText(reader, type));
  }
}

function printList(reader: ValueReader, of: WitType, out: Out): void {
  const tag = reader.u8();
  if (tag === TAG.typed) printNumbers(reader, of, out);
  else if (tag === TAG.array) printItems(reader, of, out);
  else throw new WrongShape("a list is none");
}

function printItems(reader: ValueReader, of: WitType, out: Out): void {
  const length = reader.count();
  out.add("[");
  for (let index = 0; index < length; index += 1) {
    if (index > 0) out.add(", ");
    print(reader, of, out);
  }
  out.add("]");
}

function printNumbers(reader: ValueReader, of: WitType, out: Out): void {
  const type = TYPED_ARRAYS[reader.u8()];
  const bytes = reader.blob();
  if (type === undefined || bytes.length % type.BYTES_PER_ELEMENT !== 0) throw new WrongShape("a list is none");
  // Elements must be aligned, so the bytes are copied; a Buffer's own slice would not do that.
  const numbers = new type(new Uint8Array(bytes).buffer);
  out.add("[");
  for (const [index, value] of numbers.entries()) out.add(`${index > 0 ? ", " : ""}${numberText(value, of)}`);
  out.add("]");
}

function printTuple(reader: ValueReader, types: readonly WitType[], out: Out): void {
  if (reader.u8() !== TAG.array || reader.count() !== types.length) throw new WrongShape("a tuple is none");
  out.add("(");
  for (const [index, type] of types.entries()) {
    if (index > 0) out.add(", ");
    print(reader, type, out);
  }
  out.add(")");
}

/** Fields that are none are left out. */
function printRecord(reader: ValueReader, fields: readonly Labelled[], out: Out): void {
  if (reader.u8() !== TAG.record || reader.count() !== fields.length) throw new WrongShape("a record is none");
  out.add("{");
  let first = true;
  for (const { name, type } of fields) {
    if (reader.text() !== jsName(name)) throw new WrongShape(`a record is without ${name}`);
    if (type.kind === "option" && takeNone(reader, type)) continue;
    out.add(`${first ? "" : ", "}${name}: `);
    if (type.kind === "option") printSome(reader, type, out);
    else print(reader, type, out);
    first = false;
  }
  out.add(first ? ":}" : "}");
}

function printVariant(reader: ValueReader, cases: readonly Case[], out: Out): void {
  const found = readTagged(reader);
  const one = cases.find(({ name }) => name === found.tag);
  if (one === undefined) throw new WrongShape("a variant has none of its cases");
  out.add(caseText(one.name));
  printPayload(reader, one.type, found.hasValue, out);
}

/** Reads `{ tag, val? }` up to its value. */
function readTagged(reader: ValueReader): { tag: string; hasValue: boolean } {
  if (reader.u8() !== TAG.record) throw new WrongShape("a value with cases is none");
  const count = reader.count();
  if (count < 1 || count > 2 || reader.text() !== "tag" || reader.u8() !== TAG.string) {
    throw new WrongShape("a value with cases has no tag");
  }
  const tag = reader.text();
  if (count === 2 && reader.text() !== "val") throw new WrongShape("a value with cases has something else in it");
  return { tag, hasValue: count === 2 };
}

function printPayload(reader: ValueReader, type: WitType | undefined, hasValue: boolean, out: Out): void {
  if (type === undefined) {
    if (hasValue && reader.u8() !== TAG.undefined) throw new WrongShape("a case holds a value that it cannot");
    return;
  }
  if (!hasValue) throw new WrongShape("a case is without its value");
  out.add("(");
  print(reader, type, out);
  out.add(")");
}

function printFlags(reader: ValueReader, names: readonly string[], out: Out): void {
  if (reader.u8() !== TAG.record || reader.count() !== names.length) throw new WrongShape("flags are none");
  const set = names.filter((name) => {
    if (reader.text() !== jsName(name)) throw new WrongShape(`flags are without ${name}`);
    const tag = reader.u8();
    if (tag !== TAG.true && tag !== TAG.false) throw new WrongShape(`the flag ${name} is no bool`);
    return tag === TAG.true;
  });
  out.add(`{${set.join(", ")}}`);
}

type OptionType = WitType & { readonly kind: "list" | "option" };

function printOption(reader: ValueReader, type: OptionType, out: Out): void {
  if (takeNone(reader, type)) out.add("none");
  else printSome(reader, type, out);
}

/** Reads an option up to its value; true when there is none. */
function takeNone(reader: ValueReader, type: OptionType): boolean {
  if (!isTagged(type)) return reader.takeTag(TAG.undefined);
  const { tag, hasValue } = readTagged(reader);
  if (tag !== (hasValue ? "some" : "none")) throw new WrongShape("an option is neither some nor none");
  return !hasValue;
}

function printSome(reader: ValueReader, type: OptionType, out: Out): void {
  out.add("some(");
  print(reader, type.of, out);
  out.add(")");
}

function printResult(reader: ValueReader, ok: WitType | undefined, err: WitType | undefined, out: Out): void {
  const { tag, hasValue } = readTagged(reader);
  if (tag !== "ok" && tag !== "err") throw new WrongShape("a result is neither ok nor err");
  out.add(tag);
  printPayload(reader, tag === "ok" ? ok : err, hasValue, out);
}
