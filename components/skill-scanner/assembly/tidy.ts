// Expressions of which only the value is of use: what their evaluation has left behind is taken back at once.
import { keptCount, mark, takeBack } from "./arena";
import { Node } from "./ast";
import { Evaluator } from "./evaluator";
import { TAKE_BACK } from "./tables";
import { asText, NumberValue, TextValue, Value } from "./value";

/** The value of an expression. */
export function tidyValue(e: Evaluator, node: Node): Value {
  const start = mark();
  const kept = keptCount();
  const changes = e.bindings.changes;
  const value = e.evaluate(node);
  if (!TAKE_BACK || keptCount() != kept || e.bindings.changes != changes) return value;
  if (changetype<usize>(value) < start) { takeBack(start, kept); return value; }
  const size = sizeOfMovable(value, start);
  return size != 0 ? moved(value, size, start, kept) : value;
}

/** Size of a value that refers to nothing that is as new as itself, or 0. */
function sizeOfMovable(value: Value, start: usize): usize {
  const id = classOf(value);
  if (changetype<usize>(value.opened) >= start) return 0;
  if (id == idof<Value>()) return offsetof<Value>();
  if (id == idof<NumberValue>()) return offsetof<NumberValue>();
  if (id != idof<TextValue>()) return 0;
  const text = asText(value);
  return text.writer === null && changetype<usize>(text.bytes) < start ? offsetof<TextValue>() : 0;
}

/** The same value where the memory that it takes back begins: it lies behind that, and a copy may overlap. */
function moved(value: Value, size: usize, start: usize, kept: i32): Value {
  const id = classOf(value);
  takeBack(start, kept);
  const copy = __new(size, id);
  memory.copy(copy, changetype<usize>(value), size);
  return changetype<Value>(copy);
}

/** As the runtime knows it: it lies eight bytes before the object (rt/common.ts). */
function classOf(value: Value): u32 {
  return load<u32>(changetype<usize>(value) - 8);
}
