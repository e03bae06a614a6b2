// Statements, in the order in which Python runs them.
import { distinguish } from "./answers";
import { keptCount, mark, takeBack } from "./arena";
import { addInside, assign, bind } from "./assignment";
import { callValue } from "./calls";
import { ifStatement, returnStatement, Signal, simpleStatement } from "./control";
import { classDefinition, functionDefinition, runPending } from "./definitions";
import { Evaluator, labelsOf } from "./evaluator";
import { docstring } from "./expressions";
import { importPackages } from "./go/imports";
import { importModules, importNames } from "./imports";
import { runLater } from "./javascript/script-calls";
import { scriptDeclaration } from "./javascript/script-assignment";
import { scriptImport } from "./javascript/script-imports";
import { christen } from "./lambdas";
import { forLoop, whileLoop } from "./loops";
import { fillExports } from "./modules";
import { childOf } from "./name-tree";
import { binary } from "./operators";
import { Node, N } from "./ast";
import { DECLARES } from "./go/parser-simple";
import { K } from "./python/lexer";
import { ClassValue } from "./objects";
import { DOWNLOADED_LABELS, NODE_BUILTINS, NODE_SCRIPT_CAUGHT } from "./tables";
import { tidyValue } from "./tidy";
import { enter } from "./unit";

export function statement(e: Evaluator, node: Node): void {
  e.at = node.start;
  if (!e.isScript) { oneStatement(e, node); return; }
  const later = e.later.length;
  oneStatement(e, node);
  runLater(e, later);
}

function oneStatement(e: Evaluator, node: Node): void {
  switch (node.kind) {
    case N.ExprStmt: {
      const expression = node.a!;
      if (expression.kind == N.Str) docstring(e, expression);
      else alone(e, expression);
      return;
    }
    case N.Assign: if (e.isScript) scriptDeclaration(e, node); else assignment(e, node); return;
    case N.AugAssign: augmented(e, node); return;
    case N.Import: if (e.isGo) importPackages(e, node.list!); else importModules(e, node.list!); return;
    case N.ImportFrom: if (e.isScript) scriptImport(e, node); else importNames(e, node); return;
    case N.Block: block(e, node); return;
    case N.If: ifStatement(e, node); return;
    case N.For: forLoop(e, node); return;
    case N.While: whileLoop(e, node); return;
    case N.Simple: simpleStatement(e, node); return;
    case N.With: withItems(e, node); return;
    case N.Try: if (e.isScript) guarded(e, node.list!); else parts(e, node); return;
    case N.Handler: handler(e, node); return;
    case N.FuncDef: if (!e.isScript) functionDefinition(e, node); return; // see hoist
    case N.ClassDef: classDefinition(e, node); return;
    case N.Print: printStatement(e, node); return;
    case N.Global: declareOuter(e, node.list!); return;
    case N.Alias: withItem(e, node); return;
    case N.Return: returnStatement(e, node); return;
    case N.Match: distinguish(e, node.list!); return;
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

/** Walks the module, and then every function in it: those of a file when all that it imports has been walked. */
export function run(e: Evaluator, module: Node): void {
  const isFile = e.unit.level == 0;
  if (isFile && e.skill.files.length > 1) e.unit.exports = new ClassValue();
  statements(e, module);
  e.isWalked = true;
  const exports = e.unit.exports;
  if (exports !== null) fillExports(e, exports);
  if (isFile) e.skill.modules.finishLater(e);
  else finish(e);
}

export function finish(e: Evaluator): void {
  const unit = enter(e.findings, e.unit);
  runPending(e, 0);
  enter(e.findings, unit);
  e.end();
}

export function statements(e: Evaluator, node: Node): void {
  const list = node.list!;
  if (e.isScript) hoist(e, list);
  for (let i = 0; i < list.length && e.signal == Signal.None && !e.isStopped; i++) statement(e, unchecked(list[i]));
}

/** Functions of a block may be called before they stand there. */
function hoist(e: Evaluator, list: Node[]): void {
  for (let i = 0; i < list.length; i++) if (unchecked(list[i]).kind == N.FuncDef) functionDefinition(e, unchecked(list[i]));
}

function declareOuter(e: Evaluator, names: Node[]): void {
  for (let i = 0; i < names.length; i++) e.bindings.declareOuter(unchecked(names[i]).sym);
}

/** A block that may be skipped: see `bind`. */
export function block(e: Evaluator, node: Node): void {
  const outer = e.bindings.openBlock();
  const isCertain = e.isCertain;
  e.isCertain = false;
  statements(e, node);
  e.isCertain = isCertain;
  e.bindings.block = outer;
}

function parts(e: Evaluator, node: Node): void {
  if (node.a !== null) part(e, node.a!);
  if (node.list !== null) for (let i = 0; i < node.list!.length; i++) part(e, node.list![i]);
  if (node.b !== null) part(e, node.b!);
}

export function part(e: Evaluator, node: Node): void {
  if (node.kind >= N.ExprStmt) statement(e, node);
  else e.evaluate(node);
}

function assignment(e: Evaluator, node: Node): void {
  const list = node.list!;
  const last = list.length - 1;
  if (node.b !== null) e.evaluate(node.b!);
  if (last == 0) return; // an annotation only
  christen(unchecked(list[0]), unchecked(list[last]));
  const value = tidyValue(e, unchecked(list[last]));
  const declares = e.declares;
  e.declares = node.op == DECLARES;
  for (let i = 0; i < last; i++) assign(e, unchecked(list[i]), value);
  e.declares = declares;
}

function augmented(e: Evaluator, node: Node): void {
  const target = node.a!;
  const before = e.evaluateTarget(target);
  const value = binary(e, operatorOf(node.op), before, e.evaluate(node.b!), node.b!.start);
  if (target.kind == N.Name) bind(e, target.sym, value);
  else if (target.kind == N.Attr) addInside(e, target, labelsOf(value));
}

/** `+=` is packed as its characters, the last being `=`. */
function operatorOf(op: i32): i32 {
  return op >> 16 != 0 ? op & 0xffff : op & 0xff;
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
  if (node.b !== null) assign(e, node.b!, value);
}

/** `try { … } catch (error) { … }`: clients of HTTP throw the answers that they do not like. */
function guarded(e: Evaluator, list: Node[]): void {
  const world = e.world;
  const before = world.given;
  world.given = 0;
  part(e, unchecked(list[0]));
  const catches = world.catchesAnswer;
  world.catchesAnswer = (world.given & DOWNLOADED_LABELS) != 0;
  world.given |= before;
  for (let i = 1; i < list.length; i++) part(e, unchecked(list[i]));
  world.catchesAnswer = catches;
}

function handler(e: Evaluator, node: Node): void {
  if (node.a !== null) e.evaluate(node.a!);
  if (node.sym != 0) bind(e, node.sym, e.isScript && e.world.catchesAnswer ? e.path(NODE_SCRIPT_CAUGHT, 0) : e.unknown);
  if (node.b !== null) part(e, node.b!);
}

/** Python 2's `exec code` runs it. */
function printStatement(e: Evaluator, node: Node): void {
  const list = node.list!;
  const base = e.collect(list);
  if (node.sym == K.exec_) callValue(e, e.path(childOf(NODE_BUILTINS, e.ruleName(K.exec_)), 0), null, base, node.start);
  e.values.length = base;
}
