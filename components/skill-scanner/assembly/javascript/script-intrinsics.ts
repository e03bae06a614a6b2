// Functions of JavaScript and Node whose result the evaluator works out, when it can; null when it cannot.
import { callValue } from "../calls";
import { hexDigit } from "../code-points";
import { decodeBase64, decodedLength, decodeHex } from "../decode";
import { Evaluator, labelsOf } from "../evaluator";
import { bytesOf, copyOf, fromCode, itemsOf, join, numberFrom, withLabels } from "../fold";
import { scanHidden } from "../hidden-code";
import { Language } from "../language";
import { method } from "../methods";
import { Intrinsic, Method } from "../tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "../value";
import { namesOf } from "./searched-names";
import { isRecord, scriptItem } from "./script-members";
import { scriptModule } from "./script-names";
import { isEncoding } from "./script-texts";

/** The arguments are on the value stack from `base` on; `labels` are those of the result. */
export function scriptIntrinsic(e: Evaluator, kind: i32, base: i32, labels: u64, place: i32): Value | null {
  const count = e.values.length - base;
  const first = count > 0 ? e.values.at(base) : e.unknown;
  switch (kind) {
    case Intrinsic.scriptRequire: return required(e, first, place);
    case Intrinsic.atob: return first.kind == V.Text ? decoded(e, asText(first), true, labels, place) : null;
    case Intrinsic.bufferFrom: return first.kind == V.List ? bytesOf(e, asItems(first).items, labels, place) : bytes(e, first, labels);
    case Intrinsic.encodedBuffer: return first.kind == V.Text ? decodedBuffer(e, asText(first), e.values.at(base + 1), labels, place) : null;
    case Intrinsic.percent: return first.kind == V.Text ? unescaped(e, asText(first), labels, place) : null;
    case Intrinsic.charCodes: return characters(e, base, labels, place);
    case Intrinsic.parseNumber: return parsed(first, count > 1 ? e.values.at(base + 1) : null, labels);
    case Intrinsic.identity: return count > 0 ? withLabels(first, labels) : null;
    case Intrinsic.asString: return first.kind == V.Text ? asString(first, labels) : null;
    case Intrinsic.arrayFrom: return arrayFrom(e, first, place);
    case Intrinsic.reflectGet: return count > 1 ? scriptItem(e, first, e.values.at(base + 1), place) : null;
    case Intrinsic.descriptor: return count > 1 ? descriptor(e, scriptItem(e, first, e.values.at(base + 1), place)) : null;
    case Intrinsic.ownNames: case Intrinsic.ownEntries:
      if (first.kind == V.Dict && kind == Intrinsic.ownEntries) return method(e, Method.items, first, base, place);
      return first.kind == V.Path && !isRecord(first.node) ? namesOf(first, kind == Intrinsic.ownEntries) : e.labelled(labels | labelsOf(first));
    case Intrinsic.reflectApply: return applied(e, first, base, place);
    case Intrinsic.newFunction: {
      if (first.kind == V.Text) scanHidden(e, asText(first), Language.JavaScript, "executed text", place);
      return null;
    }
    default: return null;
  }
}

function required(e: Evaluator, name: Value, place: i32): Value | null {
  return name.kind == V.Text ? scriptModule(e, asText(name), place) : null;
}

function decoded(e: Evaluator, text: TextValue, isBase64: bool, labels: u64, place: i32): Value | null {
  if (text.holes || !e.texts.charge(text.length)) return null;
  const bytes = isBase64 ? decodeBase64(text) : decodeHex(text);
  if (bytes === null) return null;
  const made = e.texts.made(bytes, decodedLength, place, text);
  made.labels |= labels;
  return made;
}

function decodedBuffer(e: Evaluator, text: TextValue, encoding: Value, labels: u64, place: i32): Value | null {
  const isHex = encoding.kind == V.Text && asText(encoding).length > 0 && (asText(encoding).at(0) | 32) == 104;
  const value = decoded(e, text, !isHex, labels, place);
  if (value !== null) asText(value).isBytes = true;
  return value;
}

