// Lambdas: functions that are walked where they stand.
import { walkUsually } from "./activations";
import { keep } from "./arena";
import { N, Node } from "./ast";
import { functionOf } from "./definitions";
import { Evaluator } from "./evaluator";
import { Value } from "./value";

/** A function without a name goes by that of what it is assigned to, or of the field that it becomes. */
export function christen(target: Node, value: Node): void {
  if (value.kind == N.Lambda && value.sym == 0) value.sym = target.sym;
}

export function lambda(e: Evaluator, node: Node): Value {
  const made = functionOf(e, node);
  const misses = e.misses;
  walkUsually(made);
  keep();
  if (e.misses != misses && e.frame === null) e.pending.push(made); // `const later = …` may follow
  return made;
}
