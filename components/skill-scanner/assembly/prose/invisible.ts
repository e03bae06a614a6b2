// Characters that nobody sees, and what they spell: tag characters are ASCII, variation selectors are bytes, two kinds of
// zero-width characters are bits. What comes out is judged as hidden text.
import { Findings } from "../findings";
import { addSteps } from "../steps";
import { RULE_INVISIBLE_TEXT, RULE_REVERSED_TEXT } from "../tables";
import { Channel, Prose } from "./prose";
import { codePoint, readCodePoint } from "./unicode";

/** Characters in a row that are no accident: an emoji's parts are fewer. */
const MIN_SECRET: i32 = 4;
const MIN_BITS: i32 = 16;
const WAVING_FLAG: i32 = 0x1f3f4;

export class Invisible {
  private out: StaticArray<u8> = new StaticArray<u8>(0);
  private used: i32 = 0;

  constructor(private source: usize, private from: i32, private to: i32, private findings: Findings, private prose: Prose) {}

  read(): void {
    addSteps(this.to - this.from);
    let before = 0;
    let p = this.from;
    while (p < this.to) {
      if (load<u8>(this.source + p) < 0xcc) { p++; before = 0; continue; }
      const next = readCodePoint(this.source, p, this.to);
      const point = codePoint;
      if (isOverride(point)) this.findings.add(RULE_REVERSED_TEXT, p);
      if (!carries(point)) { before = point; p = next; continue; }
      p = this.run(p, before);
      before = 0;
    }
  }

  /** Reads all that cannot be seen from `start` on; returns where it ends. */
  private run(start: i32, before: i32): i32 {
    let tags = 0, selectors = 0, widths = 0;
    let p = start;
    while (p < this.to) {
      const next = readCodePoint(this.source, p, this.to);
      const point = codePoint;
      if (isTag(point)) tags++;
      else if (selector(point) >= 0) selectors++;
      else if (isZeroWidth(point)) widths++;
      else break;
      p = next;
    }
    addSteps(p - start);
    if (tags >= MIN_SECRET && before != WAVING_FLAG) this.reveal(start, p, 0);
    if (selectors >= MIN_SECRET) this.reveal(start, p, 1);
    if (widths >= MIN_BITS) { this.reveal(start, p, 2); this.reveal(start, p, 3); }
    return p;
  }

  private reveal(from: i32, to: i32, how: i32): void {
    this.findings.add(RULE_INVISIBLE_TEXT, from);
    this.out = new StaticArray<u8>(to - from + 4);
    this.used = 0;
    if (how < 2) this.bytes(from, to, how);
    else this.bits(from, to, how == 3);
    if (this.used < MIN_SECRET || !isReadable(changetype<usize>(this.out), this.used)) return;
    const text = this.prose.scratch;
    text.reset();
    text.plain = true;
    text.pin = from;
    text.add(changetype<usize>(this.out), 0, this.used);
    text.close();
    this.prose.judge(Channel.Hidden).begin();
    this.prose.read(text, Channel.Hidden, false);
  }

  private bytes(from: i32, to: i32, how: i32): void {
    for (let p = from; p < to; ) {
      p = readCodePoint(this.source, p, to);
      const byte = how == 0 ? (isTag(codePoint) ? codePoint & 0x7f : -1) : selector(codePoint);
      if (byte > 0) unchecked(this.out[this.used++] = byte as u8);
    }
  }

  /** The first character that is met is a 0, or a 1; the next other one the opposite; a third kind stands between bytes. */
  private bits(from: i32, to: i32, firstIsOne: bool): void {
    let first = -1, second = -1, count = 0, word = 0;
    for (let p = from; p < to; ) {
      p = readCodePoint(this.source, p, to);
      const point = codePoint;
      if (first < 0) first = point;
      else if (second < 0 && point != first) second = point;
      if (point != first && point != second) { count = word = 0; continue; }
      word = (word << 1) | ((point == first) == firstIsOne ? 1 : 0);
      if (++count < 8) continue;
      unchecked(this.out[this.used++] = (word & 0xff) as u8);
      count = word = 0;
    }
  }
}

function carries(point: i32): bool {
  return isTag(point) || isZeroWidth(point) || selector(point) >= 0;
}

function isTag(point: i32): bool {
  return point >= 0xe0000 && point <= 0xe007f;
}

/** The byte that a variation selector stands for, or -1. */
function selector(point: i32): i32 {
  if (point >= 0xfe00 && point <= 0xfe0f) return point - 0xfe00;
  return point >= 0xe0100 && point <= 0xe01ef ? point - 0xe0100 + 16 : -1;
}

function isZeroWidth(point: i32): bool {
  return (point >= 0x200b && point <= 0x200f) || (point >= 0x2060 && point <= 0x2064) || point == 0xfeff || point == 0x180e || point == 0x34f || point == 0xad;
}

/** They turn the order of what is shown against the direction of its letters. */
function isOverride(point: i32): bool {
  return point == 0x202d || point == 0x202e;
}

function isReadable(bytes: usize, length: i32): bool {
  for (let i = 0; i < length; i++) {
    const byte = load<u8>(bytes + i);
    if (byte >= 0x7f || (byte < 32 && byte != 10 && byte != 13 && byte != 9)) return false;
  }
  return true;
}
