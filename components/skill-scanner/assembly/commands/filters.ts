// Filters whose output is worked out when their input is known: `rev`, `tr`, `cut`, `sed`, decoders.
import { decodeBase32, decodeBase64, decodedLength, decodeHex } from "../decode";
import { Evaluator } from "../evaluator";
import { appendPart } from "../operators";
import { Intrinsic } from "../tables";
import { asText, TextValue, V, Value } from "../value";
import { contentsOf } from "./files";
import { isWord, part, trimmed } from "./words";

/** Each line backwards; here the whole of a text without line ends. */
export function reversedText(e: Evaluator, input: Value, place: i32): Value | null {
  const text = trimmed(e, asText(input), place);
  if (!text.isAscii) return null;
  const bytes = new StaticArray<u8>(text.length);
  for (let i = 0; i < text.length; i++) unchecked(bytes[i] = text.at(text.length - 1 - i) as u8);
  return e.texts.made(bytes, text.length, place, text);
}

/** `base64 -d` and its like: the labels of decoded data, and the data where it is known. */
export function decodedText(e: Evaluator, kind: i32, base: i32, input: Value | null, labels: u64, place: i32): Value | null {
  let value = input;
  if (value === null || value.kind != V.Text) value = fileWord(e, base);
  if (value === null || value.kind != V.Text || asText(value).holes || !e.texts.charge(asText(value).length)) return null;
  const text = trimmed(e, asText(value), place);
  const bytes = kind == Intrinsic.shDecode64 ? decodeBase64(text) : kind == Intrinsic.shDecode32 ? decodeBase32(text) : decodeHex(text);
  if (bytes === null) return null;
  const result = e.texts.made(bytes, decodedLength, place, text);
  result.labels |= labels;
  return result;
}

/** The contents of the last word that names a file that the script has written. */
function fileWord(e: Evaluator, base: i32): Value | null {
  for (let i = e.values.length - 1; i >= base; i--) {
    const word = e.values.at(i);
    const contents = word.kind == V.Text ? contentsOf(e, asText(word)) : null;
    if (contents !== null) return contents;
  }
  return null;
}

// ---- tr

/** `tr a-z n-za-m`, `tr -d '\n'` */
export function translated(e: Evaluator, input: Value, base: i32, place: i32): Value | null {
  const count = e.values.length - base;
  if (count != 2 || e.values.at(base).kind != V.Text || e.values.at(base + 1).kind != V.Text) return null;
  const isDeletion = isWord(e.values.at(base), "-d");
  const from = new CharacterSet(asText(e.values.at(isDeletion ? base + 1 : base)));
  let to: CharacterSet | null = null;
  if (!isDeletion) to = new CharacterSet(asText(e.values.at(base + 1)));
  if (!from.isUnderstood || (to !== null && (!to.isUnderstood || to.length == 0))) return null;
  const text = asText(input);
  const bytes = new StaticArray<u8>(text.length);
  let used = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    const index = from.indexOf(byte);
    if (index < 0) unchecked(bytes[used++] = byte as u8);
    else if (to !== null) unchecked(bytes[used++] = to.at(min(index, to.length - 1)));
  }
  return e.texts.made(bytes, used, place, text);
}

/** `a-zA-Z0-9`, `[:upper:]` and `\n`, in order. */
class CharacterSet {
  isUnderstood: bool = true;
  length: i32 = 0;
  private bytes: StaticArray<u8> = new StaticArray<u8>(512);

  constructor(text: TextValue) {
    for (let i = 0; i < text.length && this.length < 256; ) i = this.add(text, i);
  }

  at(i: i32): u8 { return unchecked(this.bytes[i]); }

  indexOf(byte: i32): i32 {
    for (let i = this.length - 1; i >= 0; i--) if (unchecked(this.bytes[i]) == byte) return i;
    return -1;
  }

  private add(text: TextValue, i: i32): i32 {
    let byte = text.at(i);
    if (byte == 91 && i + 1 < text.length && text.at(i + 1) == 58) return this.addClass(text, i);
    let next = i + 1;
    if (byte == 92 && next < text.length) byte = escaped(text.at(next++));
    if (next + 1 < text.length && text.at(next) == 45) {
      for (let b = byte; b <= text.at(next + 1) && this.length < 256; b++) unchecked(this.bytes[this.length++] = b as u8);
      return next + 2;
    }
    unchecked(this.bytes[this.length++] = byte as u8);
    return next;
  }

