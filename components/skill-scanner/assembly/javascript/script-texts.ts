// Methods of JavaScript's strings and numbers on constants; null when the result is not known.
import { Evaluator, labelsOf } from "../evaluator";
import { appendValue, copyOf, itemsOf, MAX_ITEMS, numberFrom, withLabels } from "../fold";
import { cased, strippedText } from "../methods";
import { splitText } from "../text-search";
import { appendPart } from "../operators";
import { Intrinsic, Method, NODE_INTRINSIC, ScriptMethod } from "../tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "../value";
import { callWith } from "./script-calls";
import { indexOf } from "./script-methods";
import { asRegex } from "./script-regex";

export function textMethod(e: Evaluator, method: i32, text: TextValue, base: i32, place: i32): Value | null {
  if (!e.texts.charge(text.length)) return null;
  const count = e.values.length - base;
  const first = count > 0 ? e.values.at(base) : e.unknown;
  switch (method) {
    case ScriptMethod.split: return split(e, text, count > 0 ? first : null, count, place);
    case ScriptMethod.replace: case ScriptMethod.replaceAll: return replaced(e, text, base, count, method == ScriptMethod.replaceAll, place);
    case ScriptMethod.slice: return range(e, text, indexOf(e, base, count, 0, text.length, 0), indexOf(e, base, count, 1, text.length, text.length), place);
    case ScriptMethod.substring: return substring(e, text, base, count, place);
    case ScriptMethod.substr: return substr(e, text, base, count, place);
    case ScriptMethod.charAt: case ScriptMethod.at: return character(e, text, base, count, place);
    case ScriptMethod.charCodeAt: case ScriptMethod.codePointAt: return code(e, text, base, count);
    case ScriptMethod.concat: return concatenated(e, text, base, place);
    case ScriptMethod.repeat: return first.kind == V.Number ? repeated(e, text, asNumber(first).number, place) : null;
    case ScriptMethod.padStart: case ScriptMethod.padEnd: return e.labelled(text.labels);
    case ScriptMethod.toLowerCase: return cased(e, Method.lower, text, place);
    case ScriptMethod.toUpperCase: return cased(e, Method.upper, text, place);
    case ScriptMethod.trim: return strippedText(e, Method.strip, text, place);
    case ScriptMethod.trimStart: return strippedText(e, Method.lstrip, text, place);
    case ScriptMethod.trimEnd: return strippedText(e, Method.rstrip, text, place);
    case ScriptMethod.toString: return asString(e, text, count > 0 ? first : null);
    case ScriptMethod.valueOf: case ScriptMethod.normalize: return text;
    default: return null;
  }
}

/** Bytes as text. Encoded again it is another text with the same labels. */
function asString(e: Evaluator, text: TextValue, encoding: Value | null): Value {
  if (encoding !== null && encoding.kind == V.Text && text.isBytes && isEncoding(asText(encoding))) return e.labelled(text.labels);
  if (!text.isBytes) return text;
  const copy = copyOf(text);
  copy.isBytes = false;
  return copy;
}

/** base64, base64url and hex; not utf8 and the like. */
export function isEncoding(name: TextValue): bool {
  const letter = name.length > 0 ? name.at(0) | 32 : 0;
  return (letter == 98 && name.length > 5 && (name.at(1) | 32) == 97) || letter == 104;
}

function split(e: Evaluator, text: TextValue, separator: Value | null, count: i32, place: i32): Value | null {
  if (separator === null || separator.kind != V.Text) return null;
  if (asText(separator).length > 0) return count == 1 ? splitText(e, text, asText(separator), place) : null;
  const items = itemsOf(e, text, place);
  if (items === null) return null;
  const base = e.values.length;
  for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
  return e.takeItems(V.List, base);
}

function range(e: Evaluator, text: TextValue, from: i32, to: i32, place: i32): Value | null {
  if (from < 0 || to < 0 || text.holes || !text.isAscii) return null;
  const part = e.texts.slice(text.bytes, text.from + from, text.from + max(from, to), place, text.reported);
  part.labels |= text.labels;
  part.assembled = text.assembled || from > 0 || to < text.length;
  return part;
}

/** Like slice, but bounds below zero are zero, and the smaller one comes first. */
function substring(e: Evaluator, text: TextValue, base: i32, count: i32, place: i32): Value | null {
  const a = plainIndex(e, base, count, 0, 0, text.length);
  const b = plainIndex(e, base, count, 1, text.length, text.length);
  return a < 0 || b < 0 ? null : range(e, text, min(a, b), max(a, b), place);
}

function plainIndex(e: Evaluator, base: i32, count: i32, i: i32, missing: i32, length: i32): i32 {
  if (i >= count) return missing;
  const value = e.values.at(base + i);
  if (value.kind != V.Number) return -1;
  const number = asNumber(value).number;
  return number < 0 ? 0 : number > length ? length : (number as i32);
}

