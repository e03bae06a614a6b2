// Methods of lists that call a function for their items.
import { callExactly } from "../activations";
import { callValue } from "../calls";
import { Evaluator, labelsOf } from "../evaluator";
import { asFunction } from "../functions";
import { asItems, V, Value } from "../value";
import { callWith } from "./script-calls";
import { isCallable, MOST_CALLS } from "./script-methods";

/** Each item through the function; null when not every result is known. */
export function mapped(e: Evaluator, list: Value, f: Value, base: i32, place: i32): Value | null {
  if (!isCallable(f)) return null;
  const items = asItems(list).items;
  const from = e.values.length;
  for (let i = 0; i < items.length; i++) {
    if (!e.texts.charge(16)) break;
    e.values.push(applyTo(e, f, unchecked(items[i]), place));
  }
  if (e.values.length - from == items.length) return e.takeItems(V.List, from);
  e.values.length = from;
  return null;
}

function applyTo(e: Evaluator, f: Value, item: Value, place: i32): Value {
  if (f.kind != V.Function) return callWith(e, f, item, 1, place);
  const base = e.values.length;
  e.values.push(item);
  const result = callExactly(e, asFunction(f), base);
  e.values.length = base;
  return result;
}

/** `list.reduce(f, start)` */
export function reduced(e: Evaluator, list: Value, base: i32, count: i32, place: i32): Value {
  const items = asItems(list).items;
  if (count == 0 || !isCallable(e.values.at(base)) || items.length == 0) return e.labelled(list.labels);
  const f = e.values.at(base);
  let result = count > 1 ? e.values.at(base + 1) : unchecked(items[0]);
  for (let i = count > 1 ? 0 : 1; i < items.length && i < MOST_CALLS && e.texts.charge(16); i++) {
    const from = e.values.length;
    e.values.push(result);
    e.values.push(unchecked(items[i]));
    result = callValue(e, f, null, from, place);
    e.values.length = from;
  }
  return e.labelled(list.labels | labelsOf(result));
}

export function eachItem(e: Evaluator, list: Value, f: Value, place: i32): void {
  if (!isCallable(f)) return;
  const items = asItems(list).items;
  for (let i = 0; i < items.length && i < MOST_CALLS && e.texts.charge(16); i++) callWith(e, f, unchecked(items[i]), 1, place);
  if (items.length == 0) callWith(e, f, e.labelled(list.labels), 1, place);
}
