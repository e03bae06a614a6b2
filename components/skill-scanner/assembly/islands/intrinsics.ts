// Functions of the languages that are read as islands whose result the evaluator works out, when it can; null when it cannot.
import { Evaluator } from "../evaluator";
import { appendValue, fromCode, join, listOf, reversed, withLabels } from "../fold";
import { goIntrinsic } from "../go/intrinsics";
import { scanHidden } from "../hidden-code";
import { Language } from "../language";
import { method } from "../methods";
import { appendPart } from "../operators";
import { homeText } from "../path-objects";
import { DISGUISED_LABELS, Intrinsic, Method } from "../tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "../value";
import { layerOf } from "../codings";
import { startsWith } from "./calls";

/** The arguments are on the value stack from `base` on; `labels` are those of the result. */
export function islandIntrinsic(e: Evaluator, kind: i32, base: i32, labels: u64, place: i32): Value | null {
  const count = e.values.length - base;
  if (count == 0) return kind == Intrinsic.goSame ? e.texts.empty() : null;
  const first = e.values.at(base);
  switch (kind) {
    case Intrinsic.goSame: return count > 1 && first.kind != V.List && isListMaker(e, base) ? listOfAll(e, base) : withLabels(first, labels);
    case Intrinsic.goFormat: case Intrinsic.goPrint: return goIntrinsic(e, kind, base, labels, place);
    case Intrinsic.islandJoins: return joined(e, base, place);
    case Intrinsic.islandSpaced: return spaced(e, base, place);
    case Intrinsic.islandExchanges: return exchanged(e, base, place);
    case Intrinsic.islandReverses: return first.kind == V.Text && asText(first).isAscii ? reversed(e, asText(first), place) : null;
    case Intrinsic.islandLower: return first.kind == V.Text ? method(e, Method.lower, first, e.values.length, place) : null;
    case Intrinsic.islandUpper: return first.kind == V.Text ? method(e, Method.upper, first, e.values.length, place) : null;
    case Intrinsic.islandBraces: return first.kind == V.Text ? braces(e, asText(first), base, place) : null;
    case Intrinsic.islandChars: return characters(e, base, place);
    case Intrinsic.islandRot13: return first.kind == V.Text ? rotated(e, asText(first), place) : null;
    case Intrinsic.islandProperty: return startsWith(first, "user.home") ? homeText(e, labels, place) : null;
    case Intrinsic.islandScript: if (first.kind == V.Text) scanHidden(e, asText(first), Language.AppleScript, layerOf(asText(first).codings, "executed text"), place); return null;
    default: return null;
  }
}

/** `listOf(a, b)`: all of them are words. */
function isListMaker(e: Evaluator, base: i32): bool {
  for (let i = base; i < e.values.length; i++) if (e.values.at(i).kind != V.Text && e.values.at(i).kind != V.Unknown) return false;
  return true;
}

function listOfAll(e: Evaluator, base: i32): Value {
  const end = e.values.length;
  for (let i = base; i < end; i++) e.values.push(e.values.at(i));
  return e.takeItems(V.List, end);
}

/** `implode(",", list)`, `table.concat(list, ",")`, `String.Join(",", a, b)` */
function joined(e: Evaluator, base: i32, place: i32): Value | null {
  const first = e.values.at(base), second = e.values.length > base + 1 ? e.values.at(base + 1) : e.unknown;
  if (first.kind == V.List) return join(e, second.kind == V.Text ? asText(second) : e.texts.empty(), asItems(first).items, place);
  if (first.kind != V.Text) return null;
  if (second.kind == V.List) return join(e, asText(first), asItems(second).items, place);
  const end = e.values.length;
  for (let i = base + 1; i < end; i++) e.values.push(e.values.at(i));
  return join(e, asText(first), e.takeValues(end), place);
}

/** R's `paste(a, b)` */
function spaced(e: Evaluator, base: i32, place: i32): Value | null {
  let text: TextValue | null = e.texts.empty();
  for (let i = base; i < e.values.length && text !== null; i++) {
    if (i > base) text = e.texts.appendByte(text, 32, place);
    if (text !== null) text = appendValue(e, text, e.values.at(i), place);
  }
  return text;
}

/** `str_replace(what, with, text)` */
function exchanged(e: Evaluator, base: i32, place: i32): Value | null {
  if (e.values.length < base + 3 || e.values.at(base + 2).kind != V.Text) return null;
  const end = e.values.length;
  e.values.push(e.values.at(base));
  e.values.push(e.values.at(base + 1));
  const result = method(e, Method.replace, e.values.at(base + 2), end, place);
  e.values.length = end;
  return result;
}

const OPEN: i32 = 123;
const CLOSE: i32 = 125;

/** `format!("a {} {0} {name}", …)`: what stands in braces is one of the arguments, or a variable. */
function braces(e: Evaluator, format: TextValue, base: i32, place: i32): Value | null {
  let result: TextValue | null = e.texts.empty();
  let from = 0, next = 1;
  if (!e.texts.charge(format.length)) return null;
  for (let i = 0; i < format.length && result !== null; i++) {
    const c = format.at(i);
    if (c != OPEN && c != CLOSE) continue;
    result = appendPart(e, result, format, from, i, place);
    if (result === null) break;
    if (i + 1 < format.length && format.at(i + 1) == c) { result = e.texts.appendByte(result, c, place); from = ++i + 1; continue; }
    let to = i + 1;
    while (to < format.length && format.at(to) != CLOSE) to++;
    const digit = i + 1 < format.length ? format.at(i + 1) - 48 : -1;
    const at = digit >= 0 && digit <= 9 ? digit + 1 : next++;
    if (base + at < e.values.length) result = appendValue(e, result, e.values.at(base + at), place);
    else result = e.texts.appendHole(result, place);
    i = to;
    from = to + 1;
  }
  if (result !== null) result = appendPart(e, result, format, from, format.length, place);
  return result;
}

/** `string.char(104, 105)` */
function characters(e: Evaluator, base: i32, place: i32): Value | null {
  const end = e.values.length;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    e.values.push(value.kind == V.Number ? fromCode(e, asNumber(value).number, value.labels, place) : value);
  }
  return join(e, e.texts.empty(), e.takeValues(end), place);
}

function rotated(e: Evaluator, text: TextValue, place: i32): Value | null {
  if (text.holes || !e.texts.charge(text.length)) return null;
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text.at(i), letter = c | 32;
    unchecked(bytes[i] = (letter >= 97 && letter <= 122 ? (letter < 110 ? c + 13 : c - 13) : c) as u8);
  }
  const made = e.texts.made(bytes, text.length, place, text);
  made.labels |= DISGUISED_LABELS;
  return made;
}
