// What PowerShell's tree has beside that of a shell. Commands are Calls whose callee is a word: `op` INVOKED behind `&` or
// `.`; methods are Calls of an Attr, whose `sym` is its name in lower case, or whose `b` comes to it. Types are Consts. `{…}` is
// a Lambda, `@(…)` a List of one Block, `@{…}` a Dict, `@name` a Star.

/** `op` of a Name: `$name`, and `$env:NAME`, whose `start` and `end` are those of the name. */
export const VARIABLE: i32 = 2;
export const ENVIRONMENT: i32 = 3;

/** `op` of a Call: its callee is named by a value. */
export const INVOKED: i32 = 8;

/** `op` of a Const: `[type]`, whose name is `sym`; a character behind a backtick, whose code is `sym`. */
export const TYPE: i32 = 1;
export const CHARACTER: i32 = 2;

/** `op` of a List: `@(…)`. */
export const ARRAY: i32 = 1;

/** Operators that only PowerShell has, above those that are packed as their characters. */
export const enum PowerOp {
  Cast = 33554432, Join, Split, Replace, Format, Range, Match, Compare, Logic, Negation, As,
}

/** Powers of binary operators, loosest first. */
export const enum Power { None, Logic, Bits, Compare, Sum, Product, Format, Range }

/** The power of an operator. */
export function powerOf(op: i32): i32 {
  switch (op) {
    case 0: return Power.None;
    case PowerOp.Logic: return Power.Logic;
    case 38: case 124: case 94: case 60 | (60 << 8): case 62 | (62 << 8): return Power.Bits; // & | ^ << >>
    case 43: case 45: return Power.Sum;
    case 42: case 47: case 37: return Power.Product;
    case PowerOp.Format: return Power.Format;
    case PowerOp.Range: return Power.Range;
    default: return Power.Compare;
  }
}

/** Operators that are words, as `-join`, and what they are; those for either case are the same. */
const OPERATORS: StaticArray<string> = ["join", "split", "replace", "f", "and", "or", "xor", "band", "bor", "bxor", "shl", "shr", "as"];
const MEANINGS: StaticArray<i32> = [
  PowerOp.Join, PowerOp.Split, PowerOp.Replace, PowerOp.Format, PowerOp.Logic, PowerOp.Logic, PowerOp.Logic, 38, 124, 94,
  60 | (60 << 8), 62 | (62 << 8), PowerOp.As,
];
const COMPARISONS = " eq ne gt ge lt le like notlike match notmatch contains notcontains in notin is isnot ";

/** `name` is in lower case; 0 for what is no operator. */
export function operatorNamed(name: string): i32 {
  const known = named(name);
  if (known != 0 || name.length < 2 || (name.charCodeAt(0) != 99 && name.charCodeAt(0) != 105)) return known;
  const plain = named(name.substring(1)); // -creplace, -isplit
  return plain == PowerOp.Compare || plain == PowerOp.Split || plain == PowerOp.Replace ? plain : 0;
}

function named(name: string): i32 {
  for (let i = 0; i < OPERATORS.length; i++) if (unchecked(OPERATORS[i]) == name) return unchecked(MEANINGS[i]);
  return COMPARISONS.includes(` ${name} `) ? PowerOp.Compare : 0;
}
