// What stands between Ruby's tokens: blanks, comments, ends of lines, the text of heredocs.
import { Ch, Op } from "../javascript/tokens";
import { RubyText } from "./lexer-text";

export class Blanks extends RubyText {
  protected skipBlanks(p: i32): i32 {
    for (;;) {
      const c = this.at(p);
      if (c == Ch.SPACE || c == Ch.TAB || c == Ch.VT || c == Ch.FF || c == Ch.CR) p++;
      else if (c == Ch.LF) p = this.lineEnded(p);
      else if (c == Ch.BACKSLASH && (this.at(p + 1) == Ch.LF || (this.at(p + 1) == Ch.CR && this.at(p + 2) == Ch.LF))) {
        const nl = this.nl;
        p = this.lineEnded(this.at(p + 1) == Ch.LF ? p + 1 : p + 2);
        this.nl = nl;
      } else if (c == Ch.HASH) {
        const end = this.lineEnd(p);
        this.noteComment(p + 1, end);
        p = end;
      } else if (c == Op.EQ && this.isBlockComment(p)) p = this.afterBlockComment(p);
      else if (c == Ch.NUL && !this.atEnd(p)) p++;
      else if (c == 95 && this.isDataMark(p)) return this.len;
      else return p;
    }
    return p;
  }

  /** The line ends at p; the text of its heredocs, if it has any, is behind that. */
  private lineEnded(p: i32): i32 {
    this.nl = true;
    if (p == this.heredocLine) {
      this.curLine += this.heredocLines;
      this.heredocLine = -1;
      return this.afterHeredocs;
    }
    this.curLine++;
    return p + 1;
  }

  private isLineStart(p: i32): bool { return p == 0 || this.at(p - 1) == Ch.LF; }

  private isBlockComment(p: i32): bool {
    return this.isLineStart(p) && this.starts(p, "=begin") && this.at(p + 6) <= Ch.SPACE;
  }

  private isDataMark(p: i32): bool {
    return this.isLineStart(p) && this.starts(p, "__END__") && (this.at(p + 7) == Ch.LF || this.at(p + 7) == Ch.CR || p + 7 >= this.len);
  }

  private starts(p: i32, text: string): bool {
    for (let i = 0; i < text.length; i++) if (this.at(p + i) != text.charCodeAt(i)) return false;
    return true;
  }

  private afterBlockComment(p: i32): i32 {
    const from = p;
    for (;;) {
      p = this.lineEnd(p);
      if (p >= this.len) break;
      this.curLine++;
      p++;
      if (this.starts(p, "=end")) { p = this.lineEnd(p); break; }
    }
    this.nl = true;
    this.noteComment(from + 6, p);
    return p;
  }
}
