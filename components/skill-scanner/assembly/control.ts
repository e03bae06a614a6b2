// Control flow. A certain walk does what the program would do, as long as it is known; any other looks at everything.
import { Node, N } from "./ast";
import { either } from "./choices";
import { Evaluator, labelsOf } from "./evaluator";
import { Step } from "./origins";
import { Narrowed, narrow } from "./narrowing";
import { K } from "./python/lexer";
import { block, statements } from "./statements";
import { NODE_REDUCED, NODE_RETURNED, TRACED_LABELS } from "./tables";
import { tellRules } from "./tell-rules";
import { tidyValue } from "./tidy";
import { Truth, truthOf } from "./truth";
import { asItems, V, Value } from "./value";

/** How a certain walk leaves a statement. */
export const enum Signal { None, Break, Continue, Return }

export function returnStatement(e: Evaluator, node: Node): void {
  returned(e, node.a === null ? e.unknown : tidyValue(e, node.a!));
  if (e.isCertain) e.signal = Signal.Return;
}

/** One more value that the function may return. */
export function returned(e: Evaluator, value: Value): void {
  const frame = e.frame;
  if (value.kind == V.Function) e.dependsOnArguments(); // it may use them
  if (frame === null) return;
  if (frame.called.code.isReducer) reduced(e, value);
  const labels = labelsOf(value);
  if (labels != 0) e.world.origins.step(labels, Step.Returned, e.findings.placed(e.at), 0);
  if ((popcnt<u64>(labels & TRACED_LABELS) as i32) >= FEWEST_SOURCES) tellRules(e, NODE_RETURNED, value, null, e.at);
  frame.returned = frame.returned === null ? value : either(e, frame.returned!, value);
}

/** Sources that a returned value has at least when rules are asked about it. */
const FEWEST_SOURCES: i32 = 3;

/** What `__reduce__` returns is called when the object is unpickled: a function, and its arguments. */
function reduced(e: Evaluator, value: Value): void {
  if (value.kind != V.List || asItems(value).count < 2) return;
  tellRules(e, NODE_REDUCED, asItems(value).at(0), null, e.at);
}

/** pass, break, continue, del */
export function simpleStatement(e: Evaluator, node: Node): void {
  if (node.a !== null) e.evaluateTarget(node.a!);
  if (!e.isCertain) return;
  if (node.sym == K.break_) e.signal = Signal.Break;
  else if (node.sym == K.continue_) e.signal = Signal.Continue;
}

export function ifStatement(e: Evaluator, node: Node): void {
  const list = node.list!;
  const isCertain = e.isCertain;
  for (let i = 0; i < list.length; i += 2) {
    const isElse = i + 1 == list.length;
    const truth = isElse ? Truth.Unknown : truthOf(e, tidyValue(e, unchecked(list[i])));
    const body = unchecked(list[isElse ? i : i + 1]);
    if (e.isCertain && (isElse || truth == Truth.True)) { // what stands behind is not reached
      walkBranch(e, body);
      for (let j = i + 3; j < list.length + 1; j += 2) skip(e, unchecked(list[min(j, list.length - 1)]));
      break;
    }
    if (e.isCertain && truth == Truth.False) { skip(e, body); if (endsLoop(body)) e.world.exits++; continue; }
    e.isCertain = false;
    body.sym = WALKED;
    let narrowed: Narrowed | null = null;
    if (!isElse) narrowed = narrow(e, unchecked(list[i]));
    block(e, body);
    if (narrowed !== null) narrowed.end();
  }
  e.isCertain = isCertain;
}

/** `sym` of a Block that has been walked. */
const WALKED: i32 = 1;

function walkBranch(e: Evaluator, body: Node): void {
  body.sym = WALKED;
  statements(e, body);
}

/** `if condition: break`, or `return` */
function endsLoop(body: Node): bool {
  const list = body.list;
  if (list === null || list.length == 0) return false;
  const last = list[list.length - 1];
  return last.kind == N.Return || (last.kind == N.Simple && last.sym == K.break_);
}

/** Nothing is left out: a branch that no round of a loop takes is looked at behind it. */
function skip(e: Evaluator, body: Node): void {
  if (body.kind == N.Block && body.sym != WALKED && e.loops > 0) e.skipped.push(body);
}

/** Those that were left out since there were `mark` of them. */
export function walkSkipped(e: Evaluator, mark: i32): void {
  const isCertain = e.isCertain;
  e.isCertain = false;
  while (e.skipped.length > mark) {
    const body = e.skipped.pop();
    if (body.sym == WALKED) continue;
    body.sym = WALKED;
    block(e, body);
  }
  e.isCertain = isCertain;
}
