// Methods of str, bytes, list and dict on constants. What is not worked out here gives null: only labels remain.
import { putUtf8 } from "./code-points";
import { Coding, withCoding } from "./codings";
import { isWord } from "./commands/words";
import { decodeBase64, decodedLength, decodeHex, decodeRot13 } from "./decode";
import { fromEbcdic } from "./ebcdic";
import { Evaluator, labelsOf } from "./evaluator";
import { appendValue, copyOf, itemsOf, join, listOf } from "./fold";
import { itemOf } from "./items";
import { appendPart } from "./operators";
import { DISGUISED_LABELS, Method } from "./tables";
import { part, replaced, hasAt, splitText } from "./text-search";
import { truth } from "./truth";
import { asItems, asNumber, asText, TextValue, V, Value } from "./value";

/** `receiver.name(...)`, the arguments being on the value stack from `base` on. */
export function method(e: Evaluator, name: i32, receiver: Value, base: i32, place: i32): Value | null {
  const first = e.values.length > base ? e.values.at(base) : null;
  if (name == Method.get || name == Method.getItem || name == Method.pop) return first === null ? null : itemOf(e, receiver, first, place);
  if (receiver.kind == V.Dict) return dictView(e, name, receiver);
  if (receiver.kind == V.List && name == Method.values) return receiver; // a map of objects: see held-objects.ts
  return receiver.kind == V.Text ? textMethod(e, name, asText(receiver), first, base, place) : null;
}

/** `items()`, `keys()`, `values()` */
function dictView(e: Evaluator, name: i32, dict: Value): Value | null {
  if (name != Method.items && name != Method.keys && name != Method.values) return null;
  const entries = asItems(dict).items;
  if (!e.texts.charge(entries.length * 8)) return null;
  const base = e.values.length;
  for (let i = 0; i < entries.length; i += 2) {
    if (name == Method.keys) e.values.push(unchecked(entries[i]));
    else if (name == Method.values) e.values.push(unchecked(entries[i + 1]));
    else e.values.push(listOf(entries.slice<StaticArray<Value>>(i, i + 2), labelsOf(entries[i]) | labelsOf(entries[i + 1])));
  }
  return e.takeItems(V.List, base);
}

function textMethod(e: Evaluator, name: i32, text: TextValue, first: Value | null, base: i32, place: i32): Value | null {
  if (!e.texts.charge(text.length)) return null;
  switch (name) {
    case Method.join: return first === null ? null : joined(e, text, first, place);
    case Method.format: return format(e, text, base, place);
    case Method.encode: return asBytes(text, true);
    case Method.decode: return first !== null && first.kind == V.Text ? decodeAs(e, text, asText(first), place) : asBytes(text, false);
    case Method.strip: case Method.lstrip: case Method.rstrip: return first === null ? strippedText(e, name, text, place) : null;
    case Method.lower: case Method.upper: case Method.swapcase: return cased(e, name, text, place);
    case Method.replace: return replaced(e, text, base, place);
    case Method.split: return first !== null && first.kind == V.Text && e.values.length == base + 1 ? splitText(e, text, asText(first), place) : null;
    case Method.translate: return first === null ? null : translated(e, text, first, place);
    case Method.startsWith: case Method.endsWith: return first !== null && first.kind == V.Text && !text.holes ? truth(e, hasAt(text, asText(first), name == Method.startsWith)) : null;
    case Method.hexMethod: return inHex(e, text, place);
    default: return null;
  }
}

function joined(e: Evaluator, separator: TextValue, list: Value, place: i32): Value | null {
  const items = itemsOf(e, list, place);
  if (items === null) return null;
  const text = join(e, separator, items, place);
  if (text !== null) asText(text).isBytes = separator.isBytes;
  return text;
}

function asBytes(text: TextValue, isBytes: bool): Value {
  if (text.isBytes == isBytes) return text;
  const copy = copyOf(text);
  copy.isBytes = isBytes;
  return copy;
}

/** `text.decode("rot13")` and its kin; for a character encoding the text itself. */
export function decodeAs(e: Evaluator, text: TextValue, codec: TextValue, place: i32): Value | null {
  const letter = codec.length > 0 ? codec.at(0) | 32 : 0;
  if (letter == 108 || (letter == 105 && codec.length > 5)) return fromLatin(e, text, place); // latin-1, iso-8859-1
  if (letter == 99 && isOfMainframes(codec)) return fromMainframe(e, text, place);
  const decoded = letter == 114 && codec.length > 2 ? decodeRot13(text) : letter == 104 ? decodeHex(text) : letter == 98 ? decodeBase64(text) : null; // rot13, hex, base64
  if (decoded === null) return asBytes(text, false);
  if (!e.texts.charge(text.length)) return null;
  const made = e.texts.made(decoded, decodedLength, place, text);
  made.codings = withCoding(text.codings, letter == 114 ? Coding.Rot13 : letter == 104 ? Coding.Hexadecimal : Coding.Base64);
  return made;
}

