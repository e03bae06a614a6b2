// Functions of Go's library whose result the evaluator works out, when it can; null when it cannot.
import { Evaluator, labelsOf } from "../evaluator";
import { appendValue, fromCode, join, listOf, MAX_ITEMS, withLabels } from "../fold";
import { method } from "../methods";
import { childOf } from "../name-tree";
import { percent } from "../operators";
import { Intrinsic, Method, NAME_CALL } from "../tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "../value";

/** The arguments are on the value stack from `base` on; `labels` are those of the result. */
export function goIntrinsic(e: Evaluator, kind: i32, base: i32, labels: u64, place: i32): Value | null {
  const count = e.values.length - base;
  if (count == 0) return null;
  const first = e.values.at(base);
  switch (kind) {
    case Intrinsic.goSame: return withLabels(first, labels);
    case Intrinsic.goNew: return first.kind == V.Path ? e.path(childOf(first.node, NAME_CALL), first.labels) : null;
    case Intrinsic.goBytes: return first.kind == V.List ? bytesOf(e, asItems(first).items, place) : first;
    case Intrinsic.goFormat: return first.kind == V.Text ? formatted(e, asText(first), base, place) : null;
    case Intrinsic.goPrint: return printed(e, base, place);
    case Intrinsic.goJoin: return count > 1 && e.values.at(base + 1).kind == V.Text && first.kind == V.List ? join(e, asText(e.values.at(base + 1)), asItems(first).items, place) : null;
    case Intrinsic.goReplace: return asMethod(e, Method.replace, first, base, min(count, 3), place);
    case Intrinsic.goSplit: return asMethod(e, Method.split, first, base, min(count, 2), place);
    case Intrinsic.goFields: return fields(e, first, base, place);
    case Intrinsic.goLower: return asMethod(e, Method.lower, first, base, 1, place);
    case Intrinsic.goUpper: return asMethod(e, Method.upper, first, base, 1, place);
    case Intrinsic.goTrim: return first.kind == V.Text ? asMethod(e, Method.strip, first, base, 1, place) : withLabels(first, labels);
    case Intrinsic.goAppend: return appended(e, first, base, labels);
    default: return null;
  }
}

/** A function of the package strings as the method that it is elsewhere, with the arguments behind the first. */
function asMethod(e: Evaluator, name: i32, text: Value, base: i32, count: i32, place: i32): Value | null {
  if (text.kind != V.Text) return null;
  const end = e.values.length;
  for (let i = 1; i < count; i++) e.values.push(e.values.at(base + i));
  const result = method(e, name, text, end, place);
  e.values.length = end;
  return result;
}

/** `strings.Fields(text)` */
function fields(e: Evaluator, text: Value, base: i32, place: i32): Value | null {
  const space = e.texts.appendByte(e.texts.empty(), 32, place);
  if (space === null) return null;
  const end = e.values.length;
  e.values.push(space);
  const result = text.kind == V.Text ? method(e, Method.split, text, end, place) : null;
  e.values.length = end;
  return result;
}

/** `fmt.Sprintf(format, …)` */
function formatted(e: Evaluator, format: TextValue, base: i32, place: i32): Value {
  const from = e.values.length;
  for (let i = base + 1; i < from; i++) e.values.push(e.values.at(i));
  return percent(e, format, e.takeItems(V.List, from), place);
}

function printed(e: Evaluator, base: i32, place: i32): Value | null {
  let text: TextValue | null = e.texts.empty();
  for (let i = base; i < e.values.length && text !== null; i++) text = appendValue(e, text, e.values.at(i), place);
  return text;
}

/** `[]byte{'l', 's'}` */
function bytesOf(e: Evaluator, items: StaticArray<Value>, place: i32): Value | null {
  if (items.length > MAX_ITEMS || !e.texts.charge(items.length * 16)) return null;
  const from = e.values.length;
  for (let i = 0; i < items.length; i++) {
    const item = unchecked(items[i]);
    e.values.push(item.kind == V.Number ? fromCode(e, asNumber(item).number, item.labels, place) : item);
  }
  return join(e, e.texts.empty(), e.takeValues(from), place);
}

/** `append(list, a, b)`, `append(list, more...)` */
function appended(e: Evaluator, first: Value, base: i32, labels: u64): Value | null {
  const end = e.values.length;
  if (first.kind == V.Text && end == base + 2) return withLabels(first.kind == V.Text && asText(first).length == 0 ? e.values.at(base + 1) : first, labels);
  if (first.kind != V.List || asItems(first).count + end - base > MAX_ITEMS || !e.texts.charge(end - base)) return null;
  let list = asItems(first);
  for (let i = base + 1; i < end; i++) {
    const item = e.values.at(i);
    const items = item.kind == V.List && end == base + 2 ? asItems(item).items : null;
    if (items === null) { list = list.appended(item, e.texts); continue; }
    if (list.count + items.length > MAX_ITEMS || !e.texts.charge(items.length * 4)) return null;
    for (let j = 0; j < items.length; j++) list = list.appended(unchecked(items[j]), e.texts);
  }
  return list;
}
