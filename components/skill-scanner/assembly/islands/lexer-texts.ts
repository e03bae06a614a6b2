// Texts of the languages that are read as islands: which quotes open one, what is interpolated, where it ends.
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { SF } from "../python/lexer-tokens";
import { Form } from "../ruby/lexer-text";
import { Dialect, Has } from "./dialects";
import { IslandBlanks } from "./lexer-blanks";

/** What a text gives way to. */
export const enum Marks { NONE = 0, DOLLAR_NAME = 1, DOLLAR_BRACE = 2, DOLLAR_PAREN = 4, BRACE = 8, BRACE_DOLLAR = 16, ESCAPED_PAREN = 32, AT = 64 }

export class IslandTexts extends IslandBlanks {
  // of a TEMPLATE
  marks: i32 = Marks.NONE;
  /** How many of the closing byte end it. */
  count: i32 = 1;
  isRaw: bool = false;

  /** A text whose quotes are at p, as often as `count` says. */
  protected quoted(p: i32, quote: i32, count: i32, isRaw: bool, marks: i32): void {
    if (marks == Marks.NONE) { this.plain(p + count, quote, count, isRaw); return; }
    this.template(p + count, quote == Ch.BACKTICK ? Form.COMMAND : Form.TEXT, quote, 0, true);
    this.count = count;
    this.isRaw = isRaw;
    this.marks = marks;
  }

  /** A text in which nothing is interpolated, from its first byte on. */
  protected plain(from: i32, quote: i32, count: i32, isRaw: bool): void {
    let p = from;
    const isLong = count > 1 || this.has(Has.LONG_TEXTS);
    this.kind = T.STRING;
    this.sflags = SF.BARE | (isRaw ? SF.RAW : SF.JS) | (isLong ? SF.TRIPLE : 0);
    this.start = from;
    for (; p < this.len; p++) {
      const c = this.at(p);
      if (c == quote && (count == 1 || this.isRun(p, quote, count))) {
        if (!this.isDoubled(p, isRaw, count)) break;
        p++;
        continue;
      }
      if (c == Ch.BACKSLASH && !isRaw) p++;
      const byte = this.at(p);
      if (byte == Ch.LF) { if (!isLong && c == byte) break; this.curLine++; }
    }
    this.closeAt(min(p, this.len), quote, count);
  }

  /** C#'s `@"a ""b"""` */
  private isDoubled(p: i32, isRaw: bool, count: i32): bool {
    return isRaw && count == 1 && this.dialect == Dialect.CSharp && this.at(p + 1) == Ch.DQUOTE && this.at(p) == Ch.DQUOTE;
  }

  private closeAt(end: i32, quote: i32, count: i32): void {
    this.end = end;
    this.pos = end;
    if (this.at(end) == quote && end < this.len) this.pos = end + count;
    else this.error(this.line);
  }

  private isRun(p: i32, quote: i32, count: i32): bool {
    for (let i = 1; i < count; i++) if (this.at(p + i) != quote) return false;
    return true;
  }

  /** `'…'` in which only itself and a backslash are escaped, if anything is. */
  protected plainQuotes(p: i32): void {
    if (this.dialect != Dialect.Vim) { this.plainString(p); return; }
    let q = p + 1;
    for (; q < this.len && this.at(q) != Ch.LF; q++) if (this.at(q) == Ch.SQUOTE) { if (this.at(q + 1) != Ch.SQUOTE) break; q++; }
    this.kind = T.STRING;
    this.sflags = SF.BARE | SF.RAW;
    this.start = p + 1;
    this.closeAt(min(q, this.len), Ch.SQUOTE, 1);
  }

  /** `'c'`; a lone quote begins a lifetime, or is a mark of something else. */
  protected character(p: i32): void {
    let q = p + 1;
    if (this.at(q) == Ch.BACKSLASH) { q += 2; while (q < p + 12 && this.at(q) != Ch.SQUOTE && this.at(q) > Ch.SPACE) q++; }
    else { q++; while (q < p + 6 && this.at(q) >= 0x80) q++; }
    if (this.at(q) != Ch.SQUOTE || q >= this.len) { this.takeOperator(p, 1); return; }
    this.kind = T.STRING;
    this.sflags = SF.BARE | SF.JS;
    this.start = p + 1;
    this.end = q;
    this.pos = q + 1;
  }

  /** `r#"…"#`, `#"…"#`: as many signs behind it as before. `p` is at the first sign. */
  protected fenced(p: i32): void {
    let q = p;
    while (this.at(q) == Ch.HASH) q++;
    const signs = q - p;
    this.kind = T.STRING;
    this.sflags = SF.BARE | SF.RAW | SF.TRIPLE;
    this.start = q + 1;
    for (q++; q < this.len; q++) {
      if (this.at(q) == Ch.LF) this.curLine++;
      else if (this.at(q) == Ch.DQUOTE) {
        let r = q + 1;
        while (r - q - 1 < signs && this.at(r) == Ch.HASH) r++;
        if (r - q - 1 == signs) { this.end = q; this.pos = r; return; }
        q = r - 1;
      }
    }
    this.error(this.line);
    this.end = this.pos = this.len;
  }