function substr(e: Evaluator, text: TextValue, base: i32, count: i32, place: i32): Value | null {
  const from = indexOf(e, base, count, 0, text.length, 0);
  const length = plainIndex(e, base, count, 1, text.length, text.length);
  return from < 0 || length < 0 ? null : range(e, text, from, min(from + length, text.length), place);
}

function character(e: Evaluator, text: TextValue, base: i32, count: i32, place: i32): Value | null {
  const at = indexOf(e, base, count, 0, text.length, 0);
  return at < 0 || at >= text.length ? null : range(e, text, at, at + 1, place);
}

function code(e: Evaluator, text: TextValue, base: i32, count: i32): Value | null {
  const at = indexOf(e, base, count, 0, text.length, 0);
  if (at < 0 || at >= text.length || text.holes || !text.isAscii) return null;
  return numberFrom(text.at(at), text.labels);
}

function concatenated(e: Evaluator, text: TextValue, base: i32, place: i32): Value | null {
  let result: TextValue | null = text;
  for (let i = base; i < e.values.length && result !== null; i++) result = appendValue(e, result, e.values.at(i), place);
  return result;
}

function repeated(e: Evaluator, text: TextValue, times: i64, place: i32): Value | null {
  if (times < 0 || times * text.length > MAX_ITEMS) return null;
  let result: TextValue | null = e.texts.empty();
  for (let i: i64 = 0; i < times && result !== null; i++) result = e.texts.append(result, text, place);
  return result;
}

/** `text.replace(what, by)`: what is a text or a simple regular expression, by a text. */
function replaced(e: Evaluator, text: TextValue, base: i32, count: i32, isAll: bool, place: i32): Value | null {
  if (count != 2 || text.holes) return null;
  const what = e.values.at(base);
  const by = e.values.at(base + 1);
  const regex = asRegex(what);
  if (what.kind != V.Text && regex === null) return null;
  if (by.kind != V.Text) return by.kind == V.Function ? withLabels(callWith(e, by, e.labelled(text.labels), 1, place), text.labels) : null;
  const all = isAll || (regex !== null && regex.isGlobal);
  let result: TextValue | null = e.texts.empty();
  let from = 0;
  let changed = false;
  for (let at = 0; at < text.length && result !== null; ) {
    const length = regex !== null ? regex.matchAt(text, at) : lengthAt(text, asText(what), at);
    if (length <= 0) { at++; continue; }
    if (!e.texts.charge(16)) return null;
    result = appendPart(e, result, text, from, at, place);
    if (result !== null && asText(by).length > 0) result = e.texts.append(result, asText(by), place);
    from = at = at + length;
    changed = true;
    if (!all) break;
  }
  if (!changed) return text;
  if (result !== null) result = appendPart(e, result, text, from, text.length, place);
  if (result === null) return null;
  const made = copyOf(result);
  made.labels |= text.labels;
  made.assembled = true;
  made.isBytes = false;
  return made;
}

function lengthAt(text: TextValue, what: TextValue, at: i32): i32 {
  if (what.length == 0 || at + what.length > text.length || text.at(at) != what.at(0)) return 0;
  const a = changetype<usize>(text.bytes) + text.from + at;
  return memory.compare(a, changetype<usize>(what.bytes) + what.from, what.length) == 0 ? what.length : 0;
}

/** `number.toString(radix)` */
export function numberMethod(e: Evaluator, method: i32, value: Value, base: i32, place: i32): Value | null {
  if (method == ScriptMethod.valueOf) return value;
  if (method != ScriptMethod.toString) return null;
  const first = e.values.length > base ? e.values.at(base) : e.unknown;
  const radix = first.kind == V.Number ? asNumber(first).number : 10;
  if (radix < 2 || radix > 36 || asNumber(value).number < 0) return null;
  const bytes = new StaticArray<u8>(64);
  let used = 64;
  let rest = asNumber(value).number;
  do {
    const digit = (rest % radix) as i32;
    unchecked(bytes[--used] = (digit < 10 ? 48 + digit : 87 + digit) as u8);
    rest /= radix;
  } while (rest > 0);
  const text = e.texts.slice(bytes, used, 64, place, false);
  text.labels |= value.labels;
  text.assembled = true;
  return text;
}

/** String.raw`...`: its texts with the values between them; null for any other tag. */
export function taggedText(e: Evaluator, tag: Value, base: i32, place: i32): Value | null {
  if (tag.kind != V.Path || load<u8>(NODE_INTRINSIC + tag.node) != Intrinsic.rawText || e.values.length == base) return null;
  const texts = e.values.at(base);
  if (texts.kind != V.List) return null;
  const items = asItems(texts).items;
  let labels: u64 = 0;
  let result: TextValue | null = e.texts.empty();
  for (let i = 0; i < items.length && result !== null; i++) {
    result = appendValue(e, result, unchecked(items[i]), place);
    if (result !== null && base + i + 1 < e.values.length) {
      labels |= labelsOf(e.values.at(base + i + 1));
      result = appendValue(e, result, e.values.at(base + i + 1), place);
    }
  }
  return result === null ? e.labelled(labels) : withLabels(result, labels);
}
