// Blanks, line ends and comments between tokens.
import { Source } from "./lexer-source";
import { Ch, Cls, classOf } from "./tokens";

export class Blanks extends Source {
  /** Position of the next token; sets `nl` when a line ends before it. */
  protected skipBlanks(p: i32): i32 {
    const from = p;
    for (;;) {
      const c = this.at(p);
      if (c == Ch.SPACE || c == Ch.TAB || c == Ch.VT || c == Ch.FF) p++;
      else if (this.isLineEnd(c)) { p = this.afterLineEnd(p); this.curLine++; this.nl = true; }
      else if (c == Ch.SLASH && this.at(p + 1) == Ch.SLASH) p = this.lineComment(p + 2);
      else if (c == Ch.SLASH && this.at(p + 1) == Ch.STAR) p = this.blockComment(p + 2);
      else if (c >= 0x80 && this.spaceAt(p) > 0) {
        if (this.isSeparator(p)) this.nl = true;
        p += this.spaceAt(p);
      } else if (c == Ch.NUL && !this.atEnd(p)) p++;
      else if ((c == Ch.LT || c == Ch.MINUS) && this.nl && this.opensHtmlComment(p, c)) {
        this.error(this.curLine); // a comment in scripts, but operators in modules
        p = this.lineComment(p);
      } else {
        if (c != Ch.NUL) this.faults.blanks(this.src, from, p);
        return p;
      }
    }
    return p;
  }

  protected lineComment(p: i32): i32 {
    const end = this.commentEnd(p);
    this.noteComment(p, end);
    return end;
  }

  protected blockComment(p: i32): i32 {
    const end = this.afterComment(p);
    this.noteComment(p, end);
    return end;
  }

  /** Position of the line end that ends the comment. */
  private commentEnd(p: i32): i32 {
    for (;;) {
      const c = this.at(p);
      if (classOf(c) & Cls.LINE && (this.isLineEnd(c) || this.isSeparator(p) || (c == Ch.NUL && this.atEnd(p)))) return p;
      p++;
    }
    return p;
  }

  private afterComment(p: i32): i32 {
    for (;;) {
      const c = this.at(p);
      if (c == Ch.STAR && this.at(p + 1) == Ch.SLASH) return p + 2;
      if (classOf(c) & Cls.LINE) {
        if (this.isLineEnd(c)) {
          p = this.afterLineEnd(p);
          this.curLine++;
          this.nl = true;
          continue;
        }
        if (this.isSeparator(p)) this.nl = true;
        if (c == Ch.NUL && this.atEnd(p)) { this.error(this.curLine); return p; }
      }
      p++;
    }
    return p;
  }

  private opensHtmlComment(p: i32, c: i32): bool {
    if (this.at(p + 1) == Ch.MINUS) return c == Ch.MINUS && this.at(p + 2) == Ch.GT; // -->
    return c == Ch.LT && this.at(p + 1) == Ch.BANG && this.at(p + 2) == Ch.MINUS && this.at(p + 3) == Ch.MINUS; // <!--
  }
}
