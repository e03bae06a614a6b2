// Calls: their arguments, what the rules say of the callee, and what comes out.
import { callFunction } from "./activations";
import { addInside } from "./assignment";
import { attribute, attributeRule, memberByText } from "./attributes";
import { callbacks, callbacksWith } from "./callbacks";
import { either } from "./choices";
import { Call, holds, metLabels } from "./conditions";
import { Evaluator, labelsOf } from "./evaluator";
import { asFunction } from "./functions";
import { callObject, instantiate } from "./instances";
import { fill, goCall } from "./go/calls";
import { intrinsic } from "./intrinsics";
import { islandCall, islandMethodCall, islandValueCalled } from "./islands/calls";
import { scriptCallbacks } from "./javascript/script-calls";
import { itemOf } from "./items";
import { listEnd, listStart } from "./lists";
import { method } from "./methods";
import { mutate } from "./mutations";
import { childOf } from "./name-tree";
import { asClass, asInstance } from "./objects";
import { Step, Trace } from "./origins";
import { Node, N } from "./ast";
import { rubyCall, rubyMethodCall, rubyValueCalled } from "./ruby/calls";
import {
  ACTION_AT, ACTION_CONDITION, ACTION_EFFECT, ACTION_EVENT, DOWNLOADED_LABELS, Event, EXACT_LABELS, Intrinsic, LABEL_EFFECT, Method, NAME_CALL, NAME_METHOD, NODE_INTRINSIC, NODE_NUMBER_OBJECT,
  NODE_TEXT_OBJECT, PATTERN_LABELS, RULE_DIRECT, RULE_WAITS, Waits, YIELDING_RULE,
} from "./tables";
import { asItems, asText, PARAMETER, V, Value } from "./value";
import { fileCall, markSaved, readLabels, savedAs } from "./written-files";

/** The value of a Call node, from that of its callee. */
export function callStep(e: Evaluator, callee: Value, node: Node, line: i32): Value {
  const place = e.placeOf(node, line);
  const base = e.collect(node.list!);
  const result = callValue(e, callee, node, base, place);
  e.values.length = base;
  return result;
}

/** `receiver.name(...)` where the receiver is a constant or unknown: methods of str, list and dict are folded. */
export function callMethod(e: Evaluator, receiver: Value, attr: Node, node: Node, line: i32): Value {
  const name = e.ruleName(attr.sym);
  const place = e.placeOf(node, line);
  if (e.isRuby) return rubyMethodCall(e, receiver, attr, node, line);
  if (e.isIsland) return islandMethodCall(e, receiver, attr, node, line);
  if (e.isGo && receiver.kind == V.Text && receiver.node == 0) { // `buffer.Bytes()`
    e.evaluateAll(node.list);
    return receiver;
  }
  const known = load<u8>(NAME_METHOD + name) as i32;
  if (known == 0 || known == Method.toBytes || receiver.kind == V.Unknown || (receiver.kind == V.Text && receiver.node != 0)) {
    const callee = attribute(e, receiver, attr, line);
    const base = e.collect(node.list!);
    let result = callValue(e, callee, node, base, place);
    if (result.kind == V.Unknown && keepsArguments(known)) result = e.labelled(result.labels | argumentLabels(e, base));
    if (known == Method.toBytes) result = e.labelled(result.labels | act(e, childOf(NODE_NUMBER_OBJECT, name), new Call(e, receiver, node.list!, base, e.values.length - base), place));
    if (receiver.kind != V.Text && !mutate(e, known, attr.a!, receiver, base, place)) addInside(e, attr.a!, argumentLabels(e, base));
    if (known == Method.save) savedAs(e, receiver, base, place);
    e.values.length = base;
    return result;
  }
  attributeRule(e, name, place);
  const base = e.collect(node.list!);
  let labels: u64 = receiver.labels | argumentLabels(e, base);
  if (receiver.kind == V.Text) {
    const callee = childOf(NODE_TEXT_OBJECT, name);
    if (callee != 0) labels |= act(e, callee, new Call(e, receiver, node.list!, base, e.values.length - base), place);
  }
  const isDone = mutate(e, known, attr.a!, receiver, base, place);
  if (!isDone && receiver.kind != V.Text) addInside(e, attr.a!, argumentLabels(e, base));
  let folded: Value | null = null;
  if (!isDone) folded = method(e, known, receiver, base, place);
  e.values.length = base;
  if (folded === null) return e.labelled(labels);
  return folded;
}

