// Decompression of constants: DEFLATE (RFC 1951) in zlib's (RFC 1950), gzip's (RFC 1952) or no wrapping.
import { TextValue } from "./value";

/** Longest output, in bytes. */
const MAX_OUTPUT: i32 = 1 << 20;
/** Most output bytes for each byte of input: DEFLATE itself ends at 1032. */
const MAX_RATIO: i32 = 256;
const MAX_BITS: i32 = 15;
const MAX_SYMBOLS: i32 = 288;

/** Length of what `inflate` returned. */
export let inflatedLength: i32 = 0;

/** The decompressed bytes; null when they are no such data, or too many. */
export function inflate(text: TextValue): StaticArray<u8> | null {
  const stream = new Inflater(text, start(text));
  const ok = stream.run();
  inflatedLength = stream.used;
  return ok ? stream.out : null;
}

/** Where the DEFLATE data begin. */
function start(text: TextValue): i32 {
  if (text.length > 18 && text.at(0) == 0x1f && text.at(1) == 0x8b) return behindGzipHeader(text);
  const isZlib = text.length > 2 && (text.at(0) & 15) == 8 && ((text.at(0) << 8) | text.at(1)) % 31 == 0;
  return isZlib ? 2 : 0;
}

function behindGzipHeader(text: TextValue): i32 {
  const flags = text.at(3);
  let at = 10;
  if ((flags & 4) != 0 && text.length > 12) at += 2 + (text.at(10) | (text.at(11) << 8));
  if ((flags & 8) != 0) at = behindZero(text, at);
  if ((flags & 16) != 0) at = behindZero(text, at);
  return (flags & 2) != 0 ? at + 2 : at;
}

function behindZero(text: TextValue, from: i32): i32 {
  let at = from;
  while (at < text.length && text.at(at) != 0) at++;
  return at + 1;
}

/** A prefix code by the number of codes of each length, and the symbols in the order of their codes. */
class Code {
  readonly counts: StaticArray<i32> = new StaticArray<i32>(MAX_BITS + 1);
  readonly symbols: StaticArray<i32> = new StaticArray<i32>(MAX_SYMBOLS);

  /** From the code lengths of `count` symbols, from `from` on. */
  read(lengths: StaticArray<u8>, from: i32, count: i32): void {
    const offsets = new StaticArray<i32>(MAX_BITS + 2);
    for (let i = 0; i < count; i++) unchecked(this.counts[lengths[from + i]]++);
    unchecked(this.counts[0] = 0);
    for (let i = 1; i <= MAX_BITS; i++) unchecked(offsets[i + 1] = offsets[i] + this.counts[i]);
    for (let i = 0; i < count; i++) if (unchecked(lengths[from + i]) != 0) unchecked(this.symbols[offsets[lengths[from + i]]++] = i);
  }
}

class Inflater {
  out: StaticArray<u8>;
  used: i32 = 0;
  private limit: i32;
  private bits: u32 = 0;
  private count: i32 = 0;
  private isBroken: bool = false;

  constructor(private text: TextValue, private at: i32) {
    const limit = min(MAX_OUTPUT, text.length * MAX_RATIO);
    this.limit = limit;
    this.out = new StaticArray<u8>(min(limit, max(256, text.length * 4)));
  }

  run(): bool {
    let isLast = false;
    while (!isLast && !this.isBroken) {
      isLast = this.take(1) == 1;
      const kind = this.take(2);
      if (kind == 0) this.stored();
      else if (kind == 1) this.fixed();
      else if (kind == 2) this.dynamic();
      else this.isBroken = true;
    }
    return !this.isBroken;
  }

  private take(count: i32): i32 {
    while (this.count < count) {
      if (this.at >= this.text.length) { this.isBroken = true; return 0; }
      this.bits |= (this.text.at(this.at++) as u32) << (this.count as u32);
      this.count += 8;
    }
    const taken = this.bits & ((1 << (count as u32)) - 1);
    this.bits >>= count as u32;
    this.count -= count;
    return taken as i32;
  }

  private put(byte: i32): void {
    if (this.used == this.out.length) this.grow();
    if (!this.isBroken) unchecked(this.out[this.used++] = byte as u8);
  }

