// String literals: where their characters lie, and what their escapes mean.
import { Node } from "./ast";
import { hexDigit, putUtf8 } from "./code-points";
import { SF } from "./python/lexer";
import { Texts } from "./texts";
import { TextValue } from "./value";

const BACKSLASH: i32 = 92;

/** The text of a Str node; its patterns are matched on the way. */
export function literal(texts: Texts, source: StaticArray<u8>, node: Node): TextValue {
  const from = contentStart(source, node);
  const to = max(from, contentEnd(node));
  const isEscaped = !(node.op & SF.RAW) && hasByte(source, from, to, BACKSLASH);
  const place = node.op & SF.TRIPLE ? -1 : node.start; // the line inside a text of several lines matters
  const text = isEscaped ? unescaped(texts, source, node, from, to) : texts.slice(source, from, to, place, false);
  text.isBytes = (node.op & SF.BYTES) != 0;
  return text;
}

/** Shorter ones are digests and keys. */
const LONG_ENCODING: i32 = 300;

/** Base64 or hexadecimal, line breaks aside, and too long to be anything but a file. */
export function isLongEncoding(text: TextValue): bool {
  if (text.length < LONG_ENCODING) return false;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = text.at(i);
    const letter = byte | 32;
    if (byte >= 48 && byte <= 57) digits++;
    else if ((letter < 97 || letter > 122) && byte != 43 && byte != 47 && byte != 61 && byte != 10 && byte != 13) return false;
  }
  return digits * 32 > text.length;
}

function contentStart(source: StaticArray<u8>, node: Node): i32 {
  if (node.op & SF.BARE) return node.start;
  let p = node.start;
  while (p < node.end && unchecked(source[p]) != 34 && unchecked(source[p]) != 39) p++;
  return min(node.end, p + quoteLength(node));
}

function contentEnd(node: Node): i32 {
  return node.op & (SF.BARE | SF.UNTERMINATED) ? node.end : node.end - quoteLength(node);
}

function quoteLength(node: Node): i32 {
  return node.op & SF.TRIPLE ? 3 : 1;
}

function hasByte(source: StaticArray<u8>, from: i32, to: i32, byte: i32): bool {
  for (let p = from; p < to; p++) if ((unchecked(source[p]) as i32) == byte) return true;
  return false;
}

function unescaped(texts: Texts, source: StaticArray<u8>, node: Node, from: i32, to: i32): TextValue {
  const decoder = new Unescaper(source, to, (node.op & SF.BYTES) != 0, (node.op & SF.JS) != 0);
  decoder.run(from);
  return texts.slice(decoder.out, 0, decoder.used, node.start, false);
}

/** No escape is longer decoded than written, `\N{...}` aside, which is kept as it is. */
class Unescaper {
  out: StaticArray<u8>;
  used: i32 = 0;

  constructor(private source: StaticArray<u8>, private to: i32, private isBytes: bool, private isScript: bool) {
    this.out = new StaticArray<u8>(0);
  }

  run(from: i32): void {
    this.out = new StaticArray<u8>(this.to - from);
    for (let p = from; p < this.to; ) {
      const byte = unchecked(this.source[p]) as i32;
      if (byte != BACKSLASH || p + 1 >= this.to) { this.put(byte); p++; } else p = this.escape(p + 1);
    }
  }

  /** `p` is behind the backslash; returns where the text goes on. */
  private escape(p: i32): i32 {
    const kind = unchecked(this.source[p]) as i32;
    if (this.isScript) return this.scriptEscape(p, kind);
    switch (kind) {
      case 120: return this.hex(p, 2); // \x41
      case 117: return this.isBytes ? this.keep(p) : this.hex(p, 4); // \u0041
      case 85: return this.isBytes ? this.keep(p) : this.hex(p, 8); // \U00000041
      case 10: return p + 1;
      case 13: return p + 1 < this.to && unchecked(this.source[p + 1]) == 10 ? p + 2 : p + 1;
      case 110: this.put(10); return p + 1;
      case 114: this.put(13); return p + 1;
      case 116: this.put(9); return p + 1;
      case 92: case 34: case 39: this.put(kind); return p + 1;
      default: return kind >= 48 && kind <= 55 ? this.octal(p) : this.keep(p);
    }
  }

  /** JavaScript's: what means nothing else stands for itself. */
  private scriptEscape(p: i32, kind: i32): i32 {
    switch (kind) {
      case 120: return this.hex(p, 2); // \x41
      case 117: return p + 1 < this.to && unchecked(this.source[p + 1]) == 123 ? this.braced(p + 2) : this.hex(p, 4); // \u{41}, \u0041
      case 10: return p + 1;
      case 13: return p + 1 < this.to && unchecked(this.source[p + 1]) == 10 ? p + 2 : p + 1;
      case 98: this.put(8); return p + 1; // \b
      case 102: this.put(12); return p + 1; // \f
      case 110: this.put(10); return p + 1;
      case 114: this.put(13); return p + 1;
      case 116: this.put(9); return p + 1;
      case 118: this.put(11); return p + 1; // \v
      default:
        if (kind >= 48 && kind <= 55) return this.octal(p);
        this.put(kind);
        return p + 1;
    }
  }

  private braced(p: i32): i32 {
    let point = 0;
    for (; p < this.to && unchecked(this.source[p]) != 125; p++) point = min((point << 4) | max(hexDigit(unchecked(this.source[p])), 0), 0x110000);
    this.putPoint(point);
    return min(p + 1, this.to);
  }

  private hex(p: i32, digits: i32): i32 {
    let point = 0;
    for (let i = 1; i <= digits; i++) {
      const digit = p + i < this.to ? hexDigit(unchecked(this.source[p + i])) : -1;
      if (digit < 0) return this.keep(p);
      point = (point << 4) | digit;
    }
    this.putPoint(point);
    return p + digits + 1;
  }

  private octal(p: i32): i32 {
    let point = 0;
    let q = p;
    while (q < this.to && q < p + 3 && unchecked(this.source[q]) >= 48 && unchecked(this.source[q]) <= 55) point = point * 8 + (unchecked(this.source[q++]) as i32) - 48;
    this.putPoint(point);
    return q;
  }

  private keep(p: i32): i32 {
    this.put(BACKSLASH);
    this.put(unchecked(this.source[p]) as i32);
    return p + 1;
  }

  private putPoint(point: i32): void {
    if (this.isBytes && point < 0x100) this.put(point);
    else this.used += putUtf8(this.out, this.used, point);
  }

  @inline private put(byte: i32): void { unchecked(this.out[this.used++] = byte as u8); }
}