/** Whatever text it is called on, what it is given is in what it makes. */
function keepsArguments(method: i32): bool {
  return method == Method.join || method == Method.format || method == Method.replace || method == Method.translate;
}

/** `call` is null when there are only positions. */
export function callValue(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const labels = (argumentLabels(e, base) & ~EXACT_LABELS) | callee.labels;
  switch (callee.kind) {
    case V.Path: return e.isGo ? goCall(e, callee, call, base, place) : e.isRuby ? rubyCall(e, callee, call, base, place) : e.isIsland ? islandCall(e, callee, call, base, place) : callPath(e, callee, call, base, place);
    case V.Choice: {
      const items = asItems(callee).items;
      let result = callValue(e, unchecked(items[0]), call, base, place);
      for (let i = 1; i < items.length; i++) result = either(e, result, callValue(e, unchecked(items[i]), call, base, place));
      return result;
    }
    case V.Function: return callFunction(e, asFunction(callee), argumentNodes(call), base);
    case V.Class: return instantiate(e, asClass(callee), argumentNodes(call), base);
    case V.Instance: return callObject(e, asInstance(callee), argumentNodes(call), base);
    case V.Members: return e.values.length > base ? itemOf(e, callee, e.values.at(base), place) : e.unknown; // __getattribute__
    case V.Getter: {
      const name = unchecked(asItems(callee).items[0]);
      return e.values.length > base ? memberByText(e, e.values.at(base), asText(name), place) : e.unknown;
    }
    default: {
      if ((callee.labels & PARAMETER) != 0) e.dependsOnArguments();
      fileCall(e, Intrinsic.none, callee, null, base, labels, place);
      handedOver(e, argumentNodes(call), base, 0);
      if ((callee.labels & DOWNLOADED_LABELS) != 0 && !e.isScript && !e.isRuby) callbacksWith(e, base, e.labelled(callee.labels)); // `@bot.message_handler()`
      if (e.isScript) scriptCallbacks(e, base, e.labelled(callee.labels), 0);
      else if (e.isGo) fill(e, call, base, labels, false);
      else if (e.isRuby) return rubyValueCalled(e, callee, call, base, labels);
      else if (e.isIsland) return islandValueCalled(e, callee, call, base, labels, place);
      return e.labelled(labels);
    }
  }
}

export function callPath(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const node = callee.node;
  const kind = load<u8>(NODE_INTRINSIC + node) as i32;
  if (e.world.hasDownloads) markSaved(e, base);
  if (kind != Intrinsic.opaque && kind != Intrinsic.shellWords) handedOver(e, argumentNodes(call), base, node);
  let bits = act(e, node, new Call(e, callee, argumentNodes(call), base, e.values.length - base), place);
  if (kind == Intrinsic.readsAt) bits |= readLabels(e, callee, base);
  if ((bits & DOWNLOADED_LABELS) != 0 && !e.isScript && !e.isRuby) callbacksWith(e, base, e.labelled(bits));
  const labels = bits | (kind == Intrinsic.requestTo && isFirstPositional(call) ? requestLabels(e, base) : handedOn(e, kind, callee, base));
  const file = fileCall(e, kind, callee, call, base, labels, place);
  if (file !== null) return file;
  if (kind != Intrinsic.none) {
    const known = intrinsic(e, kind, callee, base, labels, place);
    if (known !== null) return known;
  }
  const child = childOf(node, NAME_CALL);
  const result = child != 0 ? e.path(child, labels) : e.labelled(labels);
  if (e.isScript) scriptCallbacks(e, base, child != 0 ? result : e.labelled(bits | callee.labels), node);
  return result;
}

/** Labels of the arguments that the result of this callee has as well. */
function handedOn(e: Evaluator, kind: i32, callee: Value, base: i32): u64 {
  if (kind == Intrinsic.opaque || kind == Intrinsic.length || kind == Intrinsic.shellText || kind == Intrinsic.shellWords) return 0;
  if (kind == Intrinsic.runsCode) return base < e.values.length ? labelsOf(e.values.at(base)) : 0; // not the file name of `compile`
  const labels = argumentLabels(e, base);
  return callee.labels | (isLossy(kind) ? labels & ~EXACT_LABELS : labels);
}

