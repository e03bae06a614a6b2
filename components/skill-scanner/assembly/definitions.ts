// Functions and classes. A function's body is walked after the code around it, when all that it may use is bound.
import { keptCount, mark, takeBack } from "./arena";
import { bind } from "./assignment";
import { Binding, isNothing } from "./bindings";
import { callValue } from "./calls";
import { Evaluator } from "./evaluator";
import { numberFrom } from "./fold";
import { collectDefaults, declareParameters } from "./parameters";
import { Node, N } from "./ast";
import { part, statements } from "./statements";
import { V } from "./value";

export function functionDefinition(e: Evaluator, node: Node): void {
  const parameters = node.list!;
  if (node.a !== null) e.evaluate(node.a!);
  for (let i = 0; i < parameters.length; i++) {
    const parameter = unchecked(parameters[i]);
    if (parameter.kind == N.Param && parameter.a !== null) e.evaluate(parameter.a!);
  }
  decorators(e, parameters);
  bind(e, node.sym, e.unknown);
  e.pending.push(node);
}

/** A decorator is called with what it decorates. */
function decorators(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) {
    const node = unchecked(list[i]);
    if (node.kind != N.Decorator) continue;
    const base = e.values.length;
    const callee = e.evaluate(node.a!);
    e.values.push(e.unknown);
    callValue(e, callee, null, base, node.a!.start);
    e.values.length = base;
  }
}

/** Bodies of the functions from this one on, also of those that they define. */
export function runPending(e: Evaluator, from: i32): void {
  for (let i = from; i < e.pending.length; i++) functionBody(e, e.pending.at(i));
  while (e.pending.length > from) e.pending.pop();
}

function functionBody(e: Evaluator, node: Node): void {
  if (node.b === null) return;
  const scope = e.bindings.scope;
  const outer = e.bindings.block;
  const inner = e.pending.length;
  const defaults = collectDefaults(e, node.list!); // these may still bind names outside
  const start = mark();
  const kept = keptCount();
  const trail = e.bindings.enter();
  declareParameters(e, node.list!, defaults);
  statements(e, node.b!);
  runPending(e, inner);
  e.bindings.leave(trail, scope, outer);
  takeBack(start, kept); // what it bound is unbound
}

export function classDefinition(e: Evaluator, node: Node): void {
  const list = node.list!;
  for (let i = 0; i < list.length; i++) if (list[i].kind != N.Decorator) part(e, list[i]);
  decorators(e, list); // these may still bind names outside
  const start = mark();
  const kept = keptCount();
  const scope = e.bindings.scope;
  const outer = e.bindings.block;
  const trail = e.bindings.enter();
  if (node.b !== null) statements(e, node.b!);
  const base = e.values.length;
  for (let i = 0; i < e.bindings.countSince(trail); i++) pushMember(e, e.bindings.since(trail, i));
  const isTelling = e.values.length > base;
  const members = isTelling ? e.takeItems(V.Class, base) : e.unknown;
  if (isTelling) members.labels = 0;
  e.bindings.leave(trail, scope, outer);
  if (!isTelling) takeBack(start, kept);
  bind(e, node.sym, members);
}

/** Members of a class that say something, as name and value. */
function pushMember(e: Evaluator, binding: Binding): void {
  if (isNothing(binding.value)) return;
  e.values.push(numberFrom(binding.symbol, 0));
  e.values.push(binding.value);
}
