// Calls in Ruby: methods of values and of what the rules know, commands, and the blocks that are handed over.
import { callFunction } from "../activations";
import { addInside } from "../assignment";
import { N, Node } from "../ast";
import { callPath, callValue } from "../calls";
import { Evaluator, labelsOf } from "../evaluator";
import { withLabels } from "../fold";
import { asFunction } from "../functions";
import { Intrinsic, NAME_RUBY_METHOD, NODE_INTRINSIC, NODE_RUBY_BACKTICK, NODE_RUBY_OPEN, NODE_RUBY_POPEN, NODE_RUBY_REDIRECTED, NODE_RUBY_URI_OPEN, NODE_RUBY_WORDS, RubyMethod } from "../tables";
import { asItems, asText, V, Value } from "../value";
import { markSaved } from "../written-files";
import { memberCalled, sent } from "./methods";
import { listMethod, textMethod } from "./values";

/** `receiver.name(…)` */
export function rubyMethodCall(e: Evaluator, receiver: Value, attr: Node, node: Node, line: i32): Value {
  const place = e.placeOf(node, line);
  const name = e.ruleName(attr.sym);
  const callee = memberCalled(e, receiver, attr, name, line);
  const base = e.collect(node.list!);
  const method = receiver.kind == V.Path && callee.kind == V.Path ? 0 : load<u8>(NAME_RUBY_METHOD + name) as i32;
  let result: Value | null = null;
  if (method == RubyMethod.send) result = sent(e, receiver, base, place);
  else if (method == RubyMethod.hand) result = handed(e, receiver, base);
  else if (method != 0) result = ofValue(e, method, receiver, node, attr, base, place);
  if (result !== null && method != 0 && callee.kind == V.Path) result = withLabels(result, labelsOf(callValue(e, callee, node, base, place))); // `unpack` decodes
  if (result === null) {
    result = callValue(e, callee, node, base, place);
    if (receiver.kind != V.Text) addInside(e, attr.a!, argumentLabels(e, base));
  }
  e.values.length = base;
  return result;
}

function ofValue(e: Evaluator, method: i32, receiver: Value, node: Node, attr: Node, base: i32, place: i32): Value | null {
  switch (receiver.kind) {
    case V.Text: return textMethod(e, method, asText(receiver), base, place);
    case V.List: case V.Number: return listMethod(e, method, receiver, node, attr, base, place);
    default: return null;
  }
}

/** `value.then { |x| … }` */
function handed(e: Evaluator, receiver: Value, base: i32): Value | null {
  if (base >= e.values.length || e.values.top.kind != V.Function) return null;
  const end = e.values.length;
  const f = asFunction(e.values.top);
  e.values.push(receiver);
  const result = callFunction(e, f, null, end);
  e.values.length = end;
  return result;
}

function argumentLabels(e: Evaluator, base: i32): u64 {
  let labels: u64 = 0;
  for (let i = base; i < e.values.length; i++) labels |= labelsOf(e.values.at(i));
  return labels;
}

/** A call of something that the rules know. `call` is null when there are only positions. */
export function rubyCall(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const kind = load<u8>(NODE_INTRINSIC + callee.node) as i32;
  const first = e.values.length > base ? e.values.at(base) : e.unknown;
  if (kind == Intrinsic.runsCode && (base == e.values.length || first.kind == V.Function)) { // a block is code that everybody sees
    runBlocks(e, base, e.unknown);
    return e.unknown;
  }
  let result: Value;
  if (kind == Intrinsic.shellText) redirect(e, call, base, place);
  if (kind == Intrinsic.shellText) result = command(e, callee, base, place);
  else if (callee.node == NODE_RUBY_OPEN && first.kind == V.Text) result = opened(e, callee, call, base, place);
  else result = callPath(e, callee, call, base, place);
  runBlocks(e, base, result);
  return result;
}

/** Something of which only labels are known, or no function at all, is called: a value without arguments is itself. */
export function rubyValueCalled(e: Evaluator, callee: Value, call: Node | null, base: i32, labels: u64): Value {
  if (call !== null && call.list!.length == 0 && callee.kind != V.Unknown) return callee;
  runBlocks(e, base, e.labelled(callee.labels));
  return e.labelled(labels);
}

/** Blocks get what their callee has to give. */
function runBlocks(e: Evaluator, base: i32, given: Value): void {
  const end = e.values.length;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (value.kind != V.Function) continue;
    e.values.push(given);
    callFunction(e, asFunction(value), null, end);
    e.values.length = end;
  }
}

/** `system("git", "status")` starts a program; a single text is for a shell. An environment may stand before it. */
function command(e: Evaluator, callee: Value, base: i32, place: i32): Value {
  const end = e.values.length;
  let first = base;
  if (first < end && e.values.at(first).kind == V.Dict) first++;
  if (first >= end) return callPath(e, callee, null, base, place);
  const program = e.values.at(first);
  const from = e.values.length;
  const isOne = callee.node == NODE_RUBY_BACKTICK || callee.node == NODE_RUBY_POPEN;
  if (program.kind == V.List) {
    const items = asItems(program).items;
    for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
  } else {
    e.values.push(program);
    for (let i = first + 1; i < end && !isOne; i++) if (isWord(e.values.at(i))) e.values.push(e.values.at(i));
  }
  let result: Value;
  if (e.world.hasDownloads) markSaved(e, from);
  if (program.kind == V.List || e.values.length > from + 1) {
    e.values.push(e.takeItems(V.List, from));
    result = callPath(e, e.path(NODE_RUBY_WORDS, callee.labels), null, from, place);
  } else result = callPath(e, callee, null, from, place);
  e.values.length = from;
  return result;
}

/** `spawn(program, in: file)`, `spawn(program, [:in, :out] => file)` */
function redirect(e: Evaluator, call: Node | null, base: i32, place: i32): void {
  const end = e.values.length;
  for (let i = base; i < end; i++) {
    const value = e.values.at(i);
    if (value.kind == V.Dict) {
      const items = asItems(value).items;
      for (let j = 1; j < items.length; j += 2) redirected(e, unchecked(items[j]), place);
    } else if (call !== null && i - base < call.list!.length && unchecked(call.list![i - base]).kind == N.Keyword) redirected(e, value, place);
  }
}

function redirected(e: Evaluator, value: Value, place: i32): void {
  if (value.kind != V.Path) return;
  const base = e.values.length;
  e.values.push(value);
  callPath(e, e.path(NODE_RUBY_REDIRECTED, 0), null, base, place);
  e.values.length = base;
}

/** Options and blocks are no words of a command. */
function isWord(value: Value): bool {
  return value.kind == V.Text || value.kind == V.Unknown || value.kind == V.Path || value.kind == V.Choice || value.kind == V.Number;
}

/** `open("https://…")` fetches, with open-uri; `open("| command")` starts. */
function opened(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const text = asText(e.values.at(base));
  if (startsWith(e, base, "http")) return callPath(e, e.path(NODE_RUBY_URI_OPEN, callee.labels), call, base, place);
  if (text.length > 1 && text.at(0) == 124) return callPath(e, e.path(NODE_RUBY_BACKTICK, callee.labels), null, base, place);
  return callPath(e, callee, call, base, place);
}

function startsWith(e: Evaluator, i: i32, start: string): bool {
  const text = asText(e.values.at(i));
  if (text.length < start.length) return false;
  for (let j = 0; j < start.length; j++) if (text.at(j) != start.charCodeAt(j)) return false;
  return true;
}
