// What `${…}` makes of a variable's value.
import { Evaluator } from "../evaluator";
import { numberFrom } from "../fold";
import { Intrinsic } from "../tables";
import { asItems, asText, TextValue, V, Value } from "../value";
import { find, replaced } from "./filters";
import { isGlob } from "./invoke";
import { fromEnvironment, symbolOf } from "./variables";
import { holds, part } from "./words";

/** The variable's value is the first of the values from `base` on. Null when only labels are known. */
export function parameterValue(e: Evaluator, kind: i32, base: i32, labels: u64, place: i32): Value | null {
  if (base >= e.values.length) return null;
  const value = e.values.at(base);
  if (kind == Intrinsic.shLength && value.kind == V.List) return numberFrom(asItems(value).items.length, labels);
  if (value.kind != V.Text || asText(value).holes) return null;
  const text = asText(value);
  if (kind == Intrinsic.shLength) return numberFrom(text.length, labels);
  if (kind == Intrinsic.shIndirect) return indirect(e, text, place);
  if (!e.texts.charge(text.length)) return null;
  if (kind >= Intrinsic.shUpper && kind <= Intrinsic.shLowerFirst) return cased(e, kind, text, place);
  const pattern = base + 1 < e.values.length ? e.values.at(base + 1) : e.unknown;
  if (pattern.kind != V.Text || asText(pattern).holes) return null;
  if (kind >= Intrinsic.shCutStart && kind <= Intrinsic.shCutEndLongest) return shortened(e, kind, text, asText(pattern), place);
  const by = base + 2 < e.values.length ? e.values.at(base + 2) : e.unknown;
  if (by.kind != V.Text || hasGlob(asText(pattern))) return null;
  if (kind == Intrinsic.shReplace || kind == Intrinsic.shReplaceAll) return replaced(e, text, asText(pattern), asText(by), kind == Intrinsic.shReplaceAll, place);
  return null;
}

function indirect(e: Evaluator, name: TextValue, place: i32): Value {
  const symbol = symbolOf(e, name);
  if (e.shell !== null) {
    const value = e.shell!.find(symbol);
    if (value !== null) return value;
  }
  return fromEnvironment(e, name, place);
}

function cased(e: Evaluator, kind: i32, text: TextValue, place: i32): Value {
  const isUpper = kind == Intrinsic.shUpper || kind == Intrinsic.shUpperFirst;
  const length = kind == Intrinsic.shUpper || kind == Intrinsic.shLower ? text.length : min(1, text.length);
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    const letter = byte | 32;
    const isLetter = letter >= 97 && letter <= 122 && i < length;
    unchecked(bytes[i] = (!isLetter ? byte : isUpper ? byte & ~32 : letter) as u8);
  }
  return e.texts.made(bytes, text.length, place, text);
}

function hasGlob(text: TextValue): bool {
  for (let i = 0; i < text.length; i++) if (isGlob(text.at(i))) return true;
  return false;
}

/** `${x#a}`, `${x##*a}`, `${x%a}`, `${x%%a*}`: a plain text, or one with a `*` at its outer end. */
function shortened(e: Evaluator, kind: i32, text: TextValue, pattern: TextValue, place: i32): Value | null {
  const atStart = kind == Intrinsic.shCutStart || kind == Intrinsic.shCutStartLongest;
  const isLongest = kind == Intrinsic.shCutStartLongest || kind == Intrinsic.shCutEndLongest;
  const star = pattern.length > 0 && pattern.at(atStart ? 0 : pattern.length - 1) == 42;
  const plain = !star ? pattern : atStart ? part(e, pattern, 1, pattern.length, place) : part(e, pattern, 0, pattern.length - 1, place);
  if (hasGlob(plain) || holds(plain, 92) || (star && plain.length == 0)) return null;
  if (!star) return withoutEdge(e, text, plain, atStart, place);
  const first = find(e, text, plain, 0);
  if (first < 0) return text;
  if (atStart) return part(e, text, (isLongest ? last(e, text, plain, first) : first) + plain.length, text.length, place);
  return part(e, text, 0, isLongest ? first : last(e, text, plain, first), place);
}

function withoutEdge(e: Evaluator, text: TextValue, edge: TextValue, atStart: bool, place: i32): Value {
  const offset = atStart ? 0 : text.length - edge.length;
  if (offset < 0 || edge.length > text.length) return text;
  for (let i = 0; i < edge.length; i++) if (text.at(offset + i) != edge.at(i)) return text;
  return atStart ? part(e, text, edge.length, text.length, place) : part(e, text, 0, offset, place);
}

function last(e: Evaluator, text: TextValue, what: TextValue, first: i32): i32 {
  let at = first;
  for (let next = first; next >= 0; next = find(e, text, what, next + 1)) at = next;
  return at;
}
