// Integers as far as 64 bits go.
import { Node, OCTAL } from "./ast";
import { ConstantValue, NumberValue, V, Value } from "./value";

const MAX_DIGITS: i32 = 18;
const SMALL: i32 = 256;
/** A number that no literal is: they have no sign. */
const NO_INTEGER: i64 = i64.MIN_VALUE;

/** Small numbers are most numbers: each is one value for the whole scan. */
export class Numbers {
  private small: StaticArray<NumberValue> = new StaticArray<NumberValue>(SMALL);
  private other: Value = other();

  constructor() {
    for (let i = 0; i < SMALL; i++) unchecked(this.small[i] = new NumberValue(i));
  }

  /** The value of a number without labels. */
  value(number: i64): Value {
    return number >= 0 && number < SMALL ? unchecked(this.small[number as i32]) : new NumberValue(number);
  }

  /** The value of a Num node; a float is a constant without a number. */
  of(source: StaticArray<u8>, node: Node): Value {
    const number = integer(source, node);
    if (number >= 0 && number < SMALL) return unchecked(this.small[number as i32]);
    return number == NO_INTEGER ? this.other : new NumberValue(number);
  }
}

function integer(source: StaticArray<u8>, node: Node): i64 {
  const length = node.end - node.start;
  let p = node.start;
  let base = node.op == OCTAL ? 8 : 10;
  if (length > 2 && base == 10 && unchecked(source[p]) == 48) {
    base = baseOf((unchecked(source[p + 1]) as i32) | 32);
    if (base != 10) p += 2;
  }
  if (length > MAX_DIGITS && base == 10) return NO_INTEGER;
  let number: i64 = 0;
  for (; p < node.end; p++) {
    const byte = unchecked(source[p]) as i32;
    if (byte == 95) continue; // 1_000
    const digit = byte <= 57 ? byte - 48 : (byte | 32) - 87;
    if (digit < 0 || digit >= base) return NO_INTEGER;
    number = number * base + digit;
  }
  return number;
}

function baseOf(letter: i32): i32 {
  return letter == 120 ? 16 : letter == 111 ? 8 : letter == 98 ? 2 : 10;
}

function other(): Value {
  const value = new Value(V.Constant);
  value.node = ConstantValue.Float;
  return value;
}