  /** `[:upper:]`, `[:lower:]` */
  private addClass(text: TextValue, i: i32): i32 {
    const letter = i + 2 < text.length ? text.at(i + 2) : 0;
    const first = letter == 117 ? 65 : letter == 108 ? 97 : 0;
    if (first == 0) this.isUnderstood = false;
    for (let b = first; b < first + 26 && first > 0; b++) unchecked(this.bytes[this.length++] = b as u8);
    let end = i;
    while (end < text.length && text.at(end) != 93) end++;
    return end + 1;
  }
}

function escaped(letter: i32): i32 {
  return letter == 110 ? 10 : letter == 116 ? 9 : letter == 114 ? 13 : letter;
}

// ---- cut

/** `cut -c2-5` of one line. */
export function cut(e: Evaluator, input: Value, base: i32, place: i32): Value | null {
  const text = trimmed(e, asText(input), place);
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text || asText(word).length < 2 || asText(word).at(0) != 45) continue;
    const letter = asText(word).at(1);
    if (letter != 99 && letter != 98) continue; // c, b
    const list = asText(word).length > 2 ? part(e, asText(word), 2, asText(word).length, place) : i + 1 < e.values.length && e.values.at(i + 1).kind == V.Text ? asText(e.values.at(i + 1)) : null;
    return list === null ? null : columns(e, text, list, place);
  }
  return null;
}

function columns(e: Evaluator, text: TextValue, list: TextValue, place: i32): Value | null {
  let result: TextValue | null = e.texts.empty();
  let from = 0;
  let low = -1;
  for (let i = 0; i <= list.length && result !== null; i++) {
    const byte = i < list.length ? list.at(i) : 44;
    if (byte == 45) { low = max(1, number(list, from, i)); from = i + 1; continue; }
    if (byte != 44) continue;
    const high = i == from ? text.length : number(list, from, i);
    if (low < 0) low = high;
    result = appendPart(e, result, text, min(low - 1, text.length), min(high, text.length), place);
    from = i + 1;
    low = -1;
  }
  return result;
}

function number(text: TextValue, from: i32, to: i32): i32 {
  let value = 0;
  for (let i = from; i < to && i < from + 6; i++) value = value * 10 + max(0, min(9, text.at(i) - 48));
  return value;
}

// ---- sed

/** `s/a/b/g` with plain texts; null for anything else. */
export function substituted(e: Evaluator, input: Value, base: i32, place: i32): Value | null {
  let script: TextValue | null = null;
  for (let i = base; i < e.values.length; i++) {
    const word = e.values.at(i);
    if (word.kind != V.Text) return null;
    if (asText(word).length > 0 && asText(word).at(0) == 45) continue;
    if (script !== null) return null; // a file
    script = asText(word);
  }
  if (script === null || script.length < 4 || script.at(0) != 115) return null; // s
  const mark = script.at(1);
  const middle = indexOf(script, mark, 2);
  const end = middle < 0 ? -1 : indexOf(script, mark, middle + 1);
  if (end < 0 || !isPlain(script, 2, middle) || middle == 2) return null;
  return replaced(e, asText(input), part(e, script, 2, middle, place), part(e, script, middle + 1, end, place), end + 1 < script.length, place);
}

function indexOf(text: TextValue, byte: i32, from: i32): i32 {
  for (let i = from; i < text.length; i++) if (text.at(i) == byte && text.at(i - 1) != 92) return i;
  return -1;
}

/** No regular expression. */
function isPlain(text: TextValue, from: i32, to: i32): bool {
  for (let i = from; i < to; i++) {
    const c = text.at(i);
    if (c == 92 || c == 42 || c == 46 || c == 91 || c == 94 || c == 36 || c == 40 || c == 43 || c == 63 || c == 124) return false;
  }
  return true;
}

/** Every occurrence, or the first. */
export function replaced(e: Evaluator, text: TextValue, old: TextValue, by: TextValue, all: bool, place: i32): Value | null {
  if (old.length == 0) return text;
  let result: TextValue | null = e.texts.empty();
  let from = 0;
  for (let at = find(e, text, old, 0); at >= 0 && result !== null; at = all ? find(e, text, old, from) : -1) {
    result = appendPart(e, result, text, from, at, place);
    if (result !== null && by.length > 0) result = e.texts.append(result, by, place);
    from = at + old.length;
  }
  return result === null ? null : appendPart(e, result, text, from, text.length, place);
}

/** Pays for what it looks at: old texts that nearly match everywhere cost more than they are long. */
export function find(e: Evaluator, text: TextValue, what: TextValue, from: i32): i32 {
  let compared = 0;
  for (let i = from; i + what.length <= text.length; i++) {
    let j = 0;
    while (j < what.length && text.at(i + j) == what.at(j)) j++;
    compared += j + 1;
    if (j == what.length) { e.texts.charge(compared); return i; }
  }
  return e.texts.charge(compared) ? -1 : -1;
}
