// `echo` and `printf`.
import { Evaluator } from "../evaluator";
import { hexDigit, putUtf8 } from "../code-points";
import { appendValue, withLabels } from "../fold";
import { appendPart } from "../operators";
import { ESCAPED_LABELS } from "../tables";
import { asNumber, asText, TextValue, V, Value } from "../value";
import { asciiText, holds, isWord, joinWords } from "./words";

export function echo(e: Evaluator, base: i32, place: i32): Value | null {
  let from = base;
  let escapes = false;
  while (from < e.values.length && isOption(e.values.at(from))) {
    if (holds(asText(e.values.at(from)), 101)) escapes = true; // e
    from++;
  }
  const text = joinWords(e, from, place);
  if (text === null) return null;
  return escapes ? unescaped(e, text, place) : text;
}

/** `-n`, `-e`, `-ne` */
function isOption(value: Value): bool {
  if (value.kind != V.Text || asText(value).length < 2 || asText(value).at(0) != 45) return false;
  const text = asText(value);
  for (let i = 1; i < text.length; i++) if (text.at(i) != 110 && text.at(i) != 101 && text.at(i) != 69) return false;
  return true;
}

/** Also `printf -v name`, whose variable is set by the caller. */
export function printf(e: Evaluator, base: i32, place: i32): Value | null {
  let from = base;
  if (from < e.values.length && isWord(e.values.at(from), "--")) from++;
  if (from >= e.values.length) return null;
  if (e.values.at(from).kind != V.Text) return null;
  const format = unescaped(e, asText(e.values.at(from)), place);
  if (format === null || format.kind != V.Text) return null;
  const result = formattedText(e, asText(format), from + 1, place);
  return result === null || format.labels == 0 ? result : withLabels(result, format.labels);
}

/** The format is used again as long as words are left. */
function formattedText(e: Evaluator, format: TextValue, from: i32, place: i32): Value | null {
  let result: TextValue | null = e.texts.empty();
  let next = from;
  do {
    const before = next;
    let start = 0;
    for (let i = 0; i < format.length && result !== null; i++) {
      if (format.at(i) != 37) continue;
      result = appendPart(e, result, format, start, i, place);
      const end = conversionEnd(format, i + 1);
      if (result !== null) result = end > i + 1 || format.at(i + 1) != 37 ? converted(e, result, format.at(end), next < e.values.length ? e.values.at(next) : null, place) : e.texts.appendQuiet(result, 37);
      if (format.at(end) != 37 || end > i + 1) next++;
      i = end;
      start = end + 1;
    }
    if (result !== null) result = appendPart(e, result, format, start, format.length, place);
    if (next == before || result === null) break;
  } while (next < e.values.length);
  return result;
}

function conversionEnd(format: TextValue, from: i32): i32 {
  let i = from;
  while (i < format.length - 1) {
    const c = format.at(i);
    if ((c < 48 || c > 57) && c != 45 && c != 43 && c != 46 && c != 32 && c != 35) break;
    i++;
  }
  return min(i, format.length - 1);
}

function converted(e: Evaluator, text: TextValue, kind: i32, value: Value | null, place: i32): TextValue | null {
  if (value === null) return text;
  if (kind == 98 && value.kind == V.Text) { // %b
    const plain = unescaped(e, asText(value), place);
    return plain === null ? null : appendValue(e, text, plain, place);
  }
  if (kind == 99 && value.kind == V.Text && asText(value).length > 0) return appendPart(e, text, asText(value), 0, 1, place); // %c
  if (kind == 120 || kind == 111) return appendBase(e, text, value, kind == 120 ? 16 : 8, place); // %x, %o
  return appendValue(e, text, value, place);
}

/** Numbers in base 16 or 8. */
function appendBase(e: Evaluator, text: TextValue, value: Value, base: i32, place: i32): TextValue | null {
  const number = numberOf(value);
  if (number < 0) return e.texts.appendHole(text, place);
  return e.texts.append(text, asciiText(e, number.toString(base), place), place);
}

/** The number that a text writes, also `'a` for a character's code; -1 when it is none. */
export function numberOf(value: Value): i64 {
  if (value.kind == V.Number) return asNumber(value).number;
  if (value.kind != V.Text) return -1;
  const text = asText(value);
  if (text.length == 2 && (text.at(0) == 39 || text.at(0) == 34)) return text.at(1);
  let number: i64 = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.at(i) - 48;
    if (digit < 0 || digit > 9 || i > 17) return -1;
    number = number * 10 + digit;
  }
  return text.length == 0 ? -1 : number;
}

/** Letters of a text that somebody has written as numbers: single ones are quotation marks and dollars. */
const MANY_LETTERS: i32 = 2;

/** `\x41`, `\101`, `\0101`, `\n` and their like. */
export function unescaped(e: Evaluator, text: TextValue, place: i32): Value | null {
  if (!holds(text, 92)) return text;
  if (!e.texts.charge(text.length)) return null;
  const bytes = new StaticArray<u8>(text.length + 4);
  let used = 0;
  let letters = 0;
  for (let i = 0; i < text.length; ) {
    const byte = text.at(i);
    if (byte != 92 || i + 1 >= text.length) { unchecked(bytes[used++] = byte as u8); i++; continue; }
    const letter = text.at(i + 1);
    const isHex = letter == 120 || letter == 117 || letter == 85; // x, u, U
    const start = isHex || letter == 48 ? i + 2 : i + 1;
    const end = digitsEnd(text, start, letter, isHex);
    if (end > start || letter == 48) {
      const code = codeOf(text, start, end, isHex ? 16 : 8);
      used += putPoint(bytes, used, code, letter);
      if (code > 32 && code < 127) letters++;
      i = end;
    } else {
      unchecked(bytes[used++] = plainEscape(letter) as u8);
      i += 2;
    }
  }
  const made = e.texts.made(bytes, used, place, text);
  if (letters >= MANY_LETTERS) made.labels |= ESCAPED_LABELS;
  return made;
}

function digitsEnd(text: TextValue, from: i32, letter: i32, isHex: bool): i32 {
  const most = letter == 120 ? 2 : letter == 117 ? 4 : letter == 85 ? 8 : 3;
  let i = from;
  while (i < text.length && i < from + most) {
    const digit = hexDigit(text.at(i));
    if (digit < 0 || (!isHex && digit > 7)) break;
    i++;
  }
  return i;
}

function codeOf(text: TextValue, from: i32, to: i32, base: i32): i32 {
  let code = 0;
  for (let i = from; i < to; i++) code = code * base + hexDigit(text.at(i));
  return code;
}

/** `\u` writes characters, the others bytes. */
function putPoint(bytes: StaticArray<u8>, at: i32, code: i32, letter: i32): i32 {
  if (letter == 117 || letter == 85) return putUtf8(bytes, at, code);
  unchecked(bytes[at] = code as u8);
  return 1;
}

function plainEscape(letter: i32): i32 {
  switch (letter) {
    case 110: return 10;
    case 114: return 13;
    case 116: return 9;
    case 101: return 27;
    case 97: return 7;
    default: return letter;
  }
}
