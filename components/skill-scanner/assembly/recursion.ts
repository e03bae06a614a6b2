// How far a function that calls itself is followed.
import { Evaluator } from "./evaluator";
import { asFunction } from "./functions";
import { isSame } from "./same";
import { isConstant, V, Value } from "./value";

/**
 * A recursion that computes something, or hands functions on, has a known argument that is another each time: one that goes
 * over unknown things has none.
 */
export function bringsNews(e: Evaluator, values: StaticArray<Value>, before: StaticArray<Value>): bool {
  for (let i = 0; i < values.length; i++) {
    const value = unchecked(values[i]);
    if (isKnown(value) && !isAlike(e, value, unchecked(before[i]))) return true;
  }
  return false;
}

function isKnown(value: Value): bool {
  return isConstant(value) || value.kind == V.Path || value.kind == V.Class || value.kind == V.Function;
}

/** A function that is made anew at each level is the same one. */
function isAlike(e: Evaluator, value: Value, before: Value): bool {
  if (value.kind == V.Function && before.kind == V.Function) return asFunction(value).code === asFunction(before).code;
  return isSame(e, value, before);
}
