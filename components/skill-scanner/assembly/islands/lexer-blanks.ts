// What stands between the tokens of a language that is read as islands: blanks, comments, a preprocessor's lines.
import { Ch, Cls, Op, classOf } from "../javascript/tokens";
import { Names } from "../python/names";
import { RubyText } from "../ruby/lexer-text";
import { Dialect, flagsOf, Has } from "./dialects";

export class IslandBlanks extends RubyText {
  /** Where the last blank beyond ASCII ended. */
  private blankEnd: i32 = 0;
  readonly flags: i32;

  constructor(src: StaticArray<u8>, len: i32, names: Names, public dialect: i32) {
    super(src, len, names);
    this.flags = flagsOf(dialect);
    this.nl = true;
  }

  @inline has(flag: i32): bool { return (this.flags & flag) != 0; }

  protected skipBlanks(p: i32): i32 {
    for (;;) {
      const c = this.at(p), d = this.at(p + 1);
      if (c == Ch.SPACE || c == Ch.TAB || c == Ch.VT || c == Ch.FF) p++;
      else if (c == Ch.LF || c == Ch.CR) p = this.lineEnded(p);
      else if (c == Ch.BACKSLASH && (d == Ch.LF || d == Ch.CR)) { p = this.afterLineEnd(p + 1); this.curLine++; }
      else if (c >= 0x80 && this.isForeignBlank(p)) p = this.blankEnd;
      else if (c == Ch.NUL) { if (this.atEnd(p)) return this.len; p++; }
      else {
        const next = this.comment(p, c, d);
        if (next == p) return p;
        p = next;
      }
    }
    return p;
  }

  /** A blank beyond ASCII ends at blankEnd; AppleScript goes on behind a line that ends with `¬`. */
  private isForeignBlank(p: i32): bool {
    this.blankEnd = p + this.spaceAt(p);
    if (this.dialect != Dialect.AppleScript || this.at(p) != 0xc2 || this.at(p + 1) != 0xac) return this.blankEnd > p;
    let q = p + 2;
    while (this.at(q) == Ch.SPACE || this.at(q) == Ch.TAB) q++;
    this.blankEnd = q;
    if (!this.isLineEnd(this.at(q))) return true;
    this.curLine++;
    this.blankEnd = this.afterLineEnd(q);
    return true;
  }

  /** The line ends at p; the text of its heredocs, if it has any, is behind that. */
  private lineEnded(p: i32): i32 {
    const wasNew = this.nl;
    this.nl = true;
    if (p == this.heredocLine) {
      this.curLine += this.heredocLines;
      this.heredocLine = -1;
      return this.afterHeredocs;
    }
    this.curLine++;
    const next = this.afterLineEnd(p);
    if (this.dialect == Dialect.Perl && this.at(next) == Op.EQ && classOf(this.at(next + 1)) & Cls.LETTER) return this.afterDocument(next);
    if (this.dialect != Dialect.Vim) return next;
    let q = next;
    while (this.at(q) == Ch.SPACE || this.at(q) == Ch.TAB) q++;
    if (this.at(q) != Ch.BACKSLASH) return next;
    this.nl = wasNew; // the line goes on
    return q + 1;
  }

  /** Position behind the comment at p; p when there is none. */
  private comment(p: i32, c: i32, d: i32): i32 {
    switch (c) {
      case Ch.SLASH:
        if (!this.has(Has.SLASHES)) return p;
        return d == Ch.SLASH ? this.lineComment(p + 2) : d == Ch.STAR ? this.blockComment(p + 2) : p;
      case Ch.HASH: return this.hash(p, d);
      case Ch.MINUS:
        if (d != Ch.MINUS || !this.has(Has.DASHES)) return p;
        return this.dialect == Dialect.Lua && this.at(p + 2) == Ch.LSQ && this.longEnd(p + 2) >= 0 ? this.longComment(p + 2) : this.lineComment(p + 2);
      case Ch.DQUOTE: return this.dialect == Dialect.Vim && this.nl ? this.lineComment(p + 1) : p;
      case Op.LPAR: return this.dialect == Dialect.AppleScript && d == Ch.STAR ? this.until(p + 2, Ch.STAR, Op.RPAR) : p;
      case 95: return this.dialect == Dialect.Perl && this.nl && (this.starts(p, "__END__") || this.starts(p, "__DATA__")) ? this.len : p;
      default: return p;
    }
  }

  private hash(p: i32, d: i32): i32 {
    if (this.has(Has.PREPROCESSOR)) return this.nl ? this.directive(p) : p;
    if (this.dialect == Dialect.Rust) return d == Ch.LSQ || (d == Ch.BANG && this.at(p + 2) == Ch.LSQ) ? this.attribute(p) : p;
    if (!this.has(Has.HASHES) || (d == Ch.LSQ && this.dialect == Dialect.PHP)) return p;
    if (this.dialect == Dialect.Julia && d == Op.EQ) return this.until(p + 2, Op.EQ, Ch.HASH);
    return this.lineComment(p + 1);
  }

  /** `#define …`, up to a line that does not end with a backslash. */
  private directive(p: i32): i32 {
    for (;;) {
      p = this.lineEnd(p);
      if (p >= this.len || this.at(p == 0 ? 0 : p - 1) != Ch.BACKSLASH) return p;
      p = this.afterLineEnd(p);
      this.curLine++;
    }
    return p;
  }

  /** `#[…]` */
  private attribute(p: i32): i32 {
    let open = 0;
    for (; p < this.len; p++) {
      const c = this.at(p);
      if (c == Ch.LF) this.curLine++;
      else if (c == Ch.LSQ) open++;
      else if (c == Ch.RSQ && --open == 0) return p + 1;
    }
    this.error(this.curLine);
    return this.len;
  }

  /** A comment that ends with two bytes. */
  private until(from: i32, a: i32, b: i32): i32 {
    let p = from;
    for (; p < this.len; p++) {
      if (this.at(p) == Ch.LF) this.curLine++;
      else if (this.at(p) == a && this.at(p + 1) == b) { this.noteComment(from, p); return p + 2; }
    }
    this.error(this.curLine);
    return this.len;
  }

  private afterDocument(from: i32): i32 {
    let p = from;
    while (p < this.len) {
      const isLast = this.starts(p, "=cut");
      p = this.lineEnd(p);
      if (isLast || p >= this.len) break;
      p = this.afterLineEnd(p);
      this.curLine++;
    }
    this.noteComment(from, p);
    return p;
  }

  protected starts(p: i32, text: string): bool {
    for (let i = 0; i < text.length; i++) if (this.at(p + i) != text.charCodeAt(i)) return false;
    return true;
  }

  /** Signs between the brackets of `[==[`; -1 when there is no such thing at p. */
  protected longEnd(p: i32): i32 {
    let q = p + 1;
    while (this.at(q) == Op.EQ) q++;
    return this.at(q) == Ch.LSQ ? q - p - 1 : -1;
  }

  private longComment(p: i32): i32 {
    const end = this.afterLong(p, this.longEnd(p));
    this.noteComment(p, end);
    return end;
  }

  /** Position behind Lua's `[==[ … ]==]`, which begins at p. */
  protected afterLong(p: i32, level: i32): i32 {
    for (let q = p + level + 2; q < this.len; q++) {
      const c = this.at(q);
      if (c == Ch.LF) this.curLine++;
      if (c != Ch.RSQ) continue;
      let r = q + 1;
      while (this.at(r) == Op.EQ) r++;
      if (r - q - 1 == level && this.at(r) == Ch.RSQ) return r + 1;
      q = r - 1;
    }
    this.error(this.line);
    return this.len;
  }
}
