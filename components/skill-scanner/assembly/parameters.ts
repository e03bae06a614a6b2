// Parameters of functions and lambdas.
import { assign } from "./assignment";
import { Evaluator } from "./evaluator";
import { Node, N } from "./ast";
import { V, Value } from "./value";

export function lambda(e: Evaluator, node: Node): Value {
  const parameters = node.list!;
  const defaults = collectDefaults(e, parameters);
  const scope = e.bindings.scope;
  const block = e.bindings.block;
  const mark = e.bindings.enter();
  declareParameters(e, parameters, defaults);
  const base = e.values.length;
  e.values.push(e.evaluate(node.a!));
  e.bindings.leave(mark, scope, block);
  return e.takeItems(V.Lambda, base);
}

/** Values of the parameters' defaults, on the value stack; `declareParameters` takes them off. */
export function collectDefaults(e: Evaluator, parameters: Node[]): i32 {
  const base = e.values.length;
  for (let i = 0; i < parameters.length; i++) {
    const parameter = unchecked(parameters[i]);
    e.values.push(parameter.kind == N.Param && parameter.b !== null ? e.evaluate(parameter.b!) : e.unknown);
  }
  return base;
}

export function declareParameters(e: Evaluator, parameters: Node[], defaults: i32): void {
  for (let i = 0; i < parameters.length; i++) {
    const parameter = unchecked(parameters[i]);
    if (parameter.kind != N.Param) continue;
    if (parameter.sym != 0) e.bindings.introduce(parameter.sym, e.values.at(defaults + i));
    if (parameter.list !== null) for (let j = 0; j < parameter.list!.length; j++) assign(e, parameter.list![j], e.unknown);
  }
  e.values.length = defaults;
}
