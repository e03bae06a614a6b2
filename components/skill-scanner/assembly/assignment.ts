// What assignments do to variables, fields and items.
import { evaluateAgain } from "./again";
import { keep } from "./arena";
import { listenerAssigned } from "./callbacks";
import { isNothing, isTelling } from "./bindings";
import { either } from "./choices";
import { Evaluator, labelsOf } from "./evaluator";
import { withLabels } from "./fold";
import { holdObject } from "./held-objects";
import { setField } from "./instances";
import { Shadowed } from "./loops";
import { assignDefault, bindScript, memberAssigned, replaceExports, unpackObject } from "./javascript/script-assignment";
import { subscriptAssigned } from "./items";
import { Node, N } from "./ast";
import { asClass, asInstance } from "./objects";
import { addSteps } from "./steps";
import { Step, Trace } from "./origins";
import { isSame } from "./same";
import { ownLabels } from "./services";
import { CREDENTIAL_LABELS, RULE_FOLDING_LIMIT, UNFINISHED_LABELS } from "./tables";
import { asItems, asText, PARAMETER, TextValue, V, Value } from "./value";

/** Fields that are remembered. */
const MAX_FIELDS: i32 = 4096;

export function assign(e: Evaluator, target: Node, value: Value): void {
  switch (target.kind) {
    case N.Name: if (e.isScript) bindScript(e, target.sym, value); else if (e.root != 0) bindNearest(e, target.sym, value); else bind(e, target.sym, value); return;
    case N.Tuple: case N.List: unpack(e, target.list!, value); return;
    case N.Star: if (target.a !== null) assign(e, target.a!, e.labelled(labelsOf(value))); return;
    case N.Attr: assignField(e, target, value); return;
    case N.Subscript: assignItem(e, target, value); return;
    case N.Dict: unpackObject(e, target, value); return;
    case N.Walrus: assignDefault(e, target, value); return;
    default: e.evaluate(target);
  }
}

function unpack(e: Evaluator, targets: Node[], value: Value): void {
  if (value.kind == V.Choice) {
    const choices = asItems(value).items;
    for (let i = 0; i < choices.length && e.texts.charge(1); i++) { // choices may hold choices, and so on
      const outer = e.bindings.openBlock(); // as in a branch: each stays possible
      unpack(e, targets, unchecked(choices[i]));
      e.bindings.block = outer;
    }
    return;
  }
  const items = value.kind == V.List && asItems(value).items.length == targets.length ? asItems(value).items : null;
  if (items === null && e.isGo) { unpackResults(e, targets, value); return; }
  const rest = items === null ? e.labelled(labelsOf(value)) : e.unknown;
  addSteps(targets.length);
  for (let i = 0; i < targets.length; i++) assign(e, unchecked(targets[i]), items === null ? rest : unchecked(items[i]));
}

/** `value, more, err := f()`: what a call is known to give is its first result, and the last one tells how it went. */
function unpackResults(e: Evaluator, targets: Node[], value: Value): void {
  const last = targets.length - 1;
  for (let i = 0; i <= last; i++) assign(e, unchecked(targets[i]), i == 0 ? value : i == last ? e.unknown : e.labelled(labelsOf(value)));
}

/** In Go and Ruby what stands inside of a function may assign to a variable around it. */
function bindNearest(e: Evaluator, symbol: i32, value: Value): void {
  const binding = e.bindings.find(symbol);
  if (e.declares || e.bindings.scope == 0 || binding === null || binding.scope == e.bindings.scope) bind(e, symbol, value);
  else bindOutside(e, symbol, value);
}

function assignField(e: Evaluator, target: Node, value: Value): void {
  const object = target.a!;
  if (e.isScript && replaceExports(e, target, value)) return;
  const owner = e.evaluateTarget(object);
  if (e.isScript && owner.kind == V.Path) { memberAssigned(e, target, owner, value); return; }
  if (e.root != 0 && (owner.labels & PARAMETER) != 0) e.dependsOnArguments(); // `Gem::Specification.new do |s|`
  if (e.root != 0 && owner.kind == V.Path) memberAssigned(e, target, owner, value);
  else if (owner.kind == V.Path && value.kind == V.Function) listenerAssigned(e, owner, value, target.start);
  if ((value.labels & PARAMETER) != 0) e.dependsOnArguments();
  if (isNothing(value)) return;
  if (owner.kind == V.Instance) setField(e, asInstance(owner), target.sym, value);
  else if (owner.kind == V.Class) setField(e, asClass(owner).instance, target.sym, value);
  else {
    if (object.kind == N.Name) keepField(e, fieldKey(object.sym, target.sym), value);
    if (e.isScript || e.root != 0) addInside(e, object, labelsOf(value)); // an object that is handed on whole
  }
}

function keepField(e: Evaluator, key: u64, value: Value): void {
  if (e.fields.size >= MAX_FIELDS) { e.findings.add(RULE_FOLDING_LIMIT, 0); return; }
  keep();
  e.fields.set(key, value);
  e.world.version++;
}

