// Regular expressions as obfuscators use them in `text.replace(/#/g, "")`: a text or one class of characters.
import { Node } from "../ast";
import { Evaluator } from "../evaluator";
import { TextValue, V, Value } from "../value";

export class RegexValue extends Value {
  isGlobal: bool = false;
  /** Characters of a class; null for a text. */
  private set: StaticArray<bool> | null = null;
  private isRepeated: bool = false;
  private text: StaticArray<u8> = new StaticArray<u8>(0);
  private length: i32 = 0;

  constructor() { super(V.Regex); }

  /** Bytes that match at this place, 0 for none. */
  matchAt(text: TextValue, at: i32): i32 {
    const set = this.set;
    if (set === null) {
      for (let i = 0; i < this.length; i++) if (at + i >= text.length || text.at(at + i) != (unchecked(this.text[i]) as i32)) return 0;
      return this.length;
    }
    let end = at;
    while (end < text.length && unchecked(set[text.at(end)]) && (end == at || this.isRepeated)) end++;
    return end - at;
  }

  /** False when it is more than this engine computes with. */
  read(source: StaticArray<u8>, from: i32, to: i32): bool {
    if (from >= to) return false; // one that is not closed ends before it begins
    if (unchecked(source[from]) == LSQ) return this.readSet(source, from + 1, to);
    if (from + 2 == to && unchecked(source[from]) == BACKSLASH && isClassLetter(unchecked(source[from + 1]))) {
      const set = new StaticArray<bool>(256);
      addClass(set, unchecked(source[from + 1]));
      this.set = set;
      return true;
    }
    this.text = new StaticArray<u8>(to - from);
    for (let p = from; p < to; p++) {
      let byte = unchecked(source[p]) as i32;
      if (byte == BACKSLASH) {
        if (++p >= to || isLetter(unchecked(source[p]))) return false;
        byte = unchecked(source[p]);
      } else if (isMeta(byte)) return false;
      unchecked(this.text[this.length++] = byte as u8);
    }
    return this.length > 0;
  }

  private readSet(source: StaticArray<u8>, from: i32, to: i32): bool {
    const set = new StaticArray<bool>(256);
    let p = from;
    const isNegated = p < to && unchecked(source[p]) == CARET;
    if (isNegated) p++;
    for (; p < to && unchecked(source[p]) != RSQ; p++) {
      let first = unchecked(source[p]) as i32;
      if (first == BACKSLASH) {
        first = unchecked(source[++p]);
        if (isClassLetter(first)) { addClass(set, first); continue; }
        if (isLetter(first)) return false;
      }
      let last = first;
      if (p + 2 < to && unchecked(source[p + 1]) == MINUS && unchecked(source[p + 2]) != RSQ) { last = unchecked(source[p + 2]); p += 2; }
      for (let c = first; c <= last; c++) unchecked(set[c] = true);
    }
    if (p >= to) return false;
    if (isNegated) for (let c = 0; c < 256; c++) unchecked(set[c] = !unchecked(set[c]));
    this.set = set;
    this.isRepeated = p + 2 == to && unchecked(source[p + 1]) == PLUS;
    return p + 1 == to || this.isRepeated;
  }
}

/** The value of a Regex node. */
export function regexValue(e: Evaluator, node: Node): Value {
  const source = e.source;
  let end = node.end;
  while (end > node.start && unchecked(source[end - 1]) != SLASH) end--;
  const regex = new RegexValue();
  for (let p = end; p < node.end; p++) if (unchecked(source[p]) == 103) regex.isGlobal = true; // g
  for (let p = end; p < node.end; p++) if (unchecked(source[p]) == 105) return e.unknown; // i
  if (end <= node.start + 1) return e.unknown; // its only slash is the first: it was never closed
  return end - 1 - node.start <= MAX_REGEX && regex.read(source, node.start + 1, end - 1) ? regex : e.unknown;
}

export function asRegex(value: Value): RegexValue | null {
  return value.kind == V.Regex ? changetype<RegexValue>(value) : null;
}

const MAX_REGEX: i32 = 256;
const BACKSLASH: i32 = 92, LSQ: i32 = 91, RSQ: i32 = 93, CARET: i32 = 94, MINUS: i32 = 45, PLUS: i32 = 43, SLASH: i32 = 47;

function isLetter(byte: i32): bool {
  const letter = byte | 32;
  return (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57);
}

function isMeta(byte: i32): bool {
  switch (byte) {
    case 36: case 40: case 41: case 42: case 43: case 46: case 63: case 91: case 93: case 94: case 123: case 124: case 125: return true; // $()*+.?[]^{|}
    default: return false;
  }
}

function isClassLetter(byte: i32): bool { return byte == 100 || byte == 119 || byte == 115 || byte == 68 || byte == 87 || byte == 83; } // d w s D W S

function addClass(set: StaticArray<bool>, letter: i32): void {
  for (let c = 0; c < 256; c++) {
    const isDigit = c >= 48 && c <= 57;
    const small = letter | 32;
    const isIn = small == 100 ? isDigit : small == 119 ? isDigit || c == 95 || ((c | 32) >= 97 && (c | 32) <= 122) : c == 32 || (c >= 9 && c <= 13);
    if (isIn == (letter >= 97)) unchecked(set[c] = true);
  }
}
