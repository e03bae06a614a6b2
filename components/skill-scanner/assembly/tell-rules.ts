// Events that are no calls of the scanned code, and that rules may ask about like calls: see the names with `:` in match.ts.
import { act } from "./calls";
import { Call } from "./conditions";
import { Evaluator } from "./evaluator";
import { Value } from "./value";

/** Tells rules of an event with these arguments; the labels that they give. */
export function tellRules(e: Evaluator, node: i32, first: Value, second: Value | null, place: i32): u64 {
  const base = e.values.length;
  e.values.push(first);
  if (second !== null) e.values.push(second);
  const labels = act(e, node, new Call(e, e.unknown, null, base, e.values.length - base), place);
  e.values.length = base;
  return labels;
}
