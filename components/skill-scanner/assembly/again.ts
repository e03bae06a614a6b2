// What is evaluated once more, for it is taken apart in two ways: `f(x).list.push(secret)` is a call, and changes what f(x) holds.
// Each level of such code in itself would double the work, so all but names counts as followed.
import { assign } from "./assignment";
import { Node, N } from "./ast";
import { Evaluator } from "./evaluator";
import { assignPower } from "./powershell/variables";
import { Value } from "./value";

/** The value of what has been evaluated before; unknown where the scan's allowance does not reach. */
export function evaluateAgain(e: Evaluator, node: Node): Value {
  if (isPlain(node)) return e.evaluateTarget(node);
  if (!e.world.mayFollow) return e.unknown;
  const isFirst = e.world.begin();
  const value = e.evaluateTarget(node);
  if (isFirst) e.world.end();
  return value;
}

/** Assigns to what has been evaluated before: `object[key] += value`. */
export function assignAgain(e: Evaluator, target: Node, value: Value): void {
  const isNamed = isPlain(target);
  if (!isNamed && !e.world.mayFollow) return;
  const isFirst = !isNamed && e.world.begin();
  if (e.isPowerShell) assignPower(e, target, value);
  else assign(e, target, value);
  if (isFirst) e.world.end();
}

/** Names, members and items of these: `a.b["c"]`. Nothing in it holds anything more. */
function isPlain(node: Node): bool {
  let part = node;
  while (part.kind == N.Attr || (part.kind == N.Subscript && part.b !== null && isLeaf(part.b!))) part = part.a!;
  return isLeaf(part);
}

function isLeaf(node: Node): bool {
  return node.kind == N.Name || node.kind == N.Str || node.kind == N.Num || node.kind == N.Const;
}
