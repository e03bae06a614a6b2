// Calls of functions of the scanned code: their bodies are walked with the values of the arguments.
import { keep } from "./arena";
import { Node, N } from "./ast";
import { Binding } from "./bindings";
import { runPending } from "./definitions";
import { Evaluator, labelsOf } from "./evaluator";
import { runLater } from "./javascript/script-calls";
import { W } from "./javascript/words";
import { Code, Frame, FunctionValue, KnownCall } from "./functions";
import { Arguments, declareParameters, unknownArguments } from "./parameters";
import { bringsNews } from "./recursion";
import { isSame } from "./same";
import { statements } from "./statements";
import { addSteps } from "./steps";
import { EXACT_LABELS, UNFINISHED_LABELS } from "./tables";
import { enter } from "./unit";
import { asItems, PARAMETER, V, Value } from "./value";

/** How often a function is followed inside of itself, in a certain walk. */
const MAX_RECURSION: i32 = 8;

/** The value of a call whose arguments lie on the value stack from `base` on; `nodes` is null when there are only positions. */
export function callFunction(e: Evaluator, called: FunctionValue, nodes: Node[] | null, base: i32): Value {
  const code = called.code;
  const labels = labelsFrom(e, base);
  if (code.busy > (e.isCertain ? MAX_RECURSION : 0) || code.home.isGone) {
    e.world.cuts++;
    return e.labelled(labels & ~EXACT_LABELS);
  }
  const given = new Arguments(e, called);
  e.world.visits += given.values.length >> 1;
  given.take(nodes, base, e.values.length);
  if (code.busy > 1 && !bringsNews(e, given.values, code.given!)) {
    e.world.cuts++;
    return e.labelled(labels & ~EXACT_LABELS);
  }
  const telling = isTelling(called, given.values);
  if (e.world.repeats > 0 && code.asksRepetition && !telling && e.world.mayFollow) walkOnceMore(called);
  const usual = telling && code.isOpen ? code.result : usualResult(called);
  if (usual === null) return e.labelled(labels & ~EXACT_LABELS);
  if (!telling) e.world.origins.recall(code.trace, labelsOf(usual));
  if (!code.isOpen) return usual;
  if ((labels & PARAMETER) != 0) e.dependsOnArguments();
  if (!telling) return (labels & PARAMETER) != 0 ? usual : withoutParameter(e, usual);
  const known = knownCall(e, code, given.values);
  if (known !== null) return known;
  return e.world.mayFollow ? follow(called, given.values) : e.labelled((labels & ~EXACT_LABELS) | UNFINISHED_LABELS);
}

function labelsFrom(e: Evaluator, base: i32): u64 {
  let labels: u64 = 0;
  for (let i = base; i < e.values.length; i++) labels |= labelsOf(e.values.at(i));
  return labels;
}

/**
 * What it returns when nothing is known of the arguments; null when that cannot be found out here. Once the module has been
 * walked, nothing that comes makes it worth another walk.
 */
function usualResult(called: FunctionValue): Value | null {
  const code = called.code;
  const e = code.home;
  if (code.result !== null && (e.isWalked || code.version == e.world.version)) return code.result;
  if (!e.world.mayFollow) return code.result;
  const isFirst = e.world.begin();
  const result = walkUsually(called);
  if (result !== e.unknown && result !== e.parameter) keep();
  if (isFirst) e.world.end();
  return result;
}

/** Walks the body with unknown arguments. The caller has to keep the result, which `called` now knows. */
export function walkUsually(called: FunctionValue): Value {
  const code = called.code;
  const e = code.home;
  const frame = walk(called, unknownArguments(e, called), false);
  const result = frame.returned === null ? e.unknown : frame.returned!;
  code.isOpen = frame.isOpen || (labelsOf(result) & PARAMETER) != 0;
  code.result = result;
  code.trace = e.world.origins.joined(labelsOf(result));
  code.version = e.world.version;
  code.isFinal = e.isWalked;
  return result;
}

/** For what is said of code that repeats: what it returns is known. */
function walkOnceMore(called: FunctionValue): void {
  const e = called.code.home;
  called.code.asksRepetition = false;
  const isFirst = e.world.begin();
  walk(called, unknownArguments(e, called), false);
  if (isFirst) e.world.end();
}

/** The same where every argument counts, numbers too: what `[104, 105].map(f)` does to each. */
export function callExactly(e: Evaluator, called: FunctionValue, base: i32): Value {
  const code = called.code;
  if (code.busy > 0 || code.home.isGone || !e.world.mayFollow) return e.labelled(labelsFrom(e, base) & ~EXACT_LABELS);
  const given = new Arguments(e, called);
  given.take(null, base, e.values.length);
  return follow(called, given.values);
}

/** Walks the body with these arguments. */
function follow(called: FunctionValue, values: StaticArray<Value>): Value {
  const e = called.code.home;
  const isFirst = e.world.begin();
  const cuts = e.world.cuts;
  let frame = walk(called, values, true);
  if (e.world.cuts != cuts && e.world.mayFollow) frame = walk(called, values, false); // for what stands behind the end of a recursion
  if (isFirst) e.world.end();
  const result = frame.returned === null ? e.unknown : frame.returned!;
  called.code.remember(values, e.world.version, result, e.world.origins.joined(labelsOf(result)));
  return result;
}

