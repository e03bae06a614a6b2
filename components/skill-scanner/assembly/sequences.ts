// Python's functions over sequences, for what is known.
import { callValue } from "./calls";
import { Evaluator, labelsOf } from "./evaluator";
import { itemsOf, listOf, numberFrom } from "./fold";
import { Intrinsic } from "./tables";
import { asItems, asNumber, asText, isConstant, ItemsValue, V, Value } from "./value";

/** Longest list that is made of a range. */
const MAX_RANGE: i64 = 1 << 16;

/** The arguments are on the value stack from `base` on; null when the result is not known. */
export function sequence(e: Evaluator, kind: i32, base: i32, labels: u64, place: i32): Value | null {
  const first = e.values.length > base ? e.values.at(base) : e.unknown;
  switch (kind) {
    case Intrinsic.length: return lengthOf(e, first);
    case Intrinsic.range: return range(e, base, labels);
    case Intrinsic.enumerate: return enumerated(e, first, labels, place);
    case Intrinsic.zip: return zipped(e, base, labels, place);
    case Intrinsic.cycle: {
      const items = itemsOf(e, first, place);
      return items === null || items.length == 0 ? null : new ItemsValue(V.Cycle, items);
    }
    case Intrinsic.map: return mapped(e, base, labels, place);
    case Intrinsic.reduce: return reduced(e, base, place);
    case Intrinsic.sum: return sum(e, first, labels, place);
    default: return null;
  }
}

function lengthOf(e: Evaluator, value: Value): Value | null {
  if (value.kind == V.List) return e.world.numbers.value(asItems(value).count);
  if (value.kind == V.Dict) return e.world.numbers.value(asItems(value).count >> 1);
  if (value.kind != V.Text || asText(value).holes) return e.unknown;
  const text = asText(value);
  return text.isBytes || text.isAscii ? e.world.numbers.value(text.length) : e.unknown;
}

function range(e: Evaluator, base: i32, labels: u64): Value | null {
  const count = e.values.length - base;
  if (count == 0 || count > 3) return null;
  for (let i = base; i < e.values.length; i++) if (e.values.at(i).kind != V.Number) return null;
  const from = count == 1 ? 0 : asNumber(e.values.at(base)).number;
  const to = asNumber(e.values.at(count == 1 ? base : base + 1)).number;
  const step = count == 3 ? asNumber(e.values.at(base + 2)).number : 1;
  if (step == 0 || abs(from) > MAX_RANGE * MAX_RANGE || abs(to) > MAX_RANGE * MAX_RANGE) return null;
  const length = step > 0 ? (to - from + step - 1) / step : (from - to - step - 1) / -step;
  if (length > MAX_RANGE || !e.texts.charge(max(length, 0) as i32 * 4)) return null;
  const items = new StaticArray<Value>(max(length, 0) as i32);
  for (let i = 0; i < items.length; i++) unchecked(items[i] = e.world.numbers.value(from + step * i));
  return listOf(items, labels);
}

function pair(a: Value, b: Value): Value {
  const items = new StaticArray<Value>(2);
  unchecked(items[0] = a);
  unchecked(items[1] = b);
  return listOf(items, labelsOf(a) | labelsOf(b));
}

function enumerated(e: Evaluator, value: Value, labels: u64, place: i32): Value | null {
  const items = itemsOf(e, value, place);
  if (items === null || !e.texts.charge(items.length * 32)) return null;
  const pairs = new StaticArray<Value>(items.length);
  for (let i = 0; i < items.length; i++) unchecked(pairs[i] = pair(e.world.numbers.value(i), items[i]));
  return listOf(pairs, labels);
}

function zipped(e: Evaluator, base: i32, labels: u64, place: i32): Value | null {
  const width = e.values.length - base;
  let count = i32.MAX_VALUE;
  const columns = new StaticArray<StaticArray<Value>>(width);
  for (let i = 0; i < width; i++) {
    const value = e.values.at(base + i);
    const items = value.kind == V.Cycle ? asItems(value).items : itemsOf(e, value, place);
    if (items === null) return null;
    unchecked(columns[i] = items);
    if (value.kind != V.Cycle) count = min(count, items.length);
  }
  if (count == i32.MAX_VALUE || !e.texts.charge(count * 8 * width)) return null;
  const rows = new StaticArray<Value>(count);
  for (let i = 0; i < count; i++) {
    const row = new StaticArray<Value>(width);
    for (let j = 0; j < width; j++) unchecked(row[j] = columns[j][i % columns[j].length]);
    unchecked(rows[i] = listOf(row, labels));
  }
  return listOf(rows, labels);
}

/** `map(f, items)`, when all that comes out is known. */
function mapped(e: Evaluator, base: i32, labels: u64, place: i32): Value | null {
  if (e.values.length != base + 2) return null;
  const called = e.values.at(base);
  const items = called.kind == V.Path || called.kind == V.Function ? itemsOf(e, e.values.at(base + 1), place) : null;
  if (items === null) return null;
  const results = new StaticArray<Value>(items.length);
  for (let i = 0; i < items.length; i++) {
    const result = applied(e, called, unchecked(items[i]), null, place);
    if (result === null) return null;
    unchecked(results[i] = result);
  }
  const list = listOf(results, labels);
  for (let i = 0; i < results.length; i++) list.labels |= labelsOf(unchecked(results[i]));
  return list;
}

/** `reduce(f, items, start)` */
function reduced(e: Evaluator, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  if (count < 2) return null;
  const called = e.values.at(base);
  const items = itemsOf(e, e.values.at(base + 1), place);
  if (items === null || (items.length == 0 && count == 2)) return null;
  let result: Value | null = count > 2 ? e.values.at(base + 2) : unchecked(items[0]);
  for (let i = count > 2 ? 0 : 1; i < items.length && result !== null; i++) result = applied(e, called, result, unchecked(items[i]), place);
  return result;
}

/** The known result of a call with one or two arguments; null when it is not known, or costs too much. */
function applied(e: Evaluator, called: Value, a: Value, b: Value | null, place: i32): Value | null {
  if (!e.texts.charge(16) || !e.world.mayFollow) return null;
  const base = e.values.length;
  e.values.push(a);
  if (b !== null) e.values.push(b);
  const result = callValue(e, called, null, base, place);
  e.values.length = base;
  return isConstant(result) ? result : null;
}

function sum(e: Evaluator, value: Value, labels: u64, place: i32): Value | null {
  const items = itemsOf(e, value, place);
  if (items === null) return null;
  let total: i64 = 0;
  for (let i = 0; i < items.length; i++) {
    const item = unchecked(items[i]);
    if (item.kind != V.Number) return null;
    total += asNumber(item).number;
  }
  return numberFrom(total, labels);
}
