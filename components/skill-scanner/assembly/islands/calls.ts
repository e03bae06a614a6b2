// Calls in the languages that are read as islands: methods of values, functions that are known by their names, what is written
// into an argument.
import { callFunction } from "../activations";
import { addInside, bind } from "../assignment";
import { N, Node } from "../ast";
import { attribute } from "../attributes";
import { callPath, callValue } from "../calls";
import { Evaluator, labelsOf } from "../evaluator";
import { asFunction } from "../functions";
import { fill } from "../go/calls";
import { childOf, nameOf } from "../name-tree";
import { percent } from "../operators";
import { DOWNLOADED_LABELS, Intrinsic, IslandMethod, NAME_ISLAND_METHOD, NODE_CODE_ASSERT, NODE_CODE_OPENS, NODE_CODE_READ, NODE_CODE_WRITE, NODE_INTRINSIC, NODE_OPEN, NODE_REQUESTS_GET, NODE_REQUESTS_POST } from "../tables";
import { asText, PARAMETER, TextValue, V, Value } from "../value";
import { islandMethod } from "./methods";
import { methodOfAny } from "./names";
import { THIS } from "./parser-operands";
import { launched, opened, program, started, startedByFields } from "./programs";

/** `receiver.name(…)` */
export function islandMethodCall(e: Evaluator, receiver: Value, attr: Node, node: Node, line: i32): Value {
  const place = e.placeOf(node, line);
  const name = e.ruleName(attr.sym);
  const callee = calledMember(e, receiver, attr, name, line);
  const base = e.collect(node.list!);
  const method = load<u8>(NAME_ISLAND_METHOD + name) as i32;
  let result: Value | null = null;
  if (callee.kind != V.Path && callee.kind != V.Function && method != 0) {
    result = method == IslandMethod.adds ? added(e, receiver, base, place) : startedByFields(e, method, attr.a!, place);
    if (result === null) result = islandMethod(e, method, receiver, attr, base, place);
  }
  if (result === null) {
    result = callValue(e, callee, node, base, place);
    if (receiver.kind != V.Text) addInside(e, attr.a!, argumentLabels(e, base));
  }
  e.values.length = base;
  return result;
}

/** A function of the scanned code where it is called on this object or on a type, else what the rules know. */
function calledMember(e: Evaluator, receiver: Value, attr: Node, name: i32, line: i32): Value {
  const owner = attr.a!;
  if (receiver.kind == V.Unknown && isOfFile(e, owner)) {
    const binding = e.bindings.find(attr.sym);
    if (binding !== null && binding.value.kind == V.Function) return binding.value;
  }
  if (receiver.kind == V.Function && (e.isNamed(attr.sym, "call") || e.isNamed(attr.sym, "invoke") || e.isNamed(attr.sym, "Invoke") || e.isNamed(attr.sym, "run"))) return receiver;
  const member = attribute(e, receiver, attr, line);
  if (member.kind == V.Path || member.kind == V.Function || name == 0) return member;
  const known = methodOfAny(e, receiver, name);
  return known !== null ? known : member;
}

function isOfFile(e: Evaluator, owner: Node): bool {
  if (owner.kind == N.Call) return owner.a!.kind == N.Name;
  if (owner.kind != N.Name) return false;
  const first = e.source[owner.start];
  return owner.sym == THIS || (first >= 65 && first <= 90);
}

function argumentLabels(e: Evaluator, base: i32): u64 {
  let labels: u64 = 0;
  for (let i = base; i < e.values.length; i++) labels |= labelsOf(e.values.at(i));
  return labels;
}

/** A call of something that the rules know. `call` is null when there are only positions. */
export function islandCall(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const kind = load<u8>(NODE_INTRINSIC + callee.node) as i32;
  switch (kind) {
    case Intrinsic.islandStarts: case Intrinsic.shellText: return started(e, callee, call, base, place);
    case Intrinsic.islandProgram: return program(e, base);
    case Intrinsic.islandLaunch: return launched(e, call, base, place);
    case Intrinsic.islandOpens: return opened(e, callee, call, base, place);
    case Intrinsic.islandReads: return read(e, callee, call, base, place);
    case Intrinsic.islandWrites: return swapped(e, call, base, place);
    case Intrinsic.islandDownload: return downloadedTo(e, callee, call, base, place);
    case Intrinsic.islandFormats: case Intrinsic.islandCopies: return formattedInto(e, kind == Intrinsic.islandCopies, call, base, place);
    case Intrinsic.islandCalls: return called(e, base, place);
    case Intrinsic.runsCode: if (isBlock(e, callee, base)) return ran(e, base); break;
    case Intrinsic.islandRequires: return required(e, base);
    case Intrinsic.islandFills: {
      const result = callPath(e, callee, call, base, place);
      filled(e, call, base, labelsOf(result));
      return result;
    }
    default: break;
  }
  const labelled = initialiser(e, callee, call);
  const result = callPath(e, labelled, call, base, place);
  fill(e, call, base, labelsOf(result), false);
  return result;
}

/** Perl's `eval { … }` runs what everybody sees, and PHP's `assert` mostly looks at a condition. */
function isBlock(e: Evaluator, callee: Value, base: i32): bool {
  if (base >= e.values.length) return true;
  const first = e.values.at(base);
  return first.kind == V.Function || (callee.node == NODE_CODE_ASSERT && first.kind != V.Text && (labelsOf(first) & ~PARAMETER) == 0);
}

function ran(e: Evaluator, base: i32): Value {
  if (base >= e.values.length || e.values.at(base).kind != V.Function) return e.unknown;
  return callFunction(e, asFunction(e.values.at(base)), null, e.values.length);
}

