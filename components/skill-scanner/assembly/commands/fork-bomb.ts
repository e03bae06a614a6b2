// A function that starts itself twice: `f() { f | f & }`.
import { N, Node } from "../ast";
import { COMMAND } from "../shell/reader";

export function isForkBomb(node: Node): bool {
  let body = node.b!;
  while (body.kind == N.Block && body.list!.length == 1) body = body.list![0];
  if (body.kind != N.ExprStmt) return false;
  const call = body.a!;
  if (!isCallOf(call, node.sym) || call.list!.length != 1) return false;
  const input = call.list![0];
  return input.kind == N.Keyword && input.a !== null && isCallOf(input.a!, node.sym);
}

function isCallOf(node: Node, symbol: i32): bool {
  return node.kind == N.Call && node.a!.kind == N.Name && node.a!.op == COMMAND && node.a!.sym == symbol;
}
