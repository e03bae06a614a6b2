// The bytes, the current token, and the small scans that several parts of the lexer share.
import { Faults } from "./lexer-faults";
import { Ch, Cls, T, classOf } from "./lexer-tokens";
import { Names } from "./names";

export class Source {
  // the current token
  kind: i32 = T.NEWLINE;
  start: i32 = 0;
  end: i32 = 0;
  op: i32 = 0;
  sym: i32 = 0;
  line: i32 = 1;
  sflags: i32 = 0;
  prevEnd: i32 = 0;

  // where the next one is looked for
  pos: i32 = 0;
  curLine: i32 = 1;
  /** Open brackets; inside them line ends are blanks. */
  depth: i32 = 0;

  /**
   * Work done: tokens, plus every 32 bytes scanned. What is linear in the file is linear in this, whatever the machine.
   */
  steps: i32 = 0;
  faults: Faults = new Faults();
  private sawNul: bool = false;

  /** `src` is UTF-8 with at least three zero bytes after `len`: reading ahead needs no bounds checks. */
  constructor(public src: StaticArray<u8>, public len: i32, public names: Names) {
    if (this.at(0) == 0xef && this.at(1) == 0xbb && this.at(2) == 0xbf) this.pos = 3;
  }

  @inline at(i: i32): i32 { return unchecked(this.src[i]) as i32; }

  /** Ends the file here: what follows is not read, and reported as such. */
  stop(): void {
    this.faults.skip(this.line);
    this.pos = this.len;
    this.depth = 0;
  }

  /**
   * At a zero byte: whether it is the one behind the file. One in it is reported: Python before 3.12 drops the rest of
   * its line, later ones refuse the file, and neither is what is read here.
   */
  protected atEnd(p: i32): bool {
    if (p >= this.len) return true;
    if (!this.sawNul) this.faults.error(this.curLine);
    this.sawNul = true;
    return false;
  }

  /** Position after a comment that starts at p: its line's end, which is not part of it. */
  protected commentEnd(p: i32): i32 {
    for (;;) {
      const c = this.at(p);
      if (classOf(c) & Cls.STOP) {
        if (this.isLineEnd(c) || (c == Ch.NUL && this.atEnd(p))) return p;
      }
      p++;
    }
    return p;
  }

  /** Position after the line end at p: LF, CR or CRLF, as Python's universal newlines read them. */
  @inline protected afterLineEnd(p: i32): i32 {
    return this.at(p) == Ch.CR && this.at(p + 1) == Ch.LF ? p + 2 : p + 1;
  }

  @inline isLineEnd(c: i32): bool { return c == Ch.LF || c == Ch.CR; }

  /** Whether a backslash at p joins this line with the next. */
  @inline protected continuesAt(p: i32): bool { return this.at(p) == Ch.BACKSLASH && this.isLineEnd(this.at(p + 1)); }

  /** Position of the first byte after p that is neither blank nor a joined line end. */
  afterBlanks(p: i32): i32 {
    const from = p;
    for (;;) {
      const c = this.at(p);
      if (c == Ch.SPACE || c == Ch.TAB || c == Ch.FF) p++;
      else if (this.continuesAt(p)) p = this.afterLineEnd(p + 1);
      else break;
    }
    this.steps += (p - from) >> 5;
    return p;
  }
}
