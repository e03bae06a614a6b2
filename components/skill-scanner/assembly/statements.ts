// Statements, in the order in which Python runs them; the bodies of functions after the code around them.
import { Node, N } from "./python/ast";
import { K, Op } from "./python/lexer";
import { keptCount, mark, takeBack } from "./arena";
import { callValue } from "./calls";
import { assignElement } from "./displays";
import { Evaluator } from "./evaluator";
import { childOf, memberOf } from "./name-tree";
import { binary } from "./operators";
import { Event, NODE_BUILTINS, NODE_OTHER_MODULE } from "./tables";
import { numberFrom } from "./fold";
import { Binding, isNothing } from "./bindings";
import { asNumber, V } from "./value";

export function statement(e: Evaluator, node: Node): void {
  switch (node.kind) {
    case N.ExprStmt: {
      const expression = node.a!;
      if (expression.kind == N.Str) e.docstring(expression); // a text that stands alone is only read by people
      else alone(e, expression);
      return;
    }
    case N.Assign: assignment(e, node); return;
    case N.AugAssign: augmented(e, node); return;
    case N.Import: importModules(e, node.list!); return;
    case N.ImportFrom: importNames(e, node); return;
    case N.Block: block(e, node); return;
    case N.For: loop(e, node); return;
    case N.With: withItems(e, node); return;
    case N.Handler: handler(e, node); return;
    case N.FuncDef: functionDefinition(e, node); return;
    case N.ClassDef: classDefinition(e, node); return;
    case N.Print: printStatement(e, node); return;
    case N.Global: return;
    case N.Alias: withItem(e, node); return;
    default: parts(e, node);
  }
}

/** An expression whose value nobody takes. */
function alone(e: Evaluator, expression: Node): void {
  const start = mark();
  const kept = keptCount();
  const changes = e.bindings.changes;
  e.evaluate(expression);
  if (e.bindings.changes == changes) takeBack(start, kept);
}

/** Walks the module and then every function in it. */
export function run(e: Evaluator, module: Node): void {
  statements(e, module);
  runPending(e, 0);
}

function statements(e: Evaluator, node: Node): void {
  const list = node.list!;
  for (let i = 0; i < list.length; i++) statement(e, unchecked(list[i]));
}

/** A block that may be skipped: see `Evaluator.bind`. */
function block(e: Evaluator, node: Node): void {
  const outer = e.bindings.openBlock();
  statements(e, node);
  e.bindings.block = outer;
}

function parts(e: Evaluator, node: Node): void {
  if (node.a !== null) part(e, node.a!);
  if (node.list !== null) for (let i = 0; i < node.list!.length; i++) part(e, node.list![i]);
  if (node.b !== null) part(e, node.b!);
}

function part(e: Evaluator, node: Node): void {
  if (node.kind >= N.ExprStmt) statement(e, node);
  else e.evaluate(node);
}

function assignment(e: Evaluator, node: Node): void {
  const list = node.list!;
  const last = list.length - 1;
  if (node.b !== null) e.evaluate(node.b!);
  if (last == 0) return; // an annotation only
  const value = e.evaluate(unchecked(list[last]));
  for (let i = 0; i < last; i++) e.assign(unchecked(list[i]), value);
}

function augmented(e: Evaluator, node: Node): void {
  const target = node.a!;
  const before = e.evaluateTarget(target);
  const value = binary(e, operatorOf(node.op), before, e.evaluate(node.b!), node.b!.start);
  if (target.kind == N.Name) e.bind(target.sym, value);
}

/** `+=` is packed as its characters, the last being `=`. */
function operatorOf(op: i32): i32 {
  return op >> 16 != 0 ? op & 0xffff : op & 0xff;
}

// ---- imports

function importModules(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) {
    const alias = unchecked(list[i]);
    if (alias.a === null) continue;
    const top = pathTop(alias.a!);
    e.services.addModule(e.names.text[top.sym]);
    const node = importPath(e, alias.a!, alias.start);
    if (alias.sym != 0) e.bind(alias.sym, e.path(node, 0));
    else e.bind(top.sym, e.path(moduleNode(childOf(0, e.ruleName(top.sym))), 0));
  }
}

function pathTop(node: Node): Node {
  let top = node;
  while (top.kind == N.Attr) top = top.a!;
  return top;
}

