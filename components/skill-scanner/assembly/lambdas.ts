// Lambdas: functions that are walked where they stand.
import { walkUsually } from "./activations";
import { keep } from "./arena";
import { Node } from "./ast";
import { functionOf } from "./definitions";
import { Evaluator } from "./evaluator";
import { Value } from "./value";

export function lambda(e: Evaluator, node: Node): Value {
  const made = functionOf(e, node);
  walkUsually(made);
  keep();
  return made;
}
