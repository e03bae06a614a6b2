// What methods of a text look for in it: its parts, what is replaced, how it begins and ends.
import { Evaluator } from "./evaluator";
import { copyOf, MAX_ITEMS } from "./fold";
import { appendPart } from "./operators";
import { asText, TextValue, V, Value } from "./value";

export function part(e: Evaluator, text: TextValue, from: i32, to: i32, place: i32): TextValue {
  const result = e.texts.slice(text.bytes, text.from + from, text.from + to, place, text.reported);
  result.labels |= text.labels;
  result.holes = text.holes;
  result.isBytes = text.isBytes;
  result.assembled = text.assembled;
  return result;
}

/** `text.replace(old, new)` */
export function replaced(e: Evaluator, text: TextValue, base: i32, place: i32): Value | null {
  if (e.values.length - base != 2 || e.values.at(base).kind != V.Text || e.values.at(base + 1).kind != V.Text) return null;
  const old = asText(e.values.at(base));
  const by = asText(e.values.at(base + 1));
  if (old.length == 0) return null;
  let result: TextValue | null = e.texts.empty();
  let from = 0;
  for (let at = find(e, text, old, 0); at >= 0 && result !== null; at = find(e, text, old, from)) {
    result = appendPart(e, result, text, from, at, place);
    if (result !== null && by.length > 0) result = e.texts.append(result, by, place);
    from = at + old.length;
  }
  if (from == 0) return text;
  if (result !== null) result = appendPart(e, result, text, from, text.length, place);
  if (result === null) return null;
  const made = copyOf(result);
  made.labels |= text.labels;
  made.assembled = true;
  made.isBytes = text.isBytes;
  return made;
}

export function hasAt(text: TextValue, what: TextValue, atStart: bool): bool {
  if (what.length > text.length) return false;
  const from = atStart ? text.from : text.to - what.length;
  return memory.compare(changetype<usize>(text.bytes) + from, changetype<usize>(what.bytes) + what.from, what.length) == 0;
}

/** Where `what` begins in `text` at or behind `from`, or -1. Only the first few hundred bytes of `what` may be many. */
function find(e: Evaluator, text: TextValue, what: TextValue, from: i32): i32 {
  const first = what.at(0);
  const base = changetype<usize>(text.bytes) + text.from;
  for (let i = from; i + what.length <= text.length; i++) {
    if (text.at(i) != first) continue;
    if (!e.texts.charge(what.length)) return -1;
    if (memory.compare(base + i, changetype<usize>(what.bytes) + what.from, what.length) == 0) return i;
  }
  return -1;
}

export function splitText(e: Evaluator, text: TextValue, separator: TextValue, place: i32): Value | null {
  if (separator.length == 0) return null;
  const base = e.values.length;
  let from = 0;
  for (let at = find(e, text, separator, 0); at >= 0 && e.values.length - base < MAX_ITEMS; at = find(e, text, separator, from)) {
    e.values.push(part(e, text, from, at, place));
    from = at + separator.length;
  }
  e.values.push(part(e, text, from, text.length, place));
  return e.takeItems(V.List, base);
}
