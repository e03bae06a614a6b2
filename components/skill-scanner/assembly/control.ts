// Control flow. A certain walk does what the program would do, as long as it is known; any other looks at everything.
import { keep } from "./arena";
import { Node } from "./ast";
import { either } from "./choices";
import { Evaluator } from "./evaluator";
import { V, Value } from "./value";

/** How a certain walk leaves a statement. */
export const enum Signal { None, Break, Continue, Return }

export function returnStatement(e: Evaluator, node: Node): void {
  returned(e, node.a === null ? e.unknown : e.evaluate(node.a!));
  if (e.isCertain) e.signal = Signal.Return;
}

/** One more value that the function may return. */
export function returned(e: Evaluator, value: Value): void {
  const frame = e.frame;
  if (value.kind == V.Function) e.dependsOnArguments(); // it may use them
  if (frame === null) return;
  if (value.kind != V.Unknown || value.labels != 0) keep(); // a statement that yields takes back what it made
  frame.returned = frame.returned === null ? value : either(e, frame.returned!, value);
}