  /** C++'s `R"delimiter(…)delimiter"`; `p` is at its quote. */
  protected delimited(p: i32): void {
    let open = p + 1;
    while (open < p + 18 && this.at(open) != Op.LPAR && this.at(open) > Ch.SPACE) open++;
    const length = open - p - 1;
    this.kind = T.STRING;
    this.sflags = SF.BARE | SF.RAW | SF.TRIPLE;
    this.start = open + 1;
    for (let q = open + 1; q < this.len; q++) {
      if (this.at(q) == Ch.LF) this.curLine++;
      if (this.at(q) != Op.RPAR || this.at(q + 1 + length) != Ch.DQUOTE) continue;
      let i = 0;
      while (i < length && this.at(q + 1 + i) == this.at(p + 1 + i)) i++;
      if (i == length) { this.end = q; this.pos = q + length + 2; return; }
    }
    this.error(this.line);
    this.end = this.pos = this.len;
  }

  /** PHP's `<<<NAME`, whose text begins on the next line; false when there is none at p. */
  protected nowdoc(p: i32): bool {
    let q = p + 3;
    while (this.at(q) == Ch.SPACE) q++;
    const quote = this.at(q), isQuoted = quote == Ch.DQUOTE || quote == Ch.SQUOTE;
    if (isQuoted) q++;
    const from = q;
    while (classOf(this.at(q)) & Cls.ASCII_WORD) q++;
    if (q == from) return false;
    const to = q;
    q = this.lineEnd(q);
    this.template(min(q + 1, this.len), Form.TEXT, 0, 0, quote != Ch.SQUOTE);
    this.isHeredoc = true;
    this.marks = quote == Ch.SQUOTE ? Marks.NONE : Marks.DOLLAR_NAME | Marks.DOLLAR_BRACE | Marks.BRACE_DOLLAR;
    this.isRaw = quote == Ch.SQUOTE;
    this.textFrom = this.pos;
    this.textLine = this.curLine + (q < this.len ? 1 : 0);
    this.textTo = this.len;
    for (let line = this.pos; line < this.len; line = this.lineEnd(line) + 1) {
      let r = line;
      while (this.at(r) == Ch.SPACE || this.at(r) == Ch.TAB) r++;
      let i = 0;
      while (i < to - from && this.at(r + i) == this.at(from + i)) i++;
      if (i < to - from || classOf(this.at(r + i)) & Cls.ASCII_WORD) continue;
      this.textTo = max(this.pos, line - 1);
      this.end = r + i;
      return true;
    }
    this.error(this.line);
    this.end = this.len;
    return true;
  }

  /** Moves pos over a text: to what ends it, to what it gives way to, or to the end of the file. Returns how many of its own brackets are open. */
  skipPiece(nested: i32): i32 {
    let p = this.pos, open = nested;
    for (; ; p++) {
      const c = this.at(p);
      if (c == this.closing && c != 0 && this.isDoubled(p, this.isRaw, this.count)) p++;
      else if (c == this.closing && c != 0) { if (this.count > 1 ? this.isRun(p, c, this.count) : open-- == 0) { open = 0; break; } }
      else if (c == this.opening && c != 0) open++;
      else if (c == Ch.BACKSLASH && !this.isRaw && p + 1 < this.len) {
        if (this.marks & Marks.ESCAPED_PAREN && this.at(p + 1) == Op.LPAR) break;
        if (this.at(++p) == Ch.LF) this.curLine++;
      } else if (c == Ch.LF) { if (this.isShort) break; this.curLine++; }
      else if (c == Ch.NUL) { if (this.atEnd(p)) break; }
      else if (this.marks != 0 && this.givesWay(p, c)) break;
      else if (c == Ch.LBRACE && this.marks & Marks.BRACE) p++; // `{{`
    }
    this.steps += (p - this.pos) >> 5;
    this.pos = p;
    return open;
  }

  /** It has to end on its line. */
  private get isShort(): bool { return this.count == 1 && !this.isHeredoc && !this.isRaw && !this.has(Has.LONG_TEXTS) && this.opening == 0; }

  private givesWay(p: i32, c: i32): bool {
    const d = this.at(p + 1);
    if (c == Ch.DOLLAR) {
      if (d == Ch.LBRACE) return (this.marks & Marks.DOLLAR_BRACE) != 0;
      if (d == Op.LPAR) return (this.marks & Marks.DOLLAR_PAREN) != 0;
      return (this.marks & Marks.DOLLAR_NAME) != 0 && classOf(d) & Cls.LETTER && d != Ch.DOLLAR;
    }
    if (c == Ch.LBRACE) return (this.marks & Marks.BRACE && d != Ch.LBRACE) || (this.marks & Marks.BRACE_DOLLAR && d == Ch.DOLLAR);
    return c == Op.AT && (this.marks & Marks.AT) != 0 && (d == Ch.LBRACE || (classOf(d) & Cls.LETTER) != 0);
  }
}
