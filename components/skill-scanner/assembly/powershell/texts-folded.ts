// What PowerShell's operators make of texts: `-split`, `-replace`, `-f`. Patterns are regular expressions: those that stand
// for one text are worked out.
import { Evaluator, labelsOf } from "../evaluator";
import { withLabels } from "../fold";
import { method } from "../methods";
import { Method } from "../tables";
import { asItems, asText, TextValue, V, Value } from "../value";

export function splitBy(e: Evaluator, left: Value, right: Value, place: i32): Value {
  const pattern = right.kind == V.List && asItems(right).items.length > 0 ? unchecked(asItems(right).items[0]) : right;
  let separator: TextValue | null = null;
  if (pattern.kind == V.Text) separator = literal(e, asText(pattern), place);
  if (left.kind != V.Text || separator === null) return e.labelled(labelsOf(left));
  const base = e.values.length;
  e.values.push(separator);
  const result = method(e, Method.split, left, base, place);
  e.values.length = base;
  return result !== null ? result : e.labelled(labelsOf(left));
}

/** `text -replace old, new`: without a new text the old one goes away. */
export function replacedBy(e: Evaluator, left: Value, right: Value, place: i32): Value {
  const labels = labelsOf(left) | labelsOf(right);
  const items = right.kind == V.List ? asItems(right).items : null;
  const old = items === null ? right : items.length > 0 ? unchecked(items[0]) : e.unknown;
  const fresh: Value = items !== null && items.length > 1 ? unchecked(items[1]) : e.texts.empty();
  if (left.kind == V.List) return mapped(e, left, old, fresh, place);
  let known: TextValue | null = null;
  if (old.kind == V.Text && fresh.kind == V.Text && left.kind == V.Text) known = literal(e, asText(old), place);
  return known !== null ? replaced(e, left, known, fresh, labels, place) : e.labelled(labels);
}

function mapped(e: Evaluator, list: Value, old: Value, fresh: Value, place: i32): Value {
  const items = asItems(list).items;
  let known: TextValue | null = null;
  if (old.kind == V.Text && fresh.kind == V.Text) known = literal(e, asText(old), place);
  if (known === null || !e.texts.charge(items.length * 16)) return e.labelled(labelsOf(list));
  const base = e.values.length;
  for (let i = 0; i < items.length; i++) e.values.push(replaced(e, unchecked(items[i]), known, fresh, labelsOf(items[i]), place));
  return e.takeItems(V.List, base);
}

export function replaced(e: Evaluator, text: Value, old: Value, fresh: Value, labels: u64, place: i32): Value {
  if (text.kind != V.Text || old.kind != V.Text || fresh.kind != V.Text || asText(old).length == 0) return e.labelled(labels);
  const base = e.values.length;
  e.values.push(old);
  e.values.push(fresh);
  const result = method(e, Method.replace, text, base, place);
  e.values.length = base;
  return result !== null ? result : e.labelled(labels);
}

/** `'{1}{0}' -f 'a', 'b'` */
export function formatted(e: Evaluator, format: Value, right: Value, place: i32): Value {
  const labels = labelsOf(format) | labelsOf(right);
  if (format.kind != V.Text) return e.labelled(labels);
  const base = e.values.length;
  if (right.kind == V.List) {
    const items = asItems(right).items;
    for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
  } else e.values.push(right);
  const result = method(e, Method.format, format, base, place);
  e.values.length = base;
  return result !== null ? withLabels(result, labels) : e.labelled(labels);
}

/** The one text that a pattern stands for; null for any other pattern. */
export function literal(e: Evaluator, pattern: TextValue, place: i32): TextValue | null {
  if (pattern.holes || !e.texts.charge(pattern.length)) return null;
  const bytes = new StaticArray<u8>(pattern.length);
  let used = 0;
  for (let i = 0; i < pattern.length; i++) {
    let c = pattern.at(i);
    if (c == 92 && i + 1 < pattern.length) {
      c = pattern.at(++i);
      const letter = c | 32;
      if ((letter >= 97 && letter <= 122) || (c >= 48 && c <= 57)) return null;
    } else if (isMark(c) && pattern.length > 1) return null;
    unchecked(bytes[used++] = c as u8);
  }
  return e.texts.slice(bytes, 0, used, place, true);
}

function isMark(c: i32): bool {
  switch (c) {
    case 46: case 42: case 43: case 63: case 91: case 93: case 40: case 41: case 123: case 125: case 94: case 36: case 124: return true;
    default: return false;
  }
}
