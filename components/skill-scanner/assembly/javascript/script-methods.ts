// Methods of JavaScript's own objects. What is not worked out here gives null: the callee decides.
import { keep } from "../arena";
import { Node, N } from "../ast";
import { isNothing } from "../bindings";
import { callValue } from "../calls";
import { either } from "../choices";
import { Evaluator, labelsOf } from "../evaluator";
import { itemsOf, join, lastChoice, listOf, MAX_ITEMS } from "../fold";
import { ScriptMethod } from "../tables";
import { asItems, asNumber, asText, PARAMETER, TextValue, V, Value } from "../value";
import { bindScript } from "./script-assignment";
import { mapped, reduced, eachItem } from "./script-callbacks";
import { callWith, keepIn } from "./script-calls";
import { numberMethod, textMethod } from "./script-texts";
import { searched } from "./searched-names";

/** `receiver.name(...)`, the arguments being on the value stack from `base` on. `place` is where the name stands. */
export function scriptMethod(e: Evaluator, method: i32, receiver: Value, callee: Value, attr: Node, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  if (receiver.kind == V.Path && callee.kind == V.Path) return null; // the rules know a member of this name: Reflect.apply
  switch (method) {
    case ScriptMethod.call: return isCallable(receiver) ? called(e, receiver, base + 1, place) : null;
    case ScriptMethod.apply: return isCallable(receiver) ? applied(e, receiver, base, place) : null;
    case ScriptMethod.bind: return isCallable(receiver) ? receiver : e.unknown;
    case ScriptMethod.then: case ScriptMethod.onCatch: case ScriptMethod.onFinally: return then(e, receiver, base, place);
    default: break;
  }
  if (callee.kind == V.Function || callee.kind == V.Instance) return null; // the code has its own method of this name
  if (receiver.kind == V.Choice) return scriptMethod(e, method, lastChoice(e, receiver), callee, attr, base, place);
  if (receiver.kind == V.Names || receiver.kind == V.Entries) return count > 0 ? searched(e, method, receiver, e.values.at(base), place) : null;
  if (receiver.kind == V.List) return listMethod(e, method, receiver, attr, base, count, place);
  if (receiver.kind == V.Text) return textMethod(e, method, asText(receiver), base, place);
  if (receiver.kind == V.Number) return numberMethod(e, method, receiver, base, place);
  if (isIteration(method) && receiver.kind != V.Path) return iterated(e, receiver, base, place);
  return null;
}

export function isCallable(value: Value): bool {
  return value.kind == V.Path || value.kind == V.Function || value.kind == V.Choice;
}

/** The arguments from `base` on, without what `this` is. */
function called(e: Evaluator, callee: Value, base: i32, place: i32): Value {
  const from = e.values.length;
  for (let i = base; i < from; i++) e.values.push(e.values.at(i));
  const result = callValue(e, callee, null, from, place);
  e.values.length = from;
  return result;
}

/** `f.apply(this, list)` */
function applied(e: Evaluator, callee: Value, base: i32, place: i32): Value {
  const from = e.values.length;
  if (from > base + 1) {
    const list = e.values.at(base + 1);
    if (list.kind == V.List) {
      const items = asItems(list).items;
      for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
    } else e.values.push(e.labelled(labelsOf(list)));
  }
  const result = callValue(e, callee, null, from, place);
  e.values.length = from;
  return result;
}

/** `promise.then(f, g)`: f gets what the promise came from. */
function then(e: Evaluator, receiver: Value, base: i32, place: i32): Value | null {
  let result: Value = e.labelled(labelsOf(receiver));
  const end = e.values.length;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (!isCallable(value)) continue;
    const next = callWith(e, value, receiver, 1, place);
    if (i == base && !isNothing(next)) result = next;
  }
  return result;
}

function isIteration(method: i32): bool {
  switch (method) {
    case ScriptMethod.map: case ScriptMethod.forEach: case ScriptMethod.filter: case ScriptMethod.flatMap: case ScriptMethod.find:
    case ScriptMethod.some: case ScriptMethod.every: case ScriptMethod.reduce: case ScriptMethod.on:
      return true;
    default: return false;
  }
}

/** Something of which only labels are known, gone through. */
function iterated(e: Evaluator, receiver: Value, base: i32, place: i32): Value {
  const labels = labelsOf(receiver);
  const given = e.labelled(labels);
  let result: Value = given;
  const end = e.values.length;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (isCallable(value)) result = either(e, result, e.labelled(labelsOf(callWith(e, value, given, 2, place)) & ~PARAMETER));
  }
  return result;
}

