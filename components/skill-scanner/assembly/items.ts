// Items and slices: `a[b]`.
import { memberByText } from "./attributes";
import { act } from "./calls";
import { Call } from "./conditions";
import { Evaluator, labelsOf } from "./evaluator";
import { listOf, reversed, singleByte } from "./fold";
import { holdsObjects } from "./held-objects";
import { intrinsic } from "./intrinsics";
import { childOf, moduleOf } from "./name-tree";
import { Node, N } from "./ast";
import { FETCHED_LABELS, NAME_ITEM, NAME_ITEM_SET, NODE_BUILTINS, NODE_INTRINSIC, NODE_MODULE_NAME, NODE_MODULES, NODE_OTHER_MODULE, RULE_ASSEMBLED_NAME } from "./tables";
import { asItems, asNumber, asText, TextValue, V, Value } from "./value";
import { variable } from "./variables";

/** The value of a Subscript node, from that of its object. */
export function subscript(e: Evaluator, object: Value, node: Node): Value {
  const index = node.b!;
  if (index.kind == N.Slice) return slice(e, object, index, node.start);
  return itemOf(e, object, e.evaluate(index), node.start);
}

/** `object[key]`, also through `.get(key)` and `__getitem__`. */
export function itemOf(e: Evaluator, object: Value, key: Value, place: i32): Value {
  switch (object.kind) {
    case V.Path: return pathItem(e, object, key, place);
    case V.Members: return key.kind == V.Text ? memberByText(e, asPath(e, object), asText(key), place) : e.unknown;
    case V.Namespace: return key.kind == V.Text && !asText(key).holes ? variable(e, stringOf(asText(key))) : e.unknown;
    case V.Text: return key.kind == V.Number ? character(e, asText(object), asNumber(key).number, place) : e.labelled(object.labels);
    case V.List: return key.kind == V.Number ? element(e, object, asNumber(key).number) : holdsObjects(object) ? asItems(object).at(0) : e.labelled(object.labels);
    case V.Dict: return entry(e, object, key);
    default: return e.labelled(object.labels);
  }
}

function asPath(e: Evaluator, members: Value): Value {
  return e.path(members.node, 0);
}

export function pathItem(e: Evaluator, object: Value, key: Value, place: i32): Value {
  if (key.kind == V.Text) {
    if (object.node == NODE_MODULES) return moduleNamed(e, asText(key), place);
    if (object.node == NODE_BUILTINS) return memberByText(e, object, asText(key), place);
  }
  if (object.node == NODE_MODULES && key.kind == V.Path && key.node == NODE_MODULE_NAME) return new Value(V.Namespace);
  const item = childOf(object.node, NAME_ITEM);
  if (item == 0) return e.labelled(labelsOf(object));
  const base = e.values.length;
  e.values.push(key);
  // by a key that came from the object itself, any of its items may be taken
  const enumerated = key.kind == V.Text ? 0 : labelsOf(key) & labelsOf(object);
  const labels = object.labels | enumerated | act(e, item, new Call(e, object, null, base, 1), place);
  const kind = load<u8>(NODE_INTRINSIC + item) as i32;
  const known = intrinsic(e, kind, object, base, labels, place);
  e.values.length = base;
  return known !== null ? known : e.path(item, labels);
}

/** A module by its dotted name. */
export function moduleNamed(e: Evaluator, name: TextValue, place: i32): Value {
  if (name.holes) return e.unknown;
  const node = moduleOf(changetype<usize>(name.bytes) + name.from, name.length);
  if (name.assembled && node != NODE_OTHER_MODULE) e.findings.add(RULE_ASSEMBLED_NAME, place);
  return e.path(node, e.isScript ? 0 : FETCHED_LABELS);
}

/** `object[key] = value`; returns the key. */
export function subscriptAssigned(e: Evaluator, target: Node, value: Value): Value {
  const object = e.evaluateTarget(target.a!);
  const key = e.evaluate(target.b!);
  const place = object.kind == V.Path ? childOf(object.node, NAME_ITEM_SET) : 0;
  if (place == 0) return key;
  const base = e.values.length;
  e.values.push(key);
  e.values.push(value);
  act(e, place, new Call(e, object, null, base, 2), target.start);
  e.values.length = base;
  return key;
}

function character(e: Evaluator, text: TextValue, index: i64, place: i32): Value {
  const at = index < 0 ? index + text.length : index;
  if (at < 0 || at >= text.length || !text.isAscii) return e.labelled(text.labels);
  return singleByte(e, text, at as i32, place);
}

function element(e: Evaluator, list: Value, index: i64): Value {
  const items = asItems(list);
  const at = index < 0 ? index + items.count : index;
  return at >= 0 && at < items.count ? items.at(at as i32) : e.labelled(list.labels);
}