function knownCall(e: Evaluator, code: Code, values: StaticArray<Value>): Value | null {
  let call: KnownCall | null = code.calls;
  while (call !== null) {
    addSteps(values.length);
    if (call.version == e.world.version && areSame(e, call.values, values)) {
      e.world.origins.recall(call.trace, labelsOf(call.result));
      return call.result;
    }
    call = call.before;
  }
  return null;
}

function areSame(e: Evaluator, a: StaticArray<Value>, b: StaticArray<Value>): bool {
  for (let i = 0; i < a.length; i++) if (!isSame(e, unchecked(a[i]), unchecked(b[i]))) return false;
  return true;
}

/** Some argument says more than the function's usual walk knew of it. */
function isTelling(called: FunctionValue, values: StaticArray<Value>): bool {
  const defaults = called.code.defaults;
  for (let i = 0; i < values.length; i++) {
    const value = unchecked(values[i]);
    if (value === called.receiver || (defaults !== null && value === unchecked(defaults[i]))) continue;
    if (saysSomething(value)) return true;
  }
  return false;
}

function saysSomething(value: Value): bool {
  switch (value.kind) {
    case V.Unknown: case V.Constant: return (value.labels & ~PARAMETER) != 0;
    case V.List: case V.Dict: return asItems(value).items.length > 0;
    default: return true;
  }
}

/** The arguments of this call have nothing to do with those of the function that calls. */
function withoutParameter(e: Evaluator, value: Value): Value {
  return value.kind == V.Unknown ? e.labelled(value.labels & ~PARAMETER) : value;
}

/** One walk of the body. Names mean what they mean where the function was defined, not where it is called. */
function walk(called: FunctionValue, values: StaticArray<Value>, isCertain: bool): Frame {
  const code = called.code;
  const e = code.home;
  const b = e.bindings;
  const caller = e.frame;
  const frame = new Frame(called, caller);
  const scope = b.scope;
  const block = b.block;
  const floor = b.floor;
  const top = b.count;
  const from = scope == 0 ? top : floor;
  const isInside = called.outer === caller;
  if (caller !== null) caller.to = top;
  if (!isInside) {
    b.hide(from, top);
    b.floor = top;
    e.world.visits += top - from;
  }
  const trail = b.enter();
  if (!isInside && called.outer !== null) {
    recall(e, called.outer!);
    b.enter();
  }
  frame.from = b.count;
  e.frame = frame;
  const unit = enter(e.findings, e.unit);
  walkBody(e, code, values, isCertain);
  enter(e.findings, unit);
  e.frame = caller;
  if (frame.isCaptured) keepBindings(e, frame);
  b.leave(trail, scope, block);
  if (!isInside) b.show(from, top);
  b.floor = floor;
  return frame;
}

function walkBody(e: Evaluator, code: Code, values: StaticArray<Value>, isCertain: bool): void {
  const node = code.node;
  const pending = e.pending.length;
  const outerCertain = e.isCertain;
  const loops = e.loops;
  const exits = e.world.exits;
  e.isCertain = isCertain;
  e.loops = 0;
  const given = code.given;
  code.given = values;
  code.busy++;
  e.world.calls++;
  const declares = e.declares;
  e.declares = false;
  declareParameters(e, node.list!, values);
  const receiver = e.frame!.called.receiver;
  if (e.isScript && receiver !== null) e.bindings.introduce(W.this_, receiver, null);
  const later = e.later.length;
  if (node.kind == N.Lambda && node.a !== null) e.frame!.returned = e.evaluate(node.a!);
  else if (node.b !== null) statements(e, node.b!);
  if (e.isScript) runLater(e, later);
  e.endSignal();
  if (!isCertain) runPending(e, pending);
  e.pending.length = pending;
  e.world.calls--;
  code.busy--;
  code.given = given;
  e.isCertain = outerCertain;
  e.loops = loops;
  e.world.exits = exits;
  e.declares = declares;
}

/** Binds again what the functions around a function's definition had bound. */
function recall(e: Evaluator, frame: Frame): void {
  if (frame.outer !== null) recall(e, frame.outer!);
  const kept = frame.kept;
  const from = kept === null ? frame.from : 0;
  const to = kept === null ? frame.to : kept.length;
  e.world.visits += to - from;
  for (let i = from; i < to; i++) {
    const binding = kept === null ? e.bindings.at(i) : unchecked(kept[i]);
    e.bindings.introduce(binding.symbol, e.bindings.read(binding), binding.trace);
  }
}

function keepBindings(e: Evaluator, frame: Frame): void {
  keep();
  const count = e.bindings.count - frame.from;
  const kept = new StaticArray<Binding>(count);
  for (let i = 0; i < count; i++) unchecked(kept[i] = e.bindings.at(frame.from + i));
  frame.kept = kept;
}
