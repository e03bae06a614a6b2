// HTML in Markdown: which elements a reader of the page does not see.
import { indexOf, startsWith } from "./lines";

/** Bytes of a tag that are looked at, also over line ends. */
const MAX_TAG: i32 = 1200;

/** Where the tag's name ends; `p` is behind the `<`. */
export function nameEnd(source: usize, p: i32, to: i32): i32 {
  while (p < to) {
    const byte = load<u8>(source + p) as i32;
    const letter = byte | 32;
    if (!((letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 0x2d)) break;
    p++;
  }
  return p;
}

/** Behind the tag's `>`, or -1. `end` is that of the text, not of the line. */
export function closeOf(source: usize, p: i32, end: i32): i32 {
  const limit = min(end, p + MAX_TAG);
  for (; p < limit; p++) if (load<u8>(source + p) == 0x3e) return p + 1;
  return -1;
}

/** The attributes in from..to keep the element from being seen. */
export function hides(source: usize, from: i32, to: i32): bool {
  if (hasWord(source, from, to, "hidden")) return true;
  const style = indexOf(source, from, to, "style");
  if (style < 0) return false;
  return hasRule(source, style, to, "display", "none") || hasRule(source, style, to, "visibility", "hidden")
    || hasRule(source, style, to, "font-size", "0") || hasRule(source, style, to, "font-size", "1px") || hasRule(source, style, to, "opacity", "0")
    || hasRule(source, style, to, "color", "white") || hasRule(source, style, to, "color", "#fff") || hasRule(source, style, to, "color", "transparent")
    || hasRule(source, style, to, "color", "rgba(0,0,0,0") || hasRule(source, style, to, "color", "rgb(255,255,255")
    || hasRule(source, style, to, "height", "0") || hasRule(source, style, to, "width", "0") || hasRule(source, style, to, "left", "-9")
    || hasRule(source, style, to, "top", "-9") || hasRule(source, style, to, "text-indent", "-") || hasRule(source, style, to, "clip", "rect(0")
    || hasRule(source, style, to, "transform", "scale(0") || hasRule(source, style, to, "max-height", "0");
}

/** The attribute itself, not a part of another word: `hidden`, and not `aria-hidden="false"`. */
function hasWord(source: usize, from: i32, to: i32, word: string): bool {
  const at = indexOf(source, from, to, word);
  if (at <= from) return false;
  const before = load<u8>(source + at - 1) as i32;
  const after = at + word.length < to ? load<u8>(source + at + word.length) as i32 : 0x3e;
  return before <= 32 && (after <= 32 || after == 0x3e || after == 0x3d || after == 0x2f);
}

/** `name: value`, where the value begins so; `color` is not `background-color`. Digits and dots behind a 0 make it more than 0. */
function hasRule(source: usize, from: i32, to: i32, name: string, value: string): bool {
  let p = from;
  for (let i = 0; i < 8; i++) {
    const at = indexOf(source, p, to, name);
    if (at < 0) return false;
    p = at + name.length;
    const before = load<u8>(source + at - 1) as i32;
    if (before == 0x2d || (before | 32) >= 97 && (before | 32) <= 122) continue;
    let q = skipSpaces(source, p, to);
    if (q >= to || load<u8>(source + q) != 0x3a) continue;
    q = skipSpaces(source, q + 1, to);
    if (startsWith(source, q, to, value) && endsValue(source, q + value.length, to, value)) return true;
  }
  return false;
}

function endsValue(source: usize, p: i32, to: i32, value: string): bool {
  if (!value.endsWith("0") || value.includes("(")) return true;
  while (p < to && (load<u8>(source + p) == 0x2e || load<u8>(source + p) == 0x30)) p++;
  const byte = p < to ? load<u8>(source + p) as i32 : 0x3b;
  return byte < 48 || byte > 57;
}

function skipSpaces(source: usize, p: i32, to: i32): i32 {
  while (p < to && load<u8>(source + p) <= 32) p++;
  return p;
}
