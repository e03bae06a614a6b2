// Values that may be one of several: after branches, in loops over constants.
import { isNothing } from "./bindings";
import { Evaluator, labelsOf } from "./evaluator";
import { asItems, PARAMETER, V, Value } from "./value";

/** Alternatives of one variable that are kept apart. */
export const MAX_CHOICES: i32 = 16;

/** One of two. What nothing is known of is left out. */
export function either(e: Evaluator, a: Value, b: Value): Value {
  if (((a.labels | b.labels) & PARAMETER) != 0) e.dependsOnArguments();
  if (isNothing(b) || b.kind == V.Constant) return a;
  if (isNothing(a) || a.kind == V.Constant || a === b) return b;
  if (a.kind == V.Unknown && b.kind == V.Unknown) return e.labelled(a.labels | b.labels);
  const base = e.values.length;
  pushChoices(e, a);
  pushChoices(e, b);
  e.values.length = min(e.values.length, base + MAX_CHOICES);
  const choice = e.takeItems(V.Choice, base);
  choice.labels |= labelsOf(a) | labelsOf(b);
  return choice;
}

/** Any of these, even such that nothing is known of. */
export function choice(e: Evaluator, items: StaticArray<Value>): Value {
  const base = e.values.length;
  for (let i = 0; i < items.length; i++) pushChoices(e, unchecked(items[i]));
  e.values.length = min(e.values.length, base + MAX_CHOICES);
  return e.takeItems(V.Choice, base);
}

function pushChoices(e: Evaluator, value: Value): void {
  if (value.kind != V.Choice) { e.values.push(value); return; }
  const items = asItems(value).items;
  for (let i = 0; i < items.length; i++) e.values.push(unchecked(items[i]));
}