/** cp037, cp500, cp1026, cp1140: the code pages of IBM's mainframes, which nothing else writes today. */
function isOfMainframes(codec: TextValue): bool {
  return isWord(codec, "cp037") || isWord(codec, "cp500") || isWord(codec, "cp1026") || isWord(codec, "cp1140") || isWord(codec, "cp273");
}

function fromMainframe(e: Evaluator, text: TextValue, place: i32): Value | null {
  if (text.holes || !e.texts.charge(text.length)) return null;
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) unchecked(bytes[i] = fromEbcdic(text.at(i)) as u8);
  const made = e.texts.made(bytes, text.length, place, text);
  made.labels |= DISGUISED_LABELS;
  made.codings = withCoding(text.codings, Coding.Hexadecimal);
  return made;
}

/** Each byte is the character of its number. */
function fromLatin(e: Evaluator, text: TextValue, place: i32): Value | null {
  if (text.isAscii || text.holes) return asBytes(text, false);
  if (!e.texts.charge(text.length * 2)) return null;
  const bytes = new StaticArray<u8>(text.length * 2 + 4);
  let used = 0;
  for (let i = 0; i < text.length; i++) used += putUtf8(bytes, used, text.at(i));
  return e.texts.made(bytes, used, place, text);
}

export function strippedText(e: Evaluator, name: i32, text: TextValue, place: i32): Value {
  let from = 0;
  let to = text.length;
  if (name != Method.rstrip) while (from < to && text.at(from) <= 32) from++;
  if (name != Method.lstrip) while (to > from && text.at(to - 1) <= 32) to--;
  if (from == 0 && to == text.length) return text;
  return part(e, text, from, to, place);
}

export function cased(e: Evaluator, name: i32, text: TextValue, place: i32): Value | null {
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    const letter = byte | 32;
    const isLetter = letter >= 97 && letter <= 122;
    const turned = name == Method.lower ? letter : name == Method.upper ? byte & ~32 : byte ^ 32;
    unchecked(bytes[i] = (isLetter ? turned : byte) as u8);
  }
  return e.texts.made(bytes, text.length, place, text);
}

/** `text.translate(table)`, for tables of single ASCII characters. */
function translated(e: Evaluator, text: TextValue, table: Value, place: i32): Value | null {
  if (table.kind != V.Dict || text.holes || !text.isAscii) return null;
  const entries = asItems(table).items;
  if (!e.texts.charge(entries.length * 2)) return null;
  const map = new StaticArray<i32>(128);
  for (let i = 0; i < 128; i++) unchecked(map[i] = i);
  for (let i = 0; i < entries.length; i += 2) {
    const from = codeOf(unchecked(entries[i]));
    const to = codeOf(unchecked(entries[i + 1]));
    if (from >= 0 && to >= 0) unchecked(map[from] = to);
  }
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) unchecked(bytes[i] = map[text.at(i)] as u8);
  const made = e.texts.made(bytes, text.length, place, text);
  made.labels |= DISGUISED_LABELS;
  return made;
}

/** Of an ASCII character or its number; else -1. */
function codeOf(value: Value): i32 {
  const code = value.kind == V.Number ? asNumber(value).number : value.kind == V.Text && asText(value).length == 1 ? asText(value).at(0) : -1;
  return code >= 0 && code < 128 ? (code as i32) : -1;
}

function inHex(e: Evaluator, text: TextValue, place: i32): Value | null {
  if (text.holes || !e.texts.charge(text.length * 2)) return null;
  const bytes = new StaticArray<u8>(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    unchecked(bytes[2 * i] = hexByte(text.at(i) >> 4));
    unchecked(bytes[2 * i + 1] = hexByte(text.at(i) & 15));
  }
  return e.texts.made(bytes, bytes.length, place, text);
}

function hexByte(digit: i32): u8 {
  return (digit < 10 ? 48 + digit : 87 + digit) as u8;
}

/** `{}` and `{0}` take the arguments; any other field is a hole. */
function format(e: Evaluator, text: TextValue, base: i32, place: i32): Value | null {
  let result: TextValue | null = e.texts.empty();
  let labels = text.labels;
  for (let i = base; i < e.values.length; i++) labels |= labelsOf(e.values.at(i));
  let from = 0;
  let next = 0;
  for (let i = 0; i < text.length && result !== null; i++) {
    if (text.at(i) != 123) continue;
    result = appendPart(e, result, text, from, i, place);
    if (result === null) break;
    const isDigit = i + 2 < text.length && text.at(i + 1) >= 48 && text.at(i + 1) <= 57 && text.at(i + 2) == 125;
    const isEmpty = i + 1 < text.length && text.at(i + 1) == 125;
    const index = isDigit ? text.at(i + 1) - 48 : isEmpty ? next++ : -1;
    result = index >= 0 && base + index < e.values.length ? appendValue(e, result, e.values.at(base + index), place) : e.texts.appendHole(result, place);
    while (i < text.length && text.at(i) != 125) i++;
    from = i + 1;
  }
  if (result !== null) result = appendPart(e, result, text, from, text.length, place);
  if (result === null) return null;
  const made = copyOf(result);
  made.labels |= labels;
  return made;
}