/** Swift's `String(contentsOfFile: path)`: the first argument's name says what is called. */
function initialiser(e: Evaluator, callee: Value, call: Node | null): Value {
  if (call === null || call.list!.length == 0 || call.list![0].kind != N.Keyword) return callee;
  const node = childOf(callee.node, e.ruleName(call.list![0].sym));
  return node != 0 ? e.path(node, labelsOf(callee)) : callee;
}

/** Something is called that is no name of the rules: a text may name a function. */
export function islandValueCalled(e: Evaluator, callee: Value, call: Node | null, base: i32, labels: u64, place: i32): Value {
  if (callee.kind == V.Text) {
    const known = functionNamed(e, asText(callee));
    if (known !== null) return callValue(e, known, null, base, place);
  }
  fill(e, call, base, labels, false);
  return e.labelled(labels);
}

function functionNamed(e: Evaluator, text: TextValue): Value | null {
  if (text.holes || text.length == 0) return null;
  const node = childOf(e.root, nameOf(changetype<usize>(text.bytes) + text.from, text.length));
  return node != 0 ? e.path(node, labelsOf(text)) : null;
}

/** C's `fread(buffer, 1, size, file)`: a variable that nothing was assigned to has these labels from then on. */
function filled(e: Evaluator, call: Node | null, base: i32, labels: u64): void {
  if (call === null) return;
  const all = labels | argumentLabels(e, base);
  for (let i = 0; i < call.list!.length && i < 2; i++) {
    const node = unchecked(call.list![i]);
    if (node.kind == N.Name && all != 0 && e.bindings.find(node.sym) === null && e.values.at(base + i).kind == V.Unknown) bind(e, node.sym, e.labelled(all));
  }
  fill(e, call, base, labels, true);
}

/** Lua's `require("socket.http")` is what the last part of the name says. */
function required(e: Evaluator, base: i32): Value {
  if (base >= e.values.length || e.values.at(base).kind != V.Text) return e.labelled(argumentLabels(e, base));
  const text = asText(e.values.at(base));
  let from = text.length;
  while (from > 0 && text.at(from - 1) != 46 && text.at(from - 1) != 47) from--;
  const node = text.holes ? 0 : childOf(e.root, nameOf(changetype<usize>(text.bytes) + text.from + from, text.length - from));
  return node != 0 ? e.path(node, labelsOf(text)) : e.labelled(labelsOf(text));
}

/** `client.post(address).body(data)`: what is added to a request is sent with it. */
function added(e: Evaluator, receiver: Value, base: i32, place: i32): Value | null {
  if (receiver.kind != V.Unknown || (receiver.labels & DOWNLOADED_LABELS) == 0 || base == e.values.length) return null;
  return callPath(e, e.path(NODE_REQUESTS_POST, receiver.labels), null, base, place);
}

/** `call_user_func("name", a)` */
function called(e: Evaluator, base: i32, place: i32): Value {
  if (base >= e.values.length) return e.unknown;
  const f = e.values.at(base);
  const known = f.kind == V.Text ? functionNamed(e, asText(f)) : null;
  if (known !== null) return callValue(e, known, null, base + 1, place);
  if (f.kind == V.Function) return callFunction(e, asFunction(f), null, base + 1);
  return e.labelled(argumentLabels(e, base));
}

/** What is named may be an address or a file. */
function read(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const isAddress = base < e.values.length && startsWith(e.values.at(base), "http");
  const node = isAddress ? NODE_REQUESTS_GET : callee.node == NODE_CODE_OPENS ? NODE_OPEN : NODE_CODE_READ;
  return callPath(e, e.path(node, callee.labels), call, base, place);
}

export function startsWith(value: Value, start: string): bool {
  if (value.kind != V.Text || asText(value).length < start.length) return false;
  for (let i = 0; i < start.length; i++) if (asText(value).at(i) != start.charCodeAt(i)) return false;
  return true;
}

/** `writefile(lines, path)` */
function swapped(e: Evaluator, call: Node | null, base: i32, place: i32): Value {
  const end = e.values.length;
  if (end < base + 2) return e.labelled(argumentLabels(e, base));
  e.values.push(e.values.at(base + 1));
  e.values.push(e.values.at(base));
  const result = callPath(e, e.path(NODE_CODE_WRITE, 0), null, end, place);
  e.values.length = end;
  return result;
}

/** `download.file(address, path)` */
function downloadedTo(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const end = e.values.length;
  const answer = callPath(e, e.path(NODE_REQUESTS_GET, callee.labels), call, base, place);
  if (end < base + 2) return answer;
  e.values.push(e.values.at(base + 1));
  e.values.push(answer);
  callPath(e, e.path(NODE_CODE_WRITE, 0), null, end, place);
  e.values.length = end;
  return answer;
}

/** C's `sprintf(buffer, format, …)` and `strcpy(buffer, text)`: the first argument has the text from then on. */
function formattedInto(e: Evaluator, isCopy: bool, call: Node | null, base: i32, place: i32): Value {
  const end = e.values.length;
  if (call === null || end < base + 2 || call.list![0].kind != N.Name) return e.labelled(argumentLabels(e, base));
  let at = base + 1;
  while (at < end && e.values.at(at).kind != V.Text && !isCopy) at++;
  if (at >= end) { fill(e, call, base, argumentLabels(e, base), true); return e.labelled(argumentLabels(e, base)); }
  let made = e.values.at(at);
  if (!isCopy && made.kind == V.Text) {
    for (let i = at + 1; i < end; i++) e.values.push(e.values.at(i));
    made = percent(e, asText(made), e.takeItems(V.List, end), place);
  }
  bind(e, call.list![0].sym, made);
  return made;
}
