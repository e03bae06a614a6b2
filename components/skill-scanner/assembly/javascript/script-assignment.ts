// What assignments, declarations and patterns bind in JavaScript.
import { keep } from "../arena";
import { Node, N } from "../ast";
import { assign, bind, bindOutside } from "../assignment";
import { act } from "../calls";
import { either } from "../choices";
import { Call } from "../conditions";
import { Evaluator, labelsOf } from "../evaluator";
import { christen } from "../lambdas";
import { childOf } from "../name-tree";
import { NAME_ITEM_SET } from "../tables";
import { tidyValue } from "../tidy";
import { asText, V, Value } from "../value";
import { scriptCallbacks } from "./script-calls";
import { memberNamedBy, memberOfValue } from "./script-members";
import { Declares } from "./parser-classes";
import { W } from "./words";

/** `var x = value`, and the assignments that export something. */
export function scriptDeclaration(e: Evaluator, node: Node): void {
  const list = node.list!;
  const target = unchecked(list[0]);
  const outer = e.declares;
  if (list.length == 1) {
    if (target.kind == N.Name && node.op >= Declares.LET) declareEmpty(e, target.sym);
    return;
  }
  christen(target, unchecked(list[1]));
  const value = tidyValue(e, unchecked(list[1]));
  e.declares = node.op != Declares.NOTHING;
  assign(e, target, value);
  e.declares = outer;
}

/** `let x;` hides an outer x. */
function declareEmpty(e: Evaluator, symbol: i32): void {
  const binding = e.bindings.find(symbol);
  if (binding === null || binding.scope != e.bindings.scope) bind(e, symbol, e.unknown);
}

/** A name that is assigned to: it is that of the nearest function that has declared it, else a global one. */
export function bindScript(e: Evaluator, symbol: i32, value: Value): void {
  const binding = e.bindings.find(symbol);
  if (e.declares || e.bindings.scope == 0 || (binding !== null && binding.scope == e.bindings.scope)) { bind(e, symbol, value); return; }
  bindOutside(e, symbol, value);
}

/** `{ a, b: c, [d]: e, ...f } = value` */
export function unpackObject(e: Evaluator, pattern: Node, value: Value): void {
  const list = pattern.list;
  if (list === null) return;
  for (let i = 0; i < list.length; i++) {
    const key = unchecked(list[i]);
    if (key.kind == N.Star) { if (key.a !== null) assign(e, key.a!, e.labelled(labelsOf(value))); continue; }
    if (++i >= list.length) return;
    assign(e, unchecked(list[i]), taken(e, value, key));
  }
}

function taken(e: Evaluator, value: Value, key: Node): Value {
  if (key.kind == N.Str && key.sym != 0) return memberOfValue(e, value, e.ruleName(key.sym), key.sym, key, key.start);
  const name = e.evaluate(key);
  return name.kind == V.Text ? memberNamedBy(e, value, asText(name), key.start) : e.labelled(labelsOf(value));
}

/** `a = b` as a target: the default b is taken when there is nothing else. */
export function assignDefault(e: Evaluator, target: Node, value: Value): void {
  const declares = e.declares;
  e.declares = false;
  const missing = e.evaluate(target.b!);
  e.declares = declares;
  assign(e, target.a!, either(e, missing, value));
}

/** `process.env.NAME = value` */
export function memberAssigned(e: Evaluator, target: Node, object: Value, value: Value): void {
  const set = childOf(object.node, NAME_ITEM_SET);
  if (set == 0) return;
  const base = e.values.length;
  e.values.push(e.texts.slice(e.source, target.op, target.end, target.start, true));
  e.values.push(value);
  const labels = act(e, set, new Call(e, object, null, base, 2), target.start);
  if (labels != 0) scriptCallbacks(e, base, e.labelled(labels), 0); // `socket.onmessage = f`
  e.values.length = base;
}

/** `module.exports = value` */
export function replaceExports(e: Evaluator, target: Node, value: Value): bool {
  const object = target.a!;
  if (object.kind != N.Name || object.sym != W.module_ || target.sym != W.exports_ || e.unit.exports === null) return false;
  keep();
  const before = e.unit.replaced;
  e.unit.replaced = before === null ? value : either(e, before, value);
  return true;
}
