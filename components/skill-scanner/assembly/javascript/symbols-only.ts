// Code that is written with brackets and operators alone: `[][(![]+[])[+[]]+...`. Every text can be spelled that way.
import { addSteps } from "../steps";
import { Unit } from "../unit";

/** Bytes in a row without a letter or a digit; data and ASCII art have shorter ones, or other characters. */
const MANY_SYMBOLS: i32 = 200;

/** Where such a run begins; -1 when there is none. */
export function symbolsOnlyAt(unit: Unit): i32 {
  const source = unit.source;
  addSteps(unit.length >> 5);
  for (let p = 0; p < unit.length; p++) {
    if (!isSymbol(unchecked(source[p]))) continue;
    const from = p;
    while (p < unit.length && isSymbol(unchecked(source[p]))) p++;
    if (p - from >= MANY_SYMBOLS && hasAll(source, from, p)) return from;
  }
  return -1;
}

// @ts-ignore: decorator
@inline function isSymbol(byte: i32): bool {
  return byte == 91 || byte == 93 || byte == 40 || byte == 41 || byte == 33 || byte == 43; // [ ] ( ) ! +
}

/** Brackets, negations and sums together: not a nested list. */
function hasAll(source: StaticArray<u8>, from: i32, to: i32): bool {
  let nots = 0, sums = 0, open = 0;
  for (let p = from; p < to; p++) {
    const byte = unchecked(source[p]);
    if (byte == 33) nots++;
    else if (byte == 43) sums++;
    else if (byte == 91) open++;
  }
  return nots > 4 && sums > 4 && open > 4;
}
