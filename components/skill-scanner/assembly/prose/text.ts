// Prose as the patterns want it: lower case, one blank between words, no markup, no accents, nothing invisible, look-alike
// letters folded, apostrophes dropped ("don't" is "dont"), a line feed between sentences. Every byte remembers where it
// stood in the source.
import { addSteps } from "../steps";
import { markQuotes } from "./quotations";
import { readEntity, entityValue, readTag } from "./tags";
import { readCodePoint, codePoint, foldedLetter, isInvisible, isWideBlank, nextPlain, sentenceEnd } from "./unicode";

/** A longer text is judged in pieces. */
export const ROOM: i32 = 1 << 16;
/** What one step may write beyond it. */
const SLACK: i32 = 512;

/** Of a byte: it stands in inline code. */
export const IN_CODE: i32 = 1;
/** Of a byte: it stands between quotation marks. */
export const IN_QUOTES: i32 = 2;

/** Of a byte: it stands in a sentence that tells of attacks, or of what not to do. */
export const IN_TALK: i32 = 4;

/** Of a byte: its letter is of another script, or of a decorated alphabet. */
export const IS_LOOKALIKE: i32 = 8;

export const LINE_FEED: i32 = 10;
export const BLANK: i32 = 32;

export class ProseText {
  readonly bytes: StaticArray<u8> = new StaticArray<u8>(ROOM + SLACK);
  readonly at: StaticArray<i32> = new StaticArray<i32>(ROOM + SLACK);
  readonly flags: StaticArray<u8> = new StaticArray<u8>(ROOM + SLACK);
  length: i32 = 0;
  /** Letters of another script, or of a decorated alphabet, that stand for plain ones. */
  lookalikes: i32 = 0;
  /** Invisible characters between two letters. */
  severed: i32 = 0;
  /** Letters that were written as numeric entities. */
  entities: i32 = 0;
  /** Where the first of these stands. */
  oddAt: i32 = -1;
  /** When not negative, all of it stands there: it was decoded from a text at that place. */
  pin: i32 = -1;
  /** Markup has no meaning: a comment of a program, a text of a configuration. */
  plain: bool = false;
  /** Quotation marks stand around values, and `\n` within them is a line feed. */
  isSettings: bool = false;
  /** The run of backticks that opened the code which is being read; 0 outside. */
  private ticks: i32 = 0;

  reset(): void {
    this.length = 0;
    this.ticks = 0;
    this.lookalikes = this.severed = this.entities = 0;
    this.oddAt = this.pin = -1;
    this.isSettings = false;
  }

  /** Writes a word that no source can hold: it tells the patterns what the reader saw. */
  sign(word: string, p: i32): void {
    if (this.isFull) return;
    this.blank(p);
    this.put(1, p);
    for (let i = 0; i < word.length; i++) this.put(word.charCodeAt(i), p);
    this.blank(p);
  }

  get isFull(): bool { return this.length >= ROOM; }
  get first(): i32 { return this.length > 0 ? unchecked(this.at[0]) : 0; }

  /** Reads on; returns where it stopped, because the text is full, or `to`. */
  add(source: usize, from: i32, to: i32): i32 {
    this.blank(from);
    let p = from;
    while (p < to && this.length < ROOM) {
      const byte = load<u8>(source + p) as i32;
      const letter = byte | 32;
      if ((letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57)) { this.put(letter, p); p++; }
      else if (byte >= 0x80) p = this.wide(source, p, to);
      else p = this.mark(source, p, to, byte);
    }
    addSteps(p - from);
    return p;
  }

  /** The text is complete. */
  close(): void {
    this.sentence(this.length > 0 ? unchecked(this.at[this.length - 1]) : 0);
    markQuotes(this);
  }

  put(byte: i32, p: i32): void {
    const i = this.length++;
    unchecked(this.bytes[i] = byte as u8);
    unchecked(this.at[i] = this.pin >= 0 ? this.pin : p);
    unchecked(this.flags[i] = (this.ticks != 0 ? IN_CODE : 0) as u8);
  }

  blank(p: i32): void {
    if (this.length > 0 && this.last > BLANK) this.put(BLANK, p);
  }

  sentence(p: i32): void {
    if (this.length > 0 && this.last == BLANK) this.length--;
    if (this.length > 0 && this.last != LINE_FEED) this.put(LINE_FEED, p);
  }

  /** It leads over to what follows. */
  get endsWithColon(): bool {
    const n = this.length;
    return n > 1 && unchecked(this.bytes[n - 1]) == LINE_FEED && unchecked(this.bytes[n - 2]) == 0x3a;
  }

  get last(): i32 { return this.length > 0 ? unchecked(this.bytes[this.length - 1]) as i32 : LINE_FEED; }

  private odd(p: i32): void {
    if (this.oddAt < 0) this.oddAt = p;
  }

  /** An ASCII character that is no letter and no digit. */
  private mark(source: usize, p: i32, to: i32, byte: i32): i32 {
    if (byte <= 32 || byte == 127) { this.blank(p); return p + 1; }
    if (byte == 0x60 && !this.plain) return this.backticks(source, p, to);
    if (this.ticks != 0) { this.put(byte, p); return p + 1; }
    const next = p + 1 < to ? load<u8>(source + p + 1) as i32 : BLANK;
    if (this.isSettings && byte == 0x22) { this.sentence(p); return p + 1; }
    switch (byte) {
      case 0x21: case 0x2e: case 0x3f: return this.stop(p, byte, next); // ! . ?
      case 0x27: this.apostrophe(p, next); return p + 1;
      case 0x2a: if (this.last == 0x28 || this.plain) this.put(byte, p); return p + 1; // *
      case 0x5f: if (isWordByte(this.last) && isWordByte(next)) this.put(byte, p); return p + 1; // _
      case 0x7e: if (next == 0x2f || next == 0x5c) this.put(byte, p); return p + 1; // ~
      case 0x5c: return this.backslash(source, p, to, next);
      case 0x3c: return this.tag(source, p, to);
      case 0x26: return this.entity(source, p, to);
      default: this.put(byte, p); return p + 1;
    }
  }