function isFirstPositional(call: Node | null): bool {
  return call === null || call.list === null || call.list!.length == 0 || unchecked(call.list![0]).kind != N.Keyword;
}

/** `Request(address, data)`: an address that is taken as it is from a file of settings is where data goes, and no data. */
function requestLabels(e: Evaluator, base: i32): u64 {
  if (base >= e.values.length) return 0;
  const address = e.values.at(base);
  let labels = argumentLabels(e, base + 1) | (labelsOf(address) & (PARAMETER | ~PATTERN_LABELS));
  const choices = address.kind == V.Choice ? asItems(address).items : null;
  if (address.kind == V.Text) labels |= address.labels;
  for (let i = 0; choices !== null && i < choices.length; i++) if (choices[i].kind == V.Text) labels |= choices[i].labels;
  return labels;
}

/** What comes out is not known to hold what went in. */
function isLossy(kind: i32): bool {
  return kind == Intrinsic.none || kind == Intrinsic.opensFile || kind == Intrinsic.writesFile || kind == Intrinsic.writesAt || kind == Intrinsic.savesAt || kind == Intrinsic.readsAt || kind == Intrinsic.capturesAt;
}

/** Reports what rules say of a call of this node, and returns the labels that sources give to its result. */
export function act(e: Evaluator, node: i32, call: Call, place: i32): u64 {
  let labels: u64 = 0;
  const end = listEnd(ACTION_AT, node);
  const start = listStart(ACTION_AT, node);
  if (start < end && e.frame !== null && (call.labels & PARAMETER) != 0) e.dependsOnArguments();
  for (let i = start; i < end; i++) {
    if ((load<u8>(ACTION_EVENT + i) as i32) != Event.Call || !holds(call, load<u16>(ACTION_CONDITION + (i << 1)) as i32)) continue;
    const effect = load<u16>(ACTION_EFFECT + (i << 1)) as i32;
    if (effect & LABEL_EFFECT) labels |= (1 as u64) << ((effect & 63) as u64);
    else if (effect == YIELDING_RULE) e.services.claim(place, call);
    else if ((load<u8>(RULE_WAITS + effect) as i32) == Waits.Host) waitForHost(e, effect, place);
    else if (load<u8>(RULE_WAITS + effect) != 0) e.services.wait(effect, place);
    else addFinding(e, effect, place);
  }
  if (labels != 0) {
    e.world.given |= labels;
    e.world.origins.source(labels, e.findings.placed(place));
  }
  return labels;
}

/** What a text about attacks shows is an example of one. */
function waitForHost(e: Evaluator, rule: i32, place: i32): void {
  if (!e.unit.isAside) e.findings.wait(rule, place);
}

/** With the way of the label that the rule asked for. */
function addFinding(e: Evaluator, rule: i32, place: i32): void {
  const origins = e.world.origins;
  const trace = origins.of(metLabels());
  if (load<u8>(RULE_DIRECT + rule) != 0 && trace !== null && !isDirect(trace, origins.label)) return;
  e.findings.addFlow(rule, place, trace, origins.label);
}

/** On its way the label has not gone through a function of the scanned code. */
function isDirect(trace: Trace, label: u64): bool {
  let step: Trace | null = trace;
  while (step !== null) {
    if (step.step == Step.Given || step.step == Step.Returned) return false;
    step = step.beforeOf(label);
  }
  return true;
}

/** What is handed over to a function that is not of the scanned code: it may call it. */
function handedOver(e: Evaluator, nodes: Node[] | null, base: i32, callee: i32): void {
  passed(e, nodes, base);
  if (!e.isScript && !e.isRuby) callbacks(e, nodes, base, callee);
}

/** Callables that are handed over: `map(eval, lines)`, `[os.system]`. */
export function passed(e: Evaluator, nodes: Node[] | null, base: i32): void {
  if (nodes === null) return;
  for (let i = base; i < e.values.length; i++) {
    const value = e.values.at(i);
    if (value.kind == V.Path) e.fire(value.node, Event.Passed, unchecked(nodes[i - base]).start);
  }
}

function argumentNodes(call: Node | null): Node[] | null {
  return call === null ? null : call.list;
}

function argumentLabels(e: Evaluator, base: i32): u64 {
  let labels: u64 = 0;
  for (let i = base; i < e.values.length; i++) labels |= labelsOf(e.values.at(i));
  return labels;
}
