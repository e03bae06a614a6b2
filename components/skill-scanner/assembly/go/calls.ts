// Calls in Go: programs that are started, and what is written into an argument.
import { addInside } from "../assignment";
import { N, Node } from "../ast";
import { callPath } from "../calls";
import { Evaluator, labelsOf } from "../evaluator";
import { childOf } from "../name-tree";
import { Intrinsic, NAME_GO_WRITE, NODE_GO_COMMAND_CONTEXT, NODE_INTRINSIC } from "../tables";
import { asItems, V, Value } from "../value";
import { markSaved } from "../written-files";
import { POINTER } from "./parser-expressions";

/** A call of something that the rules know. `call` is null when there are only positions. */
export function goCall(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const kind = load<u8>(NODE_INTRINSIC + callee.node) as i32;
  if (kind == Intrinsic.shellWords) return started(e, callee, base, place);
  if (isReflected(e, call) && e.values.length == base + 1 && e.values.at(base).kind == V.List) return reflected(e, callee, base, place);
  const result = kind == Intrinsic.goWrites ? written(e, callee, call, base, place) : callPath(e, callee, call, base, place);
  fill(e, call, base, labelsOf(result), kind == Intrinsic.goFills);
  return result;
}

/** `f(&x)` may write into x, and `Decode(to, from)` does. */
export function fill(e: Evaluator, call: Node | null, base: i32, labels: u64, fillsFirst: bool): void {
  if (call === null) return;
  const nodes = call.list!;
  const fills = fillsFirst || isReading(e, call);
  let all = labels;
  for (let i = 0; i < nodes.length; i++) all |= labelsOf(e.values.at(base + i));
  for (let i = 0; i < nodes.length; i++) {
    const node = unchecked(nodes[i]);
    if (node.kind == N.Await && node.op == POINTER) addInside(e, node.a!, all);
    else if (fills && i < 2 && node.kind != N.Call) addInside(e, node.kind == N.Subscript ? node.a! : node, all);
  }
}

/** `reader.Read(buffer)` */
function isReading(e: Evaluator, call: Node): bool {
  const callee = call.a!;
  return callee.kind == N.Attr && e.isNamed(callee.sym, "Read");
}

/** `function.Call(arguments)` of package reflect: its function is the callee itself. */
function isReflected(e: Evaluator, call: Node | null): bool {
  return call !== null && call.a!.kind == N.Attr && e.isNamed(call.a!.sym, "Call");
}

function reflected(e: Evaluator, callee: Value, base: i32, place: i32): Value {
  const from = e.values.length;
  pushAll(e, e.values.at(base));
  const result = goCall(e, callee, null, from, place);
  e.values.length = from;
  e.values.push(result);
  return e.takeItems(V.List, from);
}

function pushAll(e: Evaluator, list: Value): void {
  const items = asItems(list).items;
  for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
}

/** `exec.Command("sh", "-c", line)`, `syscall.Exec(path, words, env)`, `exec.Cmd{Args: words}`: program and words are one list. */
function started(e: Evaluator, callee: Value, base: i32, place: i32): Value {
  const end = e.values.length;
  const first = callee.node == NODE_GO_COMMAND_CONTEXT ? base + 1 : base;
  let words = -1;
  for (let i = first; i < end && words < 0; i++) if (e.values.at(i).kind == V.List) words = i;
  if (first >= end) return callPath(e, callee, null, base, place);
  const hasProgram = words != first;
  if (hasProgram) e.values.push(e.values.at(first));
  if (words >= 0) {
    const items = asItems(e.values.at(words)).items;
    const isWhole = hasProgram && words == first + 1 && first == base; // argument 0 is the program's name again
    for (let i = isWhole ? 1 : 0; i < items.length; i++) e.values.push(unchecked(items[i]));
  } else for (let i = first + 1; i < end; i++) e.values.push(e.values.at(i));
  if (e.world.hasDownloads) markSaved(e, end);
  e.values.push(e.takeItems(V.List, end));
  const result = callPath(e, callee, null, end, place);
  e.values.length = end;
  return result;
}

/** `fmt.Fprintf(connection, …)` and `io.Copy(file, …)` are writes of their first argument. */
function written(e: Evaluator, callee: Value, call: Node | null, base: i32, place: i32): Value {
  const result = callPath(e, callee, call, base, place);
  if (base >= e.values.length) return result;
  const writer = e.values.at(base);
  const write = writer.kind == V.Path ? childOf(writer.node, NAME_GO_WRITE) : 0;
  if (write != 0) callPath(e, e.path(write, labelsOf(writer)), null, base + 1, place);
  if (call !== null && call.list!.length > 0) addInside(e, call.list![0], labelsOf(result));
  return result;
}
