// The text that a scalar stands for, when it is written otherwise.
import { HOLE } from "../value";
import { APOSTROPHE, BACKSLASH, CLOSE_BRACE, CLOSE_PARENTHESIS, DOLLAR, OPEN_BRACE, OPEN_PARENTHESIS } from "./bytes-of-text";
import { Spelling } from "./tree";

/** Bytes that `unescape` has written. */
let written: i32 = 0;
export function unescapedLength(): i32 { return written; }

/** Whether the bytes from..to are the text itself. */
export function isVerbatim(source: StaticArray<u8>, from: i32, to: i32, spelling: i32): bool {
  if (spelling == Spelling.Plain) return true;
  const mark = spelling == Spelling.Escaped ? BACKSLASH : spelling == Spelling.Doubled ? APOSTROPHE : DOLLAR;
  for (let p = from; p < to; p++) if ((unchecked(source[p]) as i32) == mark) return false;
  return true;
}

/** The text; its length is told by `unescapedLength`. It is never longer than its spelling. */
export function unescape(source: StaticArray<u8>, from: i32, to: i32, spelling: i32): StaticArray<u8> {
  const out = new StaticArray<u8>(to - from + SENTINEL);
  if (spelling == Spelling.Escaped) escapes(source, from, to, out);
  else if (spelling == Spelling.Make) make(source, from, to, out);
  else doubles(source, from, to, out);
  return out;
}

/** Readers of languages want zero bytes behind a text. */
const SENTINEL: i32 = 4;

function doubles(source: StaticArray<u8>, from: i32, to: i32, out: StaticArray<u8>): void {
  written = 0;
  for (let p = from; p < to; p++) {
    const byte = unchecked(source[p]);
    unchecked(out[written++] = byte);
    if (byte == APOSTROPHE && p + 1 < to && unchecked(source[p + 1]) == APOSTROPHE) p++;
  }
}

/** `$$` is a dollar for the shell; what make puts in is not known. */
function make(source: StaticArray<u8>, from: i32, to: i32, out: StaticArray<u8>): void {
  written = 0;
  for (let p = from; p < to; p++) {
    const byte = unchecked(source[p]);
    if (byte != DOLLAR || p + 1 >= to) {
      unchecked(out[written++] = byte);
      continue;
    }
    const next = unchecked(source[++p]) as i32;
    if (next == OPEN_PARENTHESIS || next == OPEN_BRACE) p = skipTo(source, p, to, next == OPEN_BRACE ? CLOSE_BRACE : CLOSE_PARENTHESIS);
    unchecked(out[written++] = (next == DOLLAR ? DOLLAR : HOLE) as u8);
  }
}

function skipTo(source: StaticArray<u8>, p: i32, to: i32, byte: i32): i32 {
  while (p < to && (unchecked(source[p]) as i32) != byte) p++;
  return p;
}

function escapes(source: StaticArray<u8>, from: i32, to: i32, out: StaticArray<u8>): void {
  written = 0;
  for (let p = from; p < to; p++) {
    const byte = unchecked(source[p]);
    if (byte != BACKSLASH || p + 1 >= to) unchecked(out[written++] = byte);
    else p = escape(source, p + 1, to, out);
  }
}

/** Writes what the escape means whose letter is at `p`; returns its last byte. */
function escape(source: StaticArray<u8>, p: i32, to: i32, out: StaticArray<u8>): i32 {
  const letter = unchecked(source[p]) as i32;
  const digits = letter == 117 ? 4 : letter == 120 ? 2 : letter == 85 ? 8 : 0; // u x U
  if (digits == 0) {
    unchecked(out[written++] = simple(letter) as u8);
    return p;
  }
  let code = hex(source, p + 1, digits, to);
  if (code < 0) return p;
  p += digits;
  if ((code & 0xfc00) == 0xd800 && p + 6 < to && unchecked(source[p + 1]) == BACKSLASH) {
    const low = hex(source, p + 3, 4, to);
    if ((low & 0xfc00) == 0xdc00) {
      code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
      p += 6;
    }
  }
  putUtf8(code, out);
  return p;
}

function simple(letter: i32): i32 {
  switch (letter) {
    case 110: return 10; // n
    case 116: return 9; // t
    case 114: return 13; // r
    case 48: return 0;
    case 101: return 27; // e
    default: return letter;
  }
}

/** -1 when these are not hexadecimal digits. */
function hex(source: StaticArray<u8>, p: i32, digits: i32, to: i32): i32 {
  if (p + digits > to) return -1;
  let value = 0;
  for (let i = 0; i < digits; i++) {
    const byte = (unchecked(source[p + i]) as i32) | 32;
    const digit = byte >= 97 && byte <= 102 ? byte - 87 : byte >= 48 && byte <= 57 ? byte - 48 : -1;
    if (digit < 0) return -1;
    value = (value << 4) | digit;
  }
  return value;
}

/** At most as many bytes as the escape had. What is no character becomes a question mark. */
function putUtf8(code: i32, out: StaticArray<u8>): void {
  if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) code = 0x3f;
  if (code < 0x80) { unchecked(out[written++] = code as u8); return; }
  if (code < 0x800) unchecked(out[written++] = (0xc0 | (code >> 6)) as u8);
  else {
    if (code < 0x10000) unchecked(out[written++] = (0xe0 | (code >> 12)) as u8);
    else {
      unchecked(out[written++] = (0xf0 | (code >> 18)) as u8);
      unchecked(out[written++] = (0x80 | ((code >> 12) & 0x3f)) as u8);
    }
    unchecked(out[written++] = (0x80 | ((code >> 6) & 0x3f)) as u8);
  }
  unchecked(out[written++] = (0x80 | (code & 0x3f)) as u8);
}
