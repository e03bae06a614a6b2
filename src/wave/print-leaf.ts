import type { WitType } from "../engine/wasm/wit-type.ts";
import type { ValueReader } from "../guest/value-bytes.ts";
import { TAG } from "../guest/values.ts";
import { KEYWORDS } from "./labels.ts";
import { floatText, type IntegerKind, isInteger, isIntegerKind } from "./numbers.ts";
import { WrongShape } from "./out.ts";

/** Reads a value without parts, and writes it. */
export function leafText(reader: ValueReader, type: WitType): string {
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

/** An item of a list of numbers. */
export function numberText(value: number | bigint, { kind }: WitType): string {
  if (isIntegerKind(kind)) return integerText(kind, value);
  if ((kind === "f32" || kind === "f64") && typeof value === "number") return floatText(value, kind);
  throw new WrongShape(`numbers are no list<${kind}>`);
}

/** A case by its name, which must not be taken for a keyword. */
export function caseText(name: string): string {
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