  private backticks(source: usize, p: i32, to: i32): i32 {
    let end = p;
    while (end < to && load<u8>(source + end) == 0x60) end++;
    const run = end - p;
    if (this.ticks == 0) this.ticks = run;
    else if (this.ticks == run) this.ticks = 0;
    return end;
  }

  private stop(p: i32, byte: i32, next: i32): i32 {
    this.put(byte, p);
    const ends = next <= 32 || next == 0x22 || next == 0x27 || next == 0x2a || next == 0x5f || next == 0x29 || next == 0x3c;
    if (ends && !(byte == 0x2e && isAbbreviation(this))) this.sentence(p);
    return p + 1;
  }

  /** Between letters it is left out. */
  private apostrophe(p: i32, next: i32): void {
    if (isWordByte(this.last) && (isWordByte(next) || next <= 32)) return;
    this.put(0x27, p);
  }

  private backslash(source: usize, p: i32, to: i32, next: i32): i32 {
    if (this.isSettings) { this.escape(next, p); return p + 2; }
    if (this.plain || isWordByte(next) || next <= 32 || next >= 0x80 || next == 0x2e || next == 0x5c) { this.put(0x5c, p); return p + 1; }
    this.put(next, p + 1);
    return p + 2;
  }

  /** A line feed, a quotation mark or another character, as texts in JSON have them. */
  private escape(next: i32, p: i32): void {
    if (next == 0x6e || next == 0x72 || next == 0x74) this.blank(p);
    else if (next == 0x22) this.put(next, p);
  }

  private tag(source: usize, p: i32, to: i32): i32 {
    const end = readTag(this, source, p, to);
    if (end > p) return end;
    this.put(0x3c, p);
    return p + 1;
  }

  private entity(source: usize, p: i32, to: i32): i32 {
    const end = readEntity(source, p, to);
    if (end == p) { this.put(0x26, p); return p + 1; }
    const numeric = load<u8>(source + p + 1) == 0x23;
    if (numeric && entityValue < 0x80 && isWordByte(entityValue)) { this.entities++; this.odd(p); }
    this.point(entityValue, p, 0);
    return end;
  }

  private wide(source: usize, p: i32, to: i32): i32 {
    const end = readCodePoint(source, p, to);
    const point = codePoint;
    if (!this.point(point, p, nextPlain(source, end, to))) for (let i = p; i < end; i++) this.put(load<u8>(source + i), p);
    return end;
  }

  /** A character beyond ASCII, or one that was written as an entity. False when it is to be kept as it is. */
  private point(point: i32, p: i32, next: i32): bool {
    if (point < 0x80) { this.ascii(point, p); return true; }
    if (isInvisible(point)) {
      if (isWordByte(this.last) && isWordByte(next)) { this.severed++; this.odd(p); }
      return true;
    }
    if (isWideBlank(point)) { this.blank(p); return true; }
    const end = sentenceEnd(point);
    if (end == 0) return this.letter(point, p, next);
    if (end == LINE_FEED) this.sentence(p);
    else if (end == 0x27) this.apostrophe(p, next);
    else this.put(end, p);
    return true;
  }

  private letter(point: i32, p: i32, next: i32): bool {
    const mixed = isLetter(this.last) || isLetter(next);
    const folded = foldedLetter(point, mixed);
    if (folded == 0) return false;
    if (folded < 0) { this.lookalikes++; this.odd(p); }
    const plain = folded < 0 ? -folded : folded;
    if (plain == 1) return true;
    if (plain < 0x80) {
      this.put(plain, p);
      if (folded < 0) unchecked(this.flags[this.length - 1] |= IS_LOOKALIKE as u8);
      return true;
    }
    this.put(0xc0 | (plain >> 6), p); // a small letter of two bytes
    this.put(0x80 | (plain & 63), p);
    return true;
  }

  private ascii(point: i32, p: i32): void {
    if (point <= 32) this.blank(p);
    else this.put(point >= 65 && point <= 90 ? point | 32 : point, p);
  }
}

export function isWordByte(byte: i32): bool {
  return isLetter(byte) || (byte >= 48 && byte <= 57);
}

function isLetter(byte: i32): bool {
  return (byte | 32) >= 97 && (byte | 32) <= 122 && byte < 0x80;
}

/** `e.g.`, `i.e.`, `vs.`, `etc.`: the sentence goes on. */
function isAbbreviation(text: ProseText): bool {
  const n = text.length;
  if (n < 4) return false;
  const a = unchecked(text.bytes[n - 4]) as i32, b = unchecked(text.bytes[n - 3]) as i32, c = unchecked(text.bytes[n - 2]) as i32;
  return (b == 0x2e && isLetter(c) && isLetter(a)) || (b == 0x76 && c == 0x73 && a == BLANK) || (a == 0x65 && b == 0x74 && c == 0x63);
}
