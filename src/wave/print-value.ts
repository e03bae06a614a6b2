import type { Case, Labelled, WitType } from "../engine/wasm/wit-type.ts";
import { BadBytes, TAG, TYPED_ARRAYS, ValueReader } from "../guest/values.ts";
import { isTagged, jsName } from "./js-shape.ts";
import { KEYWORDS } from "./labels.ts";
import { floatText, type IntegerKind, isInteger, isIntegerKind } from "./numbers.ts";

/** What a guest returned is not a value of the type that its function has. */
export class WrongShape extends Error {}

/** The text would be longer than what may be printed. */
export class TooMuchText extends Error {}

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

/** Collects text and keeps its length bounded. */
class Out {
  #parts: string[] = [];
  readonly #blocks: string[] = [];
  #left: number;

  constructor(maxLength: number) {
    this.#left = maxLength;
  }

  add(text: string): void {
    this.#left -= Buffer.byteLength(text);
    if (this.#left < 0) throw new TooMuchText();
    this.#parts.push(text);
    // A million short strings are many times larger than the text that they make.
    if (this.#parts.length === PARTS_PER_BLOCK) this.#flush();
  }

  text(): string {
    this.#flush();
    return this.#blocks.join("");
  }

  #flush(): void {
    this.#blocks.push(this.#parts.join(""));
    this.#parts = [];
  }
}

const PARTS_PER_BLOCK = 4096;

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

function leafText(reader: ValueReader, type: WitType): string {
  const tag = reader.u8();
  const { kind } = type;
  if (isIntegerKind(kind)) return integerText(kind, integerOf(reader, tag));
  if (kind === "bool" && (tag === TAG.true || tag === TAG.false)) return String(tag === TAG.true);
  if ((kind === "f32" || kind === "f64") && tag === TAG.number) return floatText(reader.f64(), kind);
  if (tag !== TAG.string) throw wrong(type);
  const text = reader.text();
  if (kind === "string") return `"${escapedText(text)}"`;
  if (kind === "char" && [...text].length === 1) return `'${escapedText(text)}'`;
  if (type.kind === "enum" && type.names.includes(text)) return caseText(text);
  throw wrong(type);
}

function integerOf(reader: ValueReader, tag: number): bigint | number {
  if (tag === TAG.signed) return reader.s64();
  if (tag === TAG.unsigned) return reader.u64();
  if (tag === TAG.number) return reader.f64();
  throw new WrongShape("an integer is none");
}

function integerText(kind: IntegerKind, value: bigint | number): string {
  if (!isInteger(kind, value)) throw new WrongShape(`a ${kind} is none or out of range`);
  return String(value);
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

function numberText(value: number | bigint, { kind }: WitType): string {
  if (isIntegerKind(kind)) return integerText(kind, value);
  if ((kind === "f32" || kind === "f64") && typeof value === "number") return floatText(value, kind);
  throw new WrongShape(`numbers are no list<${kind}>`);
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

function caseText(name: string): string {
  return KEYWORDS.has(name) ? `%${name}` : name;
}

/** Quotes, backslashes, and whatever is not seen by itself: controls, formats, joiners, white space but the space. */
function escapedText(text: string): string {
  return text.replace(/["'\\\p{C}\p{Zl}\p{Zp}\p{Grapheme_Extend}]|(?! )\p{Zs}/gu, escaped);
}

function escaped(character: string): string {
  const short = ESCAPES.get(character);
  return short ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["'", "\\'"],
  ["\\", "\\\\"],
]);

function wrong({ kind }: WitType): WrongShape {
  return new WrongShape(`a ${kind} is none`);
}
