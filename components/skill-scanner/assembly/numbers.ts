// Integers as far as 64 bits go.
import { Node } from "./python/ast";
import { ConstantValue, NumberValue, V, Value } from "./value";

const MAX_DIGITS: i32 = 24;

/** The value of a Num node; a float is a constant without a number. */
export function integer(source: StaticArray<u8>, node: Node): Value {
  const length = node.end - node.start;
  let p = node.start;
  let base = 10;
  if (length > 2 && unchecked(source[p]) == 48) {
    base = baseOf((unchecked(source[p + 1]) as i32) | 32);
    if (base != 10) p += 2;
  }
  if (length > MAX_DIGITS && base == 10) return other();
  let number: i64 = 0;
  for (; p < node.end; p++) {
    const byte = unchecked(source[p]) as i32;
    if (byte == 95) continue; // 1_000
    const digit = byte <= 57 ? byte - 48 : (byte | 32) - 87;
    if (digit < 0 || digit >= base) return other();
    number = number * base + digit;
  }
  return new NumberValue(number);
}

function baseOf(letter: i32): i32 {
  return letter == 120 ? 16 : letter == 111 ? 8 : letter == 98 ? 2 : 10;
}

function other(): Value {
  const value = new Value(V.Constant);
  value.node = ConstantValue.None;
  return value;
}