/** Whether the call decodes: `Buffer.from(text, "base64")`. */
export function isDecoding(e: Evaluator, base: i32): bool {
  if (e.values.length - base < 2) return false;
  const encoding = e.values.at(base + 1);
  return encoding.kind == V.Text && isEncoding(asText(encoding));
}

function bytes(e: Evaluator, value: Value, labels: u64): Value | null {
  if (value.kind != V.Text) return null;
  const copy = copyOf(asText(value));
  copy.labels |= labels;
  copy.isBytes = true;
  return copy;
}

function asString(value: Value, labels: u64): Value {
  const copy = copyOf(asText(value));
  copy.labels |= labels;
  copy.isBytes = false;
  return copy;
}

/** `%41` and `%u0041` */
function unescaped(e: Evaluator, text: TextValue, labels: u64, place: i32): Value | null {
  if (text.holes || !e.texts.charge(text.length)) return null;
  const out = new StaticArray<u8>(text.length);
  let used = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    const high = byte == 37 && i + 2 < text.length ? hexDigit(text.at(i + 1)) : -1;
    const low = high >= 0 ? hexDigit(text.at(i + 2)) : -1;
    if (low >= 0) {
      unchecked(out[used++] = ((high << 4) | low) as u8);
      i += 2;
    } else unchecked(out[used++] = byte as u8);
  }
  if (used == text.length) return withLabels(text, labels);
  const made = e.texts.made(out, used, place, text);
  made.labels |= labels;
  return made;
}

/** `String.fromCharCode(104, 105)` */
function characters(e: Evaluator, base: i32, labels: u64, place: i32): Value | null {
  const from = e.values.length;
  for (let i = base; i < from; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Number) { e.values.length = from; return null; }
    e.values.push(fromCode(e, asNumber(value).number, labels, place));
  }
  const list = e.takeItems(V.List, from);
  const text = join(e, e.texts.empty(), asItems(list).items, place);
  return text === null ? null : withLabels(text, labels);
}

function parsed(value: Value, radix: Value | null, labels: u64): Value | null {
  if (value.kind == V.Number) return value;
  if (value.kind != V.Text || asText(value).holes) return null;
  const text = asText(value);
  let from = 0;
  let base: i64 = radix !== null && radix.kind == V.Number ? asNumber(radix).number : 0;
  if (text.length > 2 && text.at(0) == 48 && (text.at(1) | 32) == 120 && (base == 0 || base == 16)) { from = 2; base = 16; }
  if (base == 0) base = 10;
  let number: i64 = 0;
  let p = from;
  for (; p < text.length && p < from + 12; p++) {
    const byte = text.at(p);
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : (byte | 32) >= 97 && (byte | 32) <= 122 ? (byte | 32) - 87 : 99;
    if (digit >= base) break;
    number = number * base + digit;
  }
  return p == from ? null : numberFrom(number, labels);
}

function arrayFrom(e: Evaluator, value: Value, place: i32): Value | null {
  if (value.kind == V.List) return value;
  if (value.kind != V.Text) return null;
  const items = itemsOf(e, value, place);
  if (items === null) return null;
  const from = e.values.length;
  for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
  return e.takeItems(V.List, from);
}

/** `{ value }` */
function descriptor(e: Evaluator, value: Value): Value {
  const base = e.values.length;
  e.values.push(e.texts.slice(VALUE, 0, VALUE.length, 0, true));
  e.values.push(value);
  return e.takeItems(V.Dict, base);
}

const VALUE: StaticArray<u8> = [118, 97, 108, 117, 101]; // "value"

/** `Reflect.apply(f, this, list)` and `Reflect.construct(f, list)` */
function applied(e: Evaluator, callee: Value, base: i32, place: i32): Value | null {
  if (callee.kind != V.Path && callee.kind != V.Function) return null;
  const from = e.values.length;
  const list = from > base + 1 ? e.values.at(from - 1) : e.unknown;
  if (list.kind == V.List) {
    const items = asItems(list).items;
    for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
  } else e.values.push(e.labelled(labelsOf(list)));
  const result = callValue(e, callee, null, from, place);
  e.values.length = from;
  return result;
}
