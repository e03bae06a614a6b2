// Lambdas: functions that are walked where they stand.
import { walkUsually } from "./activations";
import { Node } from "./ast";
import { functionOf } from "./definitions";
import { Evaluator } from "./evaluator";
import { Value } from "./value";

export function lambda(e: Evaluator, node: Node): Value {
  const made = functionOf(e, node);
  walkUsually(made);
  return made;
}