function entry(e: Evaluator, dict: Value, key: Value): Value {
  const found = dictEntry(e, dict, key);
  return found !== null ? found : e.labelled(dict.labels);
}

/** What a dict has under a key; null when it has nothing, as far as is known. */
export function dictEntry(e: Evaluator, dict: Value, key: Value): Value | null {
  const items = asItems(dict);
  if (!e.texts.charge(items.count)) return null;
  for (let i = items.count - 2; i >= 0; i -= 2) if (sameKey(items.at(i), key)) return items.at(i + 1);
  return null;
}

function sameKey(a: Value, b: Value): bool {
  if (a.kind != b.kind) return false;
  if (a.kind == V.Number) return asNumber(a).number == asNumber(b).number;
  if (a.kind != V.Text) return false;
  const x = asText(a);
  const y = asText(b);
  return x.length == y.length && memory.compare(changetype<usize>(x.bytes) + x.from, changetype<usize>(y.bytes) + y.from, x.length) == 0;
}

function slice(e: Evaluator, object: Value, node: Node, place: i32): Value {
  let low: Value | null = null;
  if (node.a !== null) low = e.evaluate(node.a!);
  const rest = node.list;
  const base = e.values.length;
  if (rest !== null) e.collect(rest);
  const bounds = e.values.length - base;
  let last: Value | null = null;
  if (bounds > 0) last = e.values.at(e.values.length - 1);
  e.values.length = base;
  if (object.kind == V.List) return listSlice(e, object, low, last, node.op == 2 ? bounds : 0, node.op);
  if (object.kind != V.Text || asText(object).holes || !asText(object).isAscii) return e.labelled(labelsOf(object));
  const text = asText(object);
  if (node.op == 2 && low === null && bounds == 1 && isNumber(last, -1)) return reversed(e, text, place);
  if (node.op == 2 && bounds == 1 && last !== null && last.kind == V.Number) return strided(e, text, low, asNumber(last).number, place);
  if (node.op != 1) return e.labelled(text.labels);
  return range(e, text, low, last, place);
}

/** `list[a:b]`, `list[a::c]` */
function listSlice(e: Evaluator, list: Value, low: Value | null, last: Value | null, steps: i32, op: i32): Value {
  const items = asItems(list).items;
  if (op > 2 || !e.texts.charge(items.length * 4)) return e.labelled(list.labels);
  const step = steps == 0 ? 1 : last !== null && last.kind == V.Number ? asNumber(last).number : 0;
  if (step == -1 && low === null) return listOf(items.slice<StaticArray<Value>>().reverse(), list.labels);
  const from = bound(low, items.length, 0);
  const to = bound(steps == 0 ? last : null, items.length, items.length);
  if (step <= 0 || from < 0 || to < 0) return e.labelled(list.labels);
  const base = e.values.length;
  for (let i = from as i64; i < to; i += step) e.values.push(unchecked(items[i as i32]));
  return listOf(e.takeValues(base), list.labels);
}

function isNumber(value: Value | null, number: i64): bool {
  return value !== null && value.kind == V.Number && asNumber(value).number == number;
}

/** `text[low::step]` with a positive step. */
function strided(e: Evaluator, text: TextValue, low: Value | null, step: i64, place: i32): Value {
  const from = bound(low, text.length, 0);
  if (step <= 0 || from < 0) return e.labelled(text.labels);
  const bytes = new StaticArray<u8>(text.length);
  let used = 0;
  for (let i = from as i64; i < text.length; i += step) unchecked(bytes[used++] = text.at(i as i32) as u8);
  return e.texts.charge(text.length) ? e.texts.made(bytes, used, place, text) : e.labelled(text.labels);
}

function range(e: Evaluator, text: TextValue, low: Value | null, high: Value | null, place: i32): Value {
  const from = bound(low, text.length, 0);
  const to = bound(high, text.length, text.length);
  if (from < 0 || to < 0) return e.labelled(text.labels);
  const part = e.texts.slice(text.bytes, text.from + from, text.from + max(from, to), place, text.reported);
  part.labels |= text.labels;
  part.assembled = true;
  return part;
}

/** Within 0..length; -1 when it is not known. */
function bound(value: Value | null, length: i32, missing: i32): i32 {
  if (value === null) return missing;
  if (value.kind != V.Number) return -1;
  const number = asNumber(value).number;
  const at = number < 0 ? number + length : number;
  return at < 0 ? 0 : at > length ? length : (at as i32);
}

function stringOf(text: TextValue): string {
  return String.UTF8.decodeUnsafe(changetype<usize>(text.bytes) + text.from, text.length);
}
