// Where an offset is, as people count: lines, columns, and the line itself.
import { repeated, zeros } from "./eight-bytes";
import { JsonWriter } from "./json-writer";

/** Characters of the source line that a finding shows. */
const MAX_CONTEXT: i32 = 200;
/** Bytes of a long line that are shown before the place; those before them are left out once they are twice as many. */
const BEFORE: i32 = 60;

/** A cursor over the source's lines, moved forward only. */
export class SourceLines {
  line: i32 = 1;
  private start: i32 = 0;
  private at: i32 = 0;
  /** Column of `counted`, so that many findings on one long line are counted once. */
  private counted: i32 = 0;
  private units: i32 = 0;

  constructor(private source: usize, private length: i32) {}

  moveTo(offset: i32): void {
    const target = min(offset, this.length);
    for (; this.at < target; this.at++) {
      if (this.at + 8 <= target && !hasLineEnd(load<u64>(this.source + this.at))) { this.at += 7; continue; }
      const byte = load<u8>(this.source + this.at) as i32;
      if (byte != 10 && (byte != 13 || (this.at + 1 < this.length && load<u8>(this.source + this.at, 1) == 10))) continue;
      this.line++;
      this.start = this.counted = this.at + 1;
      this.units = 0;
    }
  }

  /** From 1, in UTF-16 units, as editors count. */
  column(): i32 {
    for (; this.counted < this.at; this.counted++) this.units += utf16Units(load<u8>(this.source + this.counted) as i32);
    return this.units + 1;
  }

  /** `,"line":…,"column":…,"context":…` for where it stands. */
  writePlace(out: JsonWriter): void {
    out.put(',"line":');
    out.number(this.line);
    out.put(',"column":');
    out.number(this.column());
    out.put(',"context":');
    this.writeContext(out);
  }

  /** `"…","context_column":…`: the line without the white space around it, clipped, as JSON, and the column where that starts. */
  private writeContext(out: JsonWriter): void {
    const from = this.contextStart();
    const start = this.source + from;
    out.escaped(start, (this.contextEnd(start) - start) as i32);
    out.put(',"context_column":');
    out.number(this.columnOf(from));
  }

  private contextStart(): i32 {
    let p = this.start;
    while (p < this.length && isBlank(load<u8>(this.source + p) as i32)) p++;
    if (this.at - p <= 2 * BEFORE) return p;
    p = this.at - BEFORE;
    while (utf16Units(load<u8>(this.source + p) as i32) == 0) p++;
    return p;
  }

  /** Of an offset near the cursor. */
  private columnOf(offset: i32): i32 {
    let column = this.column();
    for (let p = offset; p < this.at; p++) column -= utf16Units(load<u8>(this.source + p) as i32);
    for (let p = this.at; p < offset; p++) column += utf16Units(load<u8>(this.source + p) as i32);
    return column;
  }

  /** At most MAX_CONTEXT characters on, never inside of one. */
  private contextEnd(from: usize): usize {
    const end = this.source + this.length;
    let to = from;
    let units = 0;
    while (to < end) {
      const byte = load<u8>(to) as i32;
      units += utf16Units(byte);
      if (byte == 10 || byte == 13 || units > MAX_CONTEXT) break;
      to++;
    }
    while (to > from && isBlank(load<u8>(to - 1) as i32)) to--;
    return to;
  }
}

// @ts-ignore: decorator
@inline function hasLineEnd(bytes: u64): bool {
  return (zeros(bytes ^ repeated(10)) | zeros(bytes ^ repeated(13))) != 0;
}

function isBlank(byte: i32): bool {
  return byte == 32 || byte == 9 || byte == 12;
}

/** UTF-16 units of the character that begins with this byte; 0 for the bytes that continue one. */
function utf16Units(byte: i32): i32 {
  return (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
}
