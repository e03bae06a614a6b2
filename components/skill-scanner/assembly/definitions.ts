// Functions and classes. A function's body is walked after the code around it, when all that it may use is bound.
import { walkUsually } from "./activations";
import { keep, keptCount, mark, takeBack } from "./arena";
import { bind } from "./assignment";
import { Node, N } from "./ast";
import { isNothing } from "./bindings";
import { callValue } from "./calls";
import { Evaluator } from "./evaluator";
import { Func } from "./javascript/parser-functions";
import { numberFrom } from "./fold";
import { asFunction, Code, FunctionValue, Role } from "./functions";
import { ClassValue } from "./objects";
import { keepDefaults } from "./parameters";
import { STATIC } from "./ruby/parser-definitions";
import { statements } from "./statements";
import { Intrinsic, NODE_INTRINSIC } from "./tables";
import { V, Value } from "./value";

export function functionDefinition(e: Evaluator, node: Node): void {
  const parameters = node.list!;
  if (node.a !== null) e.evaluate(node.a!);
  for (let i = 0; i < parameters.length; i++) {
    const parameter = unchecked(parameters[i]);
    if (parameter.kind == N.Param && parameter.a !== null) e.evaluate(parameter.a!);
  }
  if (e.isStopped) return;
  const made = functionOf(e, node);
  made.code.owner = e.bindings.scope == e.classScope ? e.classOf : null;
  made.code.isReducer = node.sym == e.reduceSymbol || node.sym == e.reduceExSymbol;
  if (e.isScript) made.code.role = node.op & Func.GETTER ? Role.Property : node.op & Func.STATIC ? Role.Static : Role.Plain;
  if (e.isRuby && node.op == STATIC) made.code.role = Role.Static;
  bind(e, node.sym, decorated(e, parameters, made));
  e.pending.push(made);
}

/** The value of a definition; what is around it stays known. */
export function functionOf(e: Evaluator, node: Node): FunctionValue {
  keep();
  e.world.keepsOne();
  const code = new Code(e, node);
  keepDefaults(e, code);
  const frame = e.frame;
  if (frame !== null) frame.isCaptured = true;
  return new FunctionValue(code, frame);
}

/** A decorator is called with what it decorates; the innermost one first. */
function decorated(e: Evaluator, list: Node[], made: Value): Value {
  let result = made;
  for (let i = list.length - 1; i >= 0; i--) {
    const node = unchecked(list[i]);
    if (node.kind != N.Decorator) break;
    const base = e.values.length;
    const callee = e.evaluate(node.a!);
    if (callee.kind == V.Path && made.kind == V.Function) setRole(asFunction(made).code, load<u8>(NODE_INTRINSIC + callee.node) as i32);
    e.values.push(result);
    const value = callValue(e, callee, null, base, node.a!.start);
    e.values.length = base;
    if (value.kind == V.Function || value.kind == V.Class || value.kind == V.Instance) result = value;
  }
  return result;
}

function setRole(code: Code, intrinsic: i32): void {
  if (intrinsic == Intrinsic.staticMethod) code.role = Role.Static;
  else if (intrinsic == Intrinsic.classMethod) code.role = Role.OfClass;
  else if (intrinsic == Intrinsic.property) code.role = Role.Property;
}

/** Bodies of the functions from this one on, also of those that they define; what makes objects goes first. */
export function runPending(e: Evaluator, from: i32): void {
  for (let i = from; i < e.pending.length; i++) if (e.pending.at(i).code.node.sym == e.initSymbol) functionBody(e, e.pending.at(i));
  for (let i = from; i < e.pending.length; i++) functionBody(e, e.pending.at(i));
  e.pending.length = from;
}

function functionBody(e: Evaluator, made: FunctionValue): void {
  const code = made.code;
  if (code.isFinal || (code.node.kind == N.Lambda && !code.home.isLate)) return;
  const start = mark();
  const kept = keptCount();
  const result = walkUsually(code.owner === null ? made : asMethod(made, code.owner!));
  if (result.kind != V.Unknown) { keep(); return; }
  const labels = result.labels;
  takeBack(start, kept); // what it bound is unbound
  code.result = e.labelled(labels);
}

/** The function as it is called on an object of its class. */
export function asMethod(made: FunctionValue, owner: ClassValue): FunctionValue {
  if (made.code.role == Role.Static) return made;
  const method = new FunctionValue(made.code, made.outer);
  method.receiver = made.code.role == Role.OfClass ? owner : owner.instance;
  return method;
}

export function classDefinition(e: Evaluator, node: Node): ClassValue {
  const list = node.list!;
  const made = new ClassValue();
  made.symbol = node.sym;
  made.body = node.b;
  e.world.keepsOne();
  if (e.world.isLookDue) e.mustStop(node.start); // there need not be a value in it
  const base = e.values.length;
  for (let i = 0; i < list.length; i++) {
    const entry = unchecked(list[i]);
    if (entry.kind == N.Decorator || entry.kind == N.Param) continue;
    const value = e.evaluate(entry);
    if (entry.kind != N.Keyword && !isNothing(value)) e.values.push(value);
  }
  made.bases = e.takeValues(base);
  bind(e, node.sym, decorated(e, list, made)); // its methods may speak of it
  walkClass(e, node, made);
  return made;
}

function walkClass(e: Evaluator, node: Node, made: ClassValue): void {
  if (node.b === null) return;
  const scope = e.bindings.scope;
  const outer = e.bindings.block;
  const outerClass = e.classOf;
  const outerScope = e.classScope;
  const trail = e.bindings.enter();
  e.classOf = made;
  e.classScope = e.bindings.scope;
  statements(e, node.b!);
  const base = e.values.length;
  for (let i = trail; i < e.bindings.count; i++) {
    const binding = e.bindings.at(i);
    if (isNothing(binding.value)) continue;
    e.values.push(numberFrom(binding.symbol, 0));
    e.values.push(binding.value);
  }
  keep();
  made.members = e.takeValues(base);
  e.classOf = outerClass;
  e.classScope = outerScope;
  e.bindings.leave(trail, scope, outer);
}