  private grow(): void {
    if (this.used >= this.limit) { this.isBroken = true; return; }
    const larger = new StaticArray<u8>(min(this.limit, this.used * 2));
    memory.copy(changetype<usize>(larger), changetype<usize>(this.out), this.used);
    this.out = larger;
  }

  private stored(): void {
    this.bits = 0;
    this.count = 0;
    if (this.at + 4 > this.text.length) { this.isBroken = true; return; }
    const length = this.text.at(this.at) | (this.text.at(this.at + 1) << 8);
    this.at += 4;
    if (this.at + length > this.text.length) { this.isBroken = true; return; }
    for (let i = 0; i < length; i++) this.put(this.text.at(this.at++));
  }

  private fixed(): void {
    const lengths = new StaticArray<u8>(MAX_SYMBOLS + 30);
    for (let i = 0; i < MAX_SYMBOLS; i++) unchecked(lengths[i] = (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8) as u8);
    for (let i = 0; i < 30; i++) unchecked(lengths[MAX_SYMBOLS + i] = 5);
    this.coded(lengths, MAX_SYMBOLS, 30);
  }

  private dynamic(): void {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const given = this.take(4) + 4;
    const order = new StaticArray<u8>(19);
    for (let i = 0; i < given; i++) unchecked(order[load<u8>(LENGTH_ORDER + i)] = this.take(3) as u8);
    const code = new Code();
    code.read(order, 0, 19);
    const lengths = new StaticArray<u8>(320);
    for (let i = 0; i < literals + distances && !this.isBroken; ) i = this.lengthsAt(lengths, i, code);
    if (literals <= MAX_SYMBOLS) this.coded(lengths, literals, distances);
    else this.isBroken = true;
  }

  /** One code length, or a run of them; returns where the next one goes. */
  private lengthsAt(lengths: StaticArray<u8>, at: i32, code: Code): i32 {
    const symbol = this.symbol(code);
    if (symbol < 16) { unchecked(lengths[at] = symbol as u8); return at + 1; }
    const value = symbol == 16 && at > 0 ? unchecked(lengths[at - 1]) : 0;
    const times = symbol == 16 ? this.take(2) + 3 : symbol == 17 ? this.take(3) + 3 : this.take(7) + 11;
    if (at + times > 320) { this.isBroken = true; return at; }
    for (let i = 0; i < times; i++) unchecked(lengths[at + i] = value);
    return at + times;
  }

  /** Bit by bit, as in Mark Adler's puff: https://github.com/madler/zlib/tree/master/contrib/puff */
  private symbol(code: Code): i32 {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS && !this.isBroken; length++) {
      value |= this.take(1);
      const count = unchecked(code.counts[length]);
      if (value - count < first) return unchecked(code.symbols[index + value - first]);
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    this.isBroken = true;
    return 0;
  }

  private coded(lengths: StaticArray<u8>, literals: i32, distances: i32): void {
    const literal = new Code();
    const distance = new Code();
    literal.read(lengths, 0, literals);
    distance.read(lengths, literals, distances);
    while (!this.isBroken) {
      const symbol = this.symbol(literal);
      if (symbol < 256) this.put(symbol);
      else if (symbol == 256) return;
      else this.copy(symbol - 257, distance);
    }
  }

  private copy(symbol: i32, distance: Code): void {
    if (symbol > 28) { this.isBroken = true; return; }
    const length = (load<u16>(LENGTHS + (symbol << 1)) as i32) + this.take(load<u8>(LENGTH_BITS + symbol) as i32);
    const code = this.symbol(distance);
    if (code > 29) { this.isBroken = true; return; }
    const back = (load<u16>(DISTANCES + (code << 1)) as i32) + this.take(code < 4 ? 0 : (code >> 1) - 1);
    if (back > this.used) { this.isBroken = true; return; }
    for (let i = 0; i < length && !this.isBroken; i++) this.put(unchecked(this.out[this.used - back]));
  }
}

const LENGTH_ORDER: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
const LENGTHS: usize = memory.data<u16>([3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]);
const LENGTH_BITS: usize = memory.data<u8>([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]);
const DISTANCES: usize = memory.data<u16>([1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577]);
