// Calls in JavaScript. Functions that are handed over are called with what the callee has to give: `fetch(u).then(f)`.
import { callFunction } from "../activations";
import { keep } from "../arena";
import { addInside } from "../assignment";
import { Node, N } from "../ast";
import { callPath, callValue } from "../calls";
import { Evaluator, labelsOf } from "../evaluator";
import { plainText } from "../fold";
import { asFunction } from "../functions";
import { holdObject } from "../held-objects";
import { dictEntry } from "../items";
import { nameOf } from "../name-tree";
import { BITS_LABELS, Intrinsic, NAME_SCRIPT_METHOD, NODE_INTRINSIC, NODE_REPEATS, NODE_SCRIPT_ENCODED_BUFFER } from "../tables";
import { asItems, asText, V, Value } from "../value";
import { scriptAttribute, scriptItemOf } from "./script-members";
import { isDecoding } from "./script-intrinsics";
import { scriptMethod } from "./script-methods";
import { taggedText } from "./script-texts";

/** A callback that nobody knows takes at most so many arguments: (error, data, info). */
const MOST_GIVEN: i32 = 3;

/** The value of a Call node, from that of its callee. */
export function scriptCall(e: Evaluator, callee: Value, node: Node, line: i32): Value {
  const place = e.placeOf(node, line);
  const base = e.collect(node.list!);
  const tagged = node.op & TAGGED ? taggedText(e, callee, base, place) : null;
  const result = tagged !== null ? tagged : callOf(e, callee, node, base, place);
  e.values.length = base;
  return result;
}

const TAGGED: i32 = 4;

/** `receiver.name(...)` and `receiver[name](...)`: `step` is the Attr or Subscript. */
export function scriptMethodCall(e: Evaluator, receiver: Value, step: Node, node: Node, line: i32): Value {
  const place = e.placeOf(node, line);
  let name = 0;
  let callee: Value;
  if (step.kind == N.Attr) {
    name = e.ruleName(step.sym);
    callee = scriptAttribute(e, receiver, step, line);
  } else {
    const key = e.evaluate(step.b!);
    if (key.kind == V.Text && !asText(key).holes) name = nameOf(changetype<usize>(asText(key).bytes) + asText(key).from, asText(key).length);
    callee = scriptItemOf(e, receiver, step, key);
  }
  const method = load<u8>(NAME_SCRIPT_METHOD + name) as i32;
  const base = e.collect(node.list!);
  if (method != 0) {
    const spread = expanded(e, node, base);
    const end = e.values.length;
    const known = scriptMethod(e, method, receiver, callee, step, spread, place);
    e.values.length = spread == base ? end : spread;
    if (known !== null) { e.values.length = base; return known; }
  }
  const result = callOf(e, callee, node, base, place);
  if (receiver.kind != V.Text) keepIn(e, step.a!, base);
  e.values.length = base;
  return result;
}

/** Where the arguments lie when lists behind `...` are taken apart: on top of those that were collected. */
function expanded(e: Evaluator, node: Node, base: i32): i32 {
  const list = node.list!;
  const end = e.values.length;
  let isSpread = false;
  for (let i = 0; i < list.length; i++) if (unchecked(list[i]).kind == N.Star) isSpread = true;
  if (!isSpread) return base;
  for (let i = 0; i < list.length; i++) {
    const value = e.values.at(base + i);
    if (unchecked(list[i]).kind != N.Star || value.kind != V.List) { e.values.push(value); continue; }
    const items = asItems(value).items;
    for (let j = 0; j < items.length; j++) e.values.push(unchecked(items[j]));
  }
  return end;
}

function callOf(e: Evaluator, callee: Value, node: Node, base: i32, place: i32): Value {
  if (callee.kind == V.Path && load<u8>(NODE_INTRINSIC + callee.node) != 0) return callKnown(e, callee, node, base, place);
  return callValue(e, callee, node, base, place);
}

/** A call of something whose result may be worked out. */
function callKnown(e: Evaluator, callee: Value, node: Node, base: i32, place: i32): Value {
  let from = expanded(e, node, base);
  const kind = load<u8>(NODE_INTRINSIC + callee.node) as i32;
  if (kind == Intrinsic.bufferFrom && isDecoding(e, from)) return callPath(e, e.path(NODE_SCRIPT_ENCODED_BUFFER, callee.labels), from == base ? node : null, from, place);
  if ((kind == Intrinsic.shellWords || kind == Intrinsic.shellText) && e.values.length > from && e.values.at(from).kind == V.Dict && dictEntry(e, e.values.at(from), plainText(e, "cmd")) === null) return e.unknown; // options only: execa({ … })`ls`
  if (kind == Intrinsic.shellWords) return started(e, callee, from, place);
  if (kind == Intrinsic.newFunction && e.values.length > from + 1) { // its code is the last argument
    e.values.push(e.values.top);
    from = e.values.length - 1;
  }
  return callPath(e, callee, from == base ? node : null, from, place);
}

/** `spawn("sh", ["-c", line])`: program and arguments are one list, as in other languages. */
function started(e: Evaluator, callee: Value, base: i32, place: i32): Value {
  const from = e.values.length;
  if (from - base < 2 || e.values.at(base + 1).kind != V.List) return callPath(e, callee, null, base, place);
  e.values.push(e.values.at(base));
  const items = asItems(e.values.at(base + 1)).items;
  for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
  e.values.push(e.takeItems(V.List, from));
  for (let i = base + 2; i < from; i++) e.values.push(e.values.at(i));
  const result = callPath(e, callee, null, from, place);
  e.values.length = from;
  return result;
}

/**
 * `list.push(secret)`, `form.append("key", secret)`: what is handed to a method of a variable may stay in it. In a field, what
 * is worked out with bits is not told apart from the marks that a program puts there for itself.
 */
export function keepIn(e: Evaluator, object: Node, base: i32): void {
  let labels: u64 = 0;
  for (let i = base; i < e.values.length; i++) {
    labels |= labelsOf(e.values.at(i));
    holdObject(e, object, e.values.at(i));
  }
  addInside(e, object, object.kind == N.Attr ? labels & ~BITS_LABELS : labels);
}

/** Remembers the functions among the arguments, which are called with what their callee has to give. */
export function scriptCallbacks(e: Evaluator, base: i32, given: Value, callee: i32): void {
  const end = e.values.length;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Function) continue;
    if (load<u8>(NODE_REPEATS + callee) != 0) { callRepeatedly(e, value, given); continue; }
    keep();
    e.later.push(value);
    e.later.push(given);
  }
}

/** `setInterval(f)` */
function callRepeatedly(e: Evaluator, callee: Value, given: Value): void {
  e.world.repeats++;
  callWith(e, callee, given, MOST_GIVEN, e.at);
  e.world.repeats--;
}

/** Calls the callbacks that a statement has handed over, now that it is done. */
export function runLater(e: Evaluator, from: i32): void {
  for (let i = from; i < e.later.length; i += 2) callWith(e, e.later.at(i), e.later.at(i + 1), MOST_GIVEN, e.at);
  e.later.length = from;
}

/** Calls a value with the same argument some times over. */
export function callWith(e: Evaluator, callee: Value, given: Value, times: i32, place: i32): Value {
  const base = e.values.length;
  for (let i = 0; i < times; i++) e.values.push(given);
  const result = callee.kind == V.Function ? callFunction(e, asFunction(callee), null, base) : callValue(e, callee, null, base, place);
  e.values.length = base;
  return result;
}
