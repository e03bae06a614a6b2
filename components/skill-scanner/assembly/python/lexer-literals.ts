// Strings and numbers. The text of f-strings is stepped through by the parser, which reads the fields between.
import { Layout } from "./lexer-layout";
import { Ch, Cls, SF, T, classOf } from "./lexer-tokens";

export class Literals extends Layout {
  /** Where the blanks end that fieldGoesOn() has looked at: it must not look again at each of their line ends. */
  private blankUpTo: i32 = 0;

  /** Whether the word p..q before a quote is a string prefix; sets the flags it stands for. */
  protected prefix(p: i32, q: i32): bool {
    let flags = 0;
    for (let i = p; i < q; i++) {
      switch (this.at(i) | 0x20) {
        case 114 /* r */: flags |= SF.RAW; break;
        case 98 /* b */: flags |= SF.BYTES; break;
        case 102 /* f */: case 116 /* t */: flags |= SF.FMT; break;
        case 117 /* u */: break;
        default: return false;
      }
    }
    this.sflags = flags;
    return true;
  }

  /**
   * The literal whose prefix is at `start` and whose quote is at q. Of an f-string the token holds only the opening.
   */
  protected string(start: i32, q: i32): void {
    const quote = this.at(q);
    let p = q + 1;
    if (this.at(p) == quote && this.at(p + 1) == quote) { p += 2; this.sflags |= SF.TRIPLE; }
    this.start = start;
    this.op = quote;
    this.end = this.pos = p;
    if (this.sflags & SF.FMT) this.kind = T.FSTRING;
    else this.plainString();
  }

  /** Reads on to the closing quote without looking for fields. Turns an f-string's opening into a plain STRING. */
  plainString(): void {
    this.kind = T.STRING;
    const quote = this.op, triple = (this.sflags & SF.TRIPLE) != 0;
    let p = this.pos;
    const from = p;
    for (;;) {
      const c = this.at(p);
      if (!(classOf(c) & Cls.STOP)) p++;
      else if (c == quote && (!triple || this.tripleAt(p, quote))) { p += triple ? 3 : 1; break; }
      else if (c == Ch.BACKSLASH) p = this.afterEscape(p);
      else if (this.isLineEnd(c)) {
        if (!triple) { this.unterminated(); break; }
        p = this.afterLineEnd(p);
        this.curLine++;
      } else if (c == Ch.NUL && this.atEnd(p)) { this.unterminated(); break; }
      else p++;
    }
    this.end = this.pos = p;
    this.steps += (p - from) >> 5;
  }

  @inline private tripleAt(p: i32, quote: i32): bool { return this.at(p + 1) == quote && this.at(p + 2) == quote; }

  /** Position after the backslash at p and the byte, or line end, that it protects. */
  private afterEscape(p: i32): i32 {
    const c = this.at(p + 1);
    if (this.isLineEnd(c)) { this.curLine++; return this.afterLineEnd(p + 1); }
    return c == Ch.NUL && this.atEnd(p + 1) ? p + 1 : p + 2;
  }

  private unterminated(): void {
    this.sflags |= SF.UNTERMINATED;
    this.faults.error(this.line);
    if (this.sflags & SF.TRIPLE) this.faults.skip(this.line);
  }

  /**
   * Moves over literal text of an f-string, up to a field's `{`, in a format spec also its `}`, the closing quote, or
   * the end of an unclosed literal.
   */
  skipText(quote: i32, flags: i32, spec: bool): void {
    const triple = (flags & SF.TRIPLE) != 0, from = this.pos;
    let p = from;
    for (;;) {
      const c = this.at(p);
      if (c == quote && (!triple || this.tripleAt(p, quote))) break;
      if (c == Ch.BACKSLASH) p = this.afterTextEscape(p, quote, (flags & SF.RAW) != 0);
      else if (this.isLineEnd(c)) {
        if (!triple && !(spec && this.fieldGoesOn(p))) break;
        p = this.afterLineEnd(p);
        this.curLine++;
      } else if (c == Ch.LBRACE) {
        if (spec || this.at(p + 1) != Ch.LBRACE) break;
        p += 2;
      } else if (c == Ch.RBRACE) {
        if (spec) break;
        p += this.at(p + 1) == Ch.RBRACE ? 2 : 1;
      } else if (c == Ch.NUL && this.atEnd(p)) break;
      else p++;
    }
    this.pos = p;
    this.steps += (p - from) >> 5;
  }