function assignItem(e: Evaluator, target: Node, value: Value): void {
  const key = subscriptAssigned(e, target, value);
  if (holdObject(e, target.a!, value)) return;
  const labels = labelsOf(value);
  const own = (labels & CREDENTIAL_LABELS) != 0 && key.kind == V.Text ? ownLabels(asText(key), false) : 0;
  addInside(e, target.a!, labels & ~own);
}

/** What is somewhere inside of a variable or field now has these labels: `data["a"]["b"] = secret`, `self.all.append(secret)`. */
export function addInside(e: Evaluator, object: Node, labels: u64): void {
  if ((labels & ~PARAMETER) == 0) {
    if (labels != 0) e.dependsOnArguments();
    return;
  }
  let holder = object;
  while (holder.kind == N.Subscript) holder = holder.a!;
  if (holder.kind == N.Name) addLabels(e, holder.sym, labels);
  if (holder.kind != N.Attr) return;
  const owner = evaluateAgain(e, holder.a!);
  if (owner.kind == V.Instance) setField(e, asInstance(owner), holder.sym, e.labelled(labels));
}

/** What a variable holds now also holds something with these labels. */
function addLabels(e: Evaluator, symbol: i32, labels: u64): void {
  const binding = e.bindings.find(symbol);
  if (binding === null || (binding.value.labels | labels) == binding.value.labels) return;
  const isPlainValue = isPlain(binding.value);
  if (!isPlainValue && binding.value.kind != V.Choice) return;
  if (binding.value.opened !== null) { binding.value.opened!.labels |= labels; return; }
  const value = isPlainValue ? e.labelled(binding.value.labels | labels) : either(e, binding.value, e.labelled(labels));
  if (binding.scope == e.bindings.scope) bind(e, symbol, value);
  else bindOutside(e, symbol, value); // it is the outer object that has changed
}

export function bind(e: Evaluator, symbol: i32, whole: Value): void {
  if (symbol == 0) return;
  const value = e.isCut ? unfinished(e, whole) : whole;
  if (value.kind == V.Function && unchecked(e.missed[symbol & 63]) == symbol) e.isLate = true;
  if (e.bindings.isOuter(symbol)) { bindOutside(e, symbol, value); return; }
  const binding = e.bindings.find(symbol);
  if (e.isSeen && (binding === null ? isTelling(value) : isNews(e, binding.value, value))) e.world.version++;
  if (binding === null || binding.scope != e.bindings.scope) {
    e.bindings.introduce(symbol, value, traceOf(e, symbol, value));
    return;
  }
  // a value from before stays possible when this assignment is in a branch that the earlier one is not in
  e.bindings.noteChange();
  const trace = traceOf(e, symbol, value);
  if (trace !== null) binding.trace = trace;
  if (binding.block < e.bindings.block && e.isCertain && e.bindings.block == e.loopBlock) {
    keep();
    e.shadowed.push(new Shadowed(binding, binding.value, binding.block));
    binding.block = e.bindings.block;
  }
  const certain = binding.block >= e.bindings.block;
  binding.value = certain ? value : either(e, binding.value, value);
  if (certain) binding.block = e.bindings.block;
  if (isTelling(binding.value)) binding.remembered = binding.value;
}

/** Functions that see the variable may do something else now. */
function isNews(e: Evaluator, before: Value, value: Value): bool {
  if (!isTelling(value) && !isTelling(before)) return false;
  return (value.kind == V.Text && !isInPlaceOf(asText(value), before)) || !isSame(e, before, value);
}

/** Texts that lie elsewhere are not compared: long ones may be bound again and again. */
function isInPlaceOf(text: TextValue, before: Value): bool {
  return before.kind == V.Text && text.bytes === asText(before).bytes && text.from == asText(before).from;
}

function unfinished(e: Evaluator, value: Value): Value {
  return value.kind == V.Unknown ? e.labelled(value.labels | UNFINISHED_LABELS) : withLabels(value, UNFINISHED_LABELS);
}

function traceOf(e: Evaluator, symbol: i32, value: Value): Trace | null {
  const labels = labelsOf(value);
  return labels == 0 ? null : e.world.origins.step(labels, Step.Kept, e.findings.placed(e.at), symbol);
}

/** When the function will be called is not known: what was there before stays possible. */
export function bindOutside(e: Evaluator, symbol: i32, value: Value): void {
  keep();
  if ((value.labels & PARAMETER) != 0) e.dependsOnArguments();
  e.bindings.noteChange();
  const binding = e.bindings.outer(symbol, e.unknown);
  const trace = traceOf(e, symbol, value);
  if (trace !== null) binding.trace = trace;
  const before = binding.value;
  binding.value = either(e, before, value);
  if (isNews(e, before, binding.value)) e.world.version++;
  if (isTelling(binding.value)) binding.remembered = binding.value;
}

/** Key of `object.name` among the fields. */
export function fieldKey(object: i32, name: i32): u64 {
  return ((object as u64) << 32) | (name as u64);
}

/** Nothing is lost when only its labels are kept. */
function isPlain(value: Value): bool {
  return value.kind == V.Unknown || value.kind == V.List || value.kind == V.Dict || value.kind == V.Constant;
}