function listMethod(e: Evaluator, method: i32, list: Value, attr: Node, base: i32, count: i32, place: i32): Value | null {
  const items = asItems(list).items;
  const first = count > 0 ? e.values.at(base) : e.unknown;
  switch (method) {
    case ScriptMethod.join: return joined(e, list, count > 0 ? first : null, place);
    case ScriptMethod.toString: return joined(e, list, null, place);
    case ScriptMethod.reverse: return reversed(e, list, attr);
    case ScriptMethod.map: case ScriptMethod.flatMap: return mapped(e, list, first, base, place);
    case ScriptMethod.reduce: return reduced(e, list, base, count, place);
    case ScriptMethod.forEach: case ScriptMethod.filter: case ScriptMethod.find: case ScriptMethod.some: case ScriptMethod.every:
      eachItem(e, list, first, place);
      return method == ScriptMethod.filter ? list : e.labelled(list.labels);
    case ScriptMethod.slice: return sliced(e, list, base, count);
    case ScriptMethod.concat: return concatenated(e, list, base);
    case ScriptMethod.pop: return items.length > 0 ? unchecked(items[items.length - 1]) : null;
    case ScriptMethod.shift: return items.length > 0 ? unchecked(items[0]) : null;
    case ScriptMethod.at: return first.kind == V.Number ? atIndex(e, list, first) : null;
    case ScriptMethod.push: case ScriptMethod.unshift: return pushed(e, method, list, attr, base);
    case ScriptMethod.flat: case ScriptMethod.values: case ScriptMethod.sort: return list;
    default: return null;
  }
}

function joined(e: Evaluator, list: Value, separator: Value | null, place: i32): Value | null {
  const items = itemsOf(e, list, place);
  if (items === null) return null;
  if (separator === null) return join(e, comma(e, place), items, place);
  return separator.kind == V.Text ? join(e, asText(separator), items, place) : null;
}

/** What JavaScript puts between the items of a list. */
function comma(e: Evaluator, place: i32): TextValue {
  const text = e.texts.appendQuiet(e.texts.empty(), 44);
  return text === null ? e.texts.unknown(place) : text;
}

/** In place: the variable holds the reversed list from then on. */
function reversed(e: Evaluator, list: Value, attr: Node): Value | null {
  const items = asItems(list).items;
  if (!e.texts.charge(items.length * 4)) return null;
  return changed(e, attr, listOf(items.slice<StaticArray<Value>>().reverse(), list.labels));
}

function changed(e: Evaluator, attr: Node, list: Value): Value {
  if (attr.kind == N.Attr && attr.a!.kind == N.Name) { keep(); bindScript(e, attr.a!.sym, list); }
  return list;
}

function pushed(e: Evaluator, method: i32, list: Value, attr: Node, base: i32): Value | null {
  if (attr.kind == N.Attr && attr.a!.kind == N.Attr) { keepIn(e, attr.a!, base); return e.unknown; }
  const before = asItems(list).items;
  const count = e.values.length - base;
  if (before.length + count > MAX_ITEMS || !e.texts.charge((before.length + count) * 4)) return null;
  const items = new StaticArray<Value>(before.length + count);
  const at = method == ScriptMethod.push ? before.length : 0;
  const shift = method == ScriptMethod.push ? 0 : count;
  let labels = list.labels;
  for (let i = 0; i < before.length; i++) unchecked(items[i + shift] = unchecked(before[i]));
  for (let i = 0; i < count; i++) {
    labels |= labelsOf(e.values.at(base + i));
    unchecked(items[at + i] = e.values.at(base + i));
  }
  changed(e, attr, listOf(items, labels));
  return e.unknown;
}

/** Items of one list that a callback is called with. */
export const MOST_CALLS: i32 = 64;

function sliced(e: Evaluator, list: Value, base: i32, count: i32): Value | null {
  const items = asItems(list).items;
  const from = indexOf(e, base, count, 0, items.length, 0);
  const to = indexOf(e, base, count, 1, items.length, items.length);
  if (from < 0 || to < 0 || !e.texts.charge(items.length)) return null;
  return listOf(items.slice<StaticArray<Value>>(from, max(from, to)), list.labels);
}

/** The i-th argument as an index into something of this length; -1 when it is not known. */
export function indexOf(e: Evaluator, base: i32, count: i32, i: i32, length: i32, missing: i32): i32 {
  if (i >= count) return missing;
  const value = e.values.at(base + i);
  if (value.kind != V.Number) return value.kind == V.Constant ? missing : -1;
  const number = asNumber(value).number;
  const at = number < 0 ? number + length : number;
  return at < 0 ? 0 : at > length ? length : (at as i32);
}

function concatenated(e: Evaluator, list: Value, base: i32): Value | null {
  const from = e.values.length;
  pushAll(e, list);
  for (let i = base; i < from; i++) {
    const value = e.values.at(i);
    if (value.kind == V.List) pushAll(e, value);
    else e.values.push(value);
  }
  if (e.values.length - from <= MAX_ITEMS && e.texts.charge((e.values.length - from) * 4)) return e.takeItems(V.List, from);
  e.values.length = from;
  return null;
}

function pushAll(e: Evaluator, list: Value): void {
  const items = asItems(list).items;
  for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
}

function atIndex(e: Evaluator, list: Value, index: Value): Value | null {
  const items = asItems(list).items;
  const number = asNumber(index).number;
  const at = number < 0 ? number + items.length : number;
  return at >= 0 && at < items.length ? unchecked(items[at as i32]) : null;
}
