// The bytes, the current token, and the small scans that several parts of the lexer share.
import { Ch, Cls, T, classOf } from "./lexer-tokens";
import { TokenSource } from "../parsing/token-source";
import { Names } from "./names";

export class Source extends TokenSource {
  /** Open brackets; inside them line ends are blanks. */
  depth: i32 = 0;

  constructor(src: StaticArray<u8>, len: i32, names: Names) {
    super(src, len, names);
    this.kind = T.NEWLINE;
  }

  /** Ends the file here: what follows is not read, and reported as such. */
  stop(): void {
    super.stop();
    this.depth = 0;
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
