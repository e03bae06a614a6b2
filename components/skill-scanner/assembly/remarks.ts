// Comments beside a statement, for rules that ask what it is by its own author's word.
import { lower } from "./bytes";
import { Evaluator } from "./evaluator";
import { addSteps } from "./steps";
import { TextValue } from "./value";

/** Bytes of a line that are looked at, and lines above the statement. */
const LINE: i32 = 240;
const LINES_ABOVE: i32 = 2;

const NEWLINE: i32 = 10;
const BLANK: i32 = 32;
const HASH: i32 = 35;
const SLASH: i32 = 47;

/** The comment behind the statement that is being walked, and those right above it: words in small letters, a blank behind each. */
export function remarkAt(e: Evaluator): TextValue {
  const remark = new Remark(e.world.remark, e.source, e.isScript || e.isGo || e.isIsland ? SLASH : HASH);
  const at = min(e.at, e.source.length);
  remark.addBehind(at);
  remark.addAbove(at);
  return remark.text;
}

class Remark {
  private end: i32 = 0;

  constructor(private bytes: StaticArray<u8>, private source: StaticArray<u8>, private mark: i32) {}

  get text(): TextValue { return new TextValue(this.bytes, 0, this.end); }

  addBehind(from: i32): void {
    const end = min(this.source.length, from + LINE);
    addSteps((end - from) >> 3);
    for (let i = from; i < end && this.at(i) != NEWLINE; i++) {
      if (this.at(i) == BLANK && this.isMark(i + 1)) { this.take(i + 1); return; }
    }
  }

  addAbove(at: i32): void {
    let line = this.lineStart(at);
    for (let i = 0; i < LINES_ABOVE && line > 0; i++) {
      line = this.lineStart(line - 1);
      let p = line;
      while (this.at(p) == BLANK || this.at(p) == 9) p++;
      if (!this.isMark(p)) return;
      this.take(p);
    }
  }

  private lineStart(at: i32): i32 {
    let from = at;
    while (from > 0 && from > at - LINE && this.at(from - 1) != NEWLINE) from--;
    addSteps((at - from) >> 3);
    return from;
  }

  private take(from: i32): void {
    const end = min(this.source.length, from + LINE);
    let isBlank = true;
    for (let i = from; i < end && this.at(i) != NEWLINE && this.end + 2 < this.bytes.length; i++) {
      const small = lower(this.at(i));
      const isWord = (small >= 97 && small <= 122) || (small >= 48 && small <= 57);
      if (isWord) this.put(small);
      else if (!isBlank) this.put(BLANK);
      isBlank = !isWord;
    }
    this.put(BLANK);
  }

  private isMark(i: i32): bool {
    return this.at(i) == this.mark && (this.mark == HASH || this.at(i + 1) == SLASH);
  }

  @inline private put(byte: i32): void { unchecked(this.bytes[this.end++] = byte as u8); }
  @inline private at(i: i32): i32 { return i < this.source.length ? unchecked(this.source[i]) as i32 : NEWLINE; }
}