/** The node of a dotted name, after firing the import of each module on the way to it. */
function importPath(e: Evaluator, path: Node, place: i32): i32 {
  const base = e.values.length;
  for (let n = path; ; n = n.a!) {
    e.values.push(numberFrom(n.sym, 0));
    if (n.kind != N.Attr) break;
  }
  let node = 0;
  while (e.values.length > base) {
    const symbol = asNumber(e.values.pop()).number as i32;
    if (node != NODE_OTHER_MODULE) node = moduleNode(childOf(node, e.ruleName(symbol)));
    e.fire(node, Event.Import, place);
  }
  return node;
}
function moduleNode(node: i32): i32 {
  return node != 0 ? node : NODE_OTHER_MODULE;
}

function importNames(e: Evaluator, node: Node): void {
  const list = node.list!;
  const isRelative = node.op != 0 || node.a === null;
  if (!isRelative) e.services.addModule(e.names.text[pathTop(node.a!).sym]);
  const module = isRelative ? 0 : importPath(e, node.a!, node.start);
  for (let i = 0; i < list.length; i++) {
    const alias = unchecked(list[i]);
    if (alias.a === null) { if (module != 0) e.stars.push(module); continue; }
    const member = isRelative ? 0 : memberOf(module, e.ruleName(alias.a!.sym));
    if (member != 0) {
      e.fire(member, Event.Import, alias.start);
      e.fire(member, Event.Read, alias.start);
    }
    e.bind(alias.sym != 0 ? alias.sym : alias.a!.sym, member != 0 ? e.path(member, 0) : e.unknown);
  }
}

// ---- blocks

function loop(e: Evaluator, node: Node): void {
  const list = node.list!;
  assignElement(e, node.a!, e.evaluate(list[0]));
  for (let i = 1; i < list.length; i++) part(e, list[i]);
}

function withItems(e: Evaluator, node: Node): void {
  const list = node.list!;
  for (let i = 0; i < list.length; i++) withItem(e, unchecked(list[i]));
  statements(e, node.b!);
}

function withItem(e: Evaluator, node: Node): void {
  if (node.kind == N.Tuple && node.list !== null) {
    for (let i = 0; i < node.list!.length; i++) withItem(e, node.list![i]);
    return;
  }
  if (node.kind != N.Alias) { part(e, node); return; }
  const value = e.evaluate(node.a!);
  if (node.b !== null) e.assign(node.b!, value);
}

function handler(e: Evaluator, node: Node): void {
  if (node.a !== null) e.evaluate(node.a!);
  if (node.sym != 0) e.bind(node.sym, e.unknown);
  if (node.b !== null) part(e, node.b!);
}

/** Python 2's `exec code` runs it. */
function printStatement(e: Evaluator, node: Node): void {
  const list = node.list!;
  const base = e.collect(list);
  if (node.sym == K.exec_) callValue(e, e.path(childOf(NODE_BUILTINS, e.ruleName(K.exec_)), 0), null, base, node.start);
  e.values.length = base;
}

// ---- definitions

function functionDefinition(e: Evaluator, node: Node): void {
  const parameters = node.list!;
  if (node.a !== null) e.evaluate(node.a!);
  for (let i = 0; i < parameters.length; i++) {
    const parameter = unchecked(parameters[i]);
    if (parameter.kind == N.Param && parameter.a !== null) e.evaluate(parameter.a!);
  }
  decorators(e, parameters);
  e.bind(node.sym, e.unknown);
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
function runPending(e: Evaluator, from: i32): void {
  for (let i = from; i < e.pending.length; i++) functionBody(e, e.pending.at(i));
  while (e.pending.length > from) e.pending.pop();
}

function functionBody(e: Evaluator, node: Node): void {
  if (node.b === null) return;
  const scope = e.bindings.scope;
  const outer = e.bindings.block;
  const inner = e.pending.length;
  const defaults = e.collectDefaults(node.list!); // these may still bind names outside
  const start = mark();
  const kept = keptCount();
  const trail = e.bindings.enter();
  e.declareParameters(node.list!, defaults);
  statements(e, node.b!);
  runPending(e, inner);
  e.bindings.leave(trail, scope, outer);
  takeBack(start, kept); // what it bound is unbound
}

function classDefinition(e: Evaluator, node: Node): void {
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
  e.bind(node.sym, members);
}

/** Members of a class that say something, as name and value. */
function pushMember(e: Evaluator, binding: Binding): void {
  if (isNothing(binding.value)) return;
  e.values.push(numberFrom(binding.symbol, 0));
  e.values.push(binding.value);
}