  /**
   * At a line end in a format spec: whether only blanks are left up to a brace. Python 3.12 takes them as it does in
   * the field itself.
   */
  private fieldGoesOn(p: i32): bool {
    if (p < this.blankUpTo) return true;
    const from = p;
    while (this.isLineEnd(this.at(p)) || this.at(p) == Ch.SPACE || this.at(p) == Ch.TAB || this.at(p) == Ch.FF) p++;
    this.steps += (p - from) >> 5;
    if (this.at(p) != Ch.LBRACE && this.at(p) != Ch.RBRACE) return false;
    this.blankUpTo = p;
    return true;
  }

  private afterTextEscape(p: i32, quote: i32, raw: bool): i32 {
    const c = this.at(p + 1);
    if (c == Ch.LBRACE || c == Ch.RBRACE) return p + 1; // the backslash is text, the brace still counts
    if (raw || c != Ch.N || this.at(p + 2) != Ch.LBRACE) return this.afterEscape(p);
    p += 3; // \N{NAME}: no field
    for (;;) {
      const d = this.at(p);
      if (d == Ch.RBRACE) return p + 1;
      if (d == quote || this.isLineEnd(d) || (d == Ch.NUL && this.atEnd(p))) return p;
      p++;
    }
    return p;
  }

  /**
   * After skipText: takes the closing quote of an f-string, or reports that there is none. `line`: where the literal
   * began. Returns its flags.
   */
  closeText(quote: i32, flags: i32, line: i32): i32 {
    this.sflags = flags;
    this.line = line;
    if (this.at(this.pos) == quote) this.pos += flags & SF.TRIPLE ? 3 : 1;
    else this.unterminated();
    this.end = this.pos;
    return this.sflags;
  }

  protected number(p: i32): void {
    const radix = this.at(p) == Ch.ZERO ? this.at(p + 1) | 0x20 : 0;
    let q: i32;
    if (radix == 120 /* x */) q = this.hexDigits(p + 2);
    else if (radix == 111 /* o */ || radix == 98 /* b */) q = this.digits(p + 2);
    else q = this.decimal(p);
    if ((this.at(q) | 0x20) == 108 /* l */ && !(classOf(this.at(q + 1)) & Cls.WORD)) q++; // Python 2's long
    this.kind = T.NUMBER;
    this.end = this.pos = q;
  }

  // Nothing more than a number may be taken: `1if x`, `0xfor x` and `1.5e100.hex()` are Python.
  private decimal(p: i32): i32 {
    let q = this.digits(p);
    if (this.at(q) == Ch.DOT) q = this.digits(q + 1);
    if ((this.at(q) | 0x20) == 101 /* e */) {
      const sign = this.at(q + 1) == Ch.PLUS || this.at(q + 1) == Ch.MINUS ? 1 : 0;
      if (classOf(this.at(q + 1 + sign)) & Cls.DIGIT) q = this.digits(q + 1 + sign);
    }
    return (this.at(q) | 0x20) == 106 /* j */ ? q + 1 : q;
  }

  private digits(p: i32): i32 {
    while (classOf(this.at(p)) & Cls.DIGIT || (this.at(p) == Ch.UNDERSCORE && classOf(this.at(p + 1)) & Cls.DIGIT)) p++;
    return p;
  }

  private hexDigits(p: i32): i32 {
    for (;;) {
      const c = this.at(p), letter = c | 0x20;
      if (!(classOf(c) & Cls.DIGIT) && !(letter >= 97 && letter <= 102) && c != Ch.UNDERSCORE) return p;
      p++;
    }
    return p;
  }
}
