// Names, numbers and what hides behind a letter or a sign before them: prefixed texts, sigils, Perl's quotes.
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { SF } from "../python/lexer-tokens";
import { Form } from "../ruby/lexer-text";
import { Dialect, Has } from "./dialects";
import { IslandTexts, Marks } from "./lexer-texts";
import { IslandOp } from "./symbols";

/** Far beyond what honest names need: names chosen to collide would otherwise cost the square of their number. */
const MAX_PROBES: i32 = 1 << 24;

export class IslandWords extends IslandTexts {
  /** A blank stands before the token. */
  spaced: bool = false;

  protected symbolOf(from: i32, to: i32): i32 {
    return this.names.of(String.UTF8.decodeUnsafe(changetype<usize>(this.src) + from, to - from));
  }

  protected wordEnd(p: i32): i32 {
    while (classOf(this.at(p)) & (Cls.ASCII_WORD | Cls.HIGH) && this.at(p) != Ch.DOLLAR) p++;
    return p;
  }

  /** The bytes are a name, whatever they are. */
  /** The plain name here, whatever stands behind it: within a text no other one begins. */
  takeWord(): void {
    this.start = this.pos;
    this.line = this.curLine;
    this.bare(this.pos, this.wordEnd(this.pos));
  }

  protected bare(from: i32, to: i32): bool {
    this.kind = T.NAME;
    this.sym = this.symbolOf(from, to);
    this.end = this.pos = to;
    if (this.names.probes > MAX_PROBES) this.stop();
    return true;
  }

  protected word(p: i32, first: i32, operand: bool): void {
    let hash: u32 = 2166136261, q = p, c = first;
    if (this.dialect == Dialect.Vim && this.at(p + 1) == Op.COLON && classOf(this.at(p + 2)) & Cls.LETTER) { q = p + 2; c = this.at(q); this.start = q; } // a:name
    const from = q;
    do {
      hash = (hash ^ (c as u32)) * 16777619;
      c = this.at(++q);
    } while ((classOf(c) & Cls.ASCII_WORD && c != Ch.DOLLAR) || (c == Op.DOT && this.dialect == Dialect.R) || (c == Ch.HASH && this.dialect == Dialect.Vim));
    this.kind = T.NAME;
    if (c >= 0x80) {
      q = this.wordEnd(q);
      this.sym = this.symbolOf(from, q);
    } else if (c == Ch.BANG && this.isMacro(q)) this.sym = this.symbolOf(from, ++q);
    else this.sym = this.names.intern(this.src, from, q, hash);
    this.end = this.pos = q;
    if (this.names.probes > MAX_PROBES) this.stop();
  }

  /** Rust's `name!(…)` */
  private isMacro(q: i32): bool {
    const d = this.at(q + 1);
    return this.dialect == Dialect.Rust && (d == Op.LPAR || d == Op.LSQ || d == Op.LBRACE || (d == Ch.SPACE && this.at(q + 2) == Op.LBRACE));
  }

  protected foreignWord(p: i32, c: i32): void {
    const q = this.wordEnd(p);
    if (q == p) this.strange(p, c);
    else this.bare(p, q);
  }

  protected digits(p: i32): void {
    this.kind = T.NUMBER;
    let q = p;
    while (classOf(this.at(q)) & Cls.ASCII_WORD && this.at(q) != Ch.DOLLAR) q++;
    if (this.at(q) == Op.DOT && classOf(this.at(q + 1)) & Cls.DIGIT) {
      q++;
      while (classOf(this.at(q)) & Cls.ASCII_WORD && this.at(q) != Ch.DOLLAR) q++;
    }
    this.end = this.pos = q;
  }

  /** `r"…"`, `b'…'`, `s"…"`, `q(…)`; false when it is a name. */
  protected prefixed(p: i32, c: i32): bool {
    const d = this.at(p + 1);
    switch (this.dialect) {
      case Dialect.Rust: {
        const q = c == 98 || c == 99 ? p + 1 : p; // b c
        if (this.at(q) == 114 && (this.at(q + 1) == Ch.DQUOTE || (this.at(q + 1) == Ch.HASH && (this.at(q + 2) == Ch.DQUOTE || this.at(q + 2) == Ch.HASH)))) { this.fenced(q + 1); return true; }
        if (q > p && this.at(q) == Ch.DQUOTE) { this.plain(q + 1, Ch.DQUOTE, 1, false); return true; }
        return false;
      }
      case Dialect.C: {
        let q = p;
        while (q < p + 3 && (this.at(q) == 76 || (this.at(q) | 32) == 117 || this.at(q) == 56)) q++; // L u U 8
        if (this.at(q) == 82 && this.at(q + 1) == Ch.DQUOTE) { this.delimited(q + 1); return true; }
        if (q > p && this.at(q) == Ch.DQUOTE) { this.plain(q + 1, Ch.DQUOTE, 1, false); return true; }
        return false;
      }
      case Dialect.Dart: case Dialect.R: case Dialect.Julia: return (c | 32) == 114 && this.rawText(p, d);
      case Dialect.Scala: {
        const q = this.wordEnd(p);
        if (this.at(q) != Ch.DQUOTE) return false;
        const isTriple = this.at(q + 1) == Ch.DQUOTE && this.at(q + 2) == Ch.DQUOTE;
        this.quoted(q, Ch.DQUOTE, isTriple ? 3 : 1, isTriple, Marks.DOLLAR_NAME | Marks.DOLLAR_BRACE);
        return true;
      }
      case Dialect.Perl: return this.perlQuote(p, c, d);
      default: return false;
    }
  }

  private rawText(p: i32, d: i32): bool {
    if (d != Ch.DQUOTE && d != Ch.SQUOTE) return false;
    const isTriple = this.at(p + 2) == d && this.at(p + 3) == d && this.has(Has.TRIPLES);
    this.plain(p + (isTriple ? 4 : 2), d, isTriple ? 3 : 1, true);
    return true;
  }

  /** `$"…"`, `@"…"`, `$@"…"`; false when it is none. */
  protected sharpText(p: i32, c: i32, d: i32): bool {
    let q = p, isRaw = false, marks: i32 = Marks.NONE;
    for (; q < p + 4 && (this.at(q) == Ch.DOLLAR || this.at(q) == Op.AT); q++) {
      if (this.at(q) == Op.AT) isRaw = true;
      else marks = Marks.BRACE;
    }
    if (this.at(q) != Ch.DQUOTE) return c == Op.AT && classOf(d) & Cls.LETTER ? this.bare(p + 1, this.wordEnd(p + 1)) : false;
    const isTriple = !isRaw && this.at(q + 1) == Ch.DQUOTE && this.at(q + 2) == Ch.DQUOTE;
    this.quoted(q, Ch.DQUOTE, isTriple ? 3 : 1, isRaw || isTriple, marks);
    return true;
  }

  protected longText(p: i32, level: i32): void {
    this.kind = T.STRING;
    this.sflags = SF.BARE | SF.RAW | SF.TRIPLE;
    this.start = p + level + 2;
    const end = this.afterLong(p, level);
    this.end = max(this.start, end < this.len || this.at(end - 1) == Ch.RSQ ? end - level - 2 : end);
    this.pos = end;
  }

  /** Variables of PHP and Perl, each under one name: `@list` and `$list` are `$list`. False when it is an operator. */
  protected sigil(p: i32, c: i32, d: i32, operand: bool): bool {
    const isPerl = this.dialect == Dialect.Perl;
    if (c == Ch.LT && operand && isPerl) return this.reading(p, d);
    if (c == Ch.LT && operand && d == Ch.LT && this.at(p + 2) == Ch.LT) return this.nowdoc(p);
    if (c == Ch.SLASH && operand && isPerl) { this.parts(p, Form.REGEX, 1); return true; }
    if (c != Ch.DOLLAR && (!isPerl || (c != Op.AT && (!operand || (c != Op.PERCENT && c != Op.AMP))))) return false;
    const isName = (classOf(d) & (Cls.LETTER | Cls.HIGH)) != 0 && d != Ch.DOLLAR;
    if (c == Op.AMP) return isName ? this.bare(p + 1, this.wordEnd(p + 1)) : false;
    if (isName && c == Ch.DOLLAR) return this.bare(p, this.wordEnd(p + 1));
    if (isName) {
      const end = this.wordEnd(p + 1);
      this.bare(p, end);
      this.sym = this.names.of("$" + String.UTF8.decodeUnsafe(changetype<usize>(this.src) + p + 1, end - p - 1));
      return true;
    }
    if (isPerl && c == Ch.DOLLAR && d == Ch.HASH && (classOf(this.at(p + 2)) & Cls.LETTER) != 0) return this.bare(p, this.wordEnd(p + 2));
    if (d == Ch.LBRACE || d == Ch.DOLLAR) {
      this.takeOperator(p, 1);
      this.op = IslandOp.DOLLAR;
      return true;
    }
    return isPerl && c == Ch.DOLLAR && d > Ch.SPACE ? this.bare(p, p + 2) : false;
  }

  /** `<STDIN>`, `<$file>`, `<<"NAME"` */
  private reading(p: i32, d: i32): bool {
    if (d == Ch.LT) {
      if (!this.heredoc(p)) return false;
      this.marks = this.interpolates ? Marks.DOLLAR_NAME | Marks.DOLLAR_BRACE | Marks.AT : Marks.NONE;
      this.count = 1;
      this.isRaw = !this.interpolates;
      return true;
    }
    const from = p + 1, to = this.wordEnd(d == Ch.DOLLAR ? from + 1 : from);
    if (this.at(to) != Op.GT) return false;
    this.bare(from, to);
    this.end = this.pos = to + 1;
    return true;
  }

  private perlQuote(p: i32, c: i32, d: i32): bool {
    const isLong = classOf(d) & Cls.LETTER && d != Ch.DOLLAR;
    let q = isLong ? p + 2 : p + 1;
    if (classOf(this.at(q)) & Cls.ASCII_WORD || this.isMember(p)) return false;
    const isPair = c == 115 || c == 121 || (c == 116 && d == 114); // s y tr
    const isQuote = isLong ? (c == 113 && (d == 113 || d == 119 || d == 120 || d == 114)) || (c == 116 && d == 114) : c == 113 || c == 109 || isPair; // qq qw qx qr tr, q m
    if (!isQuote) return false;
    let isSpaced = false;
    while (this.at(q) == Ch.SPACE) { q++; isSpaced = true; }
    const open = this.at(q);
    if (open <= Ch.SPACE || open >= 0x80 || classOf(open) & Cls.WORD || (isSpaced && open == Ch.HASH)) return false;
    if (open == Op.EQ || open == Op.COMMA || open == Op.SEMI || open == Op.RPAR || open == Op.RBRACE || open == Op.RSQ || open == Op.DOT || (open == Ch.MINUS && this.at(q + 1) == Op.GT)) return false;
    if (isPair) { this.parts(q, Form.REGEX, 2); return true; }
    if (c == 109 || d == 114) { this.parts(q, Form.REGEX, 1); return true; }
    const close = closingOf(open);
    const isPlain = !isLong || d == 119; // q qw
    this.template(q + 1, d == 120 ? Form.COMMAND : d == 119 ? Form.WORDS : Form.TEXT, close, close == open ? 0 : open, !isPlain);
    this.count = 1;
    this.isRaw = isPlain && isLong;
    this.marks = isPlain ? Marks.NONE : Marks.DOLLAR_NAME | Marks.DOLLAR_BRACE | Marks.AT;
    return true;
  }

  /** It is a key or a method: `{s}`, `->y`. */
  private isMember(p: i32): bool {
    const before = p > 0 ? this.at(p - 1) : 0;
    return before == Ch.LBRACE || before == Op.GT || before == Ch.MINUS || before == Op.AMP;
  }

  /** A pattern, or a pattern and what takes its place: what they look for is no text of the program. */
  private parts(p: i32, form: i32, count: i32): void {
    let q = p;
    for (let i = 0; i < count; i++) {
      const open = this.at(q), close = closingOf(open);
      q = this.afterPart(q + 1, open, close);
      if (i + 1 < count && close == open) q--;
      else if (i + 1 < count) while (this.at(q) == Ch.SPACE) q++;
    }
    while (classOf(this.at(q)) & Cls.LETTER && this.at(q) != Ch.DOLLAR) q++;
    this.kind = T.REGEX;
    this.form = form;
    this.end = this.pos = min(q, this.len);
  }

  private afterPart(p: i32, open: i32, close: i32): i32 {
    let nested = 0;
    for (; p < this.len; p++) {
      const c = this.at(p);
      if (c == Ch.BACKSLASH) p++;
      else if (c == close && nested-- == 0) return p + 1;
      else if (c == open && open != close) nested++;
      else if (c == Ch.LF) this.curLine++;
    }
    this.error(this.line);
    return this.len;
  }
}

function closingOf(open: i32): i32 {
  return open == Op.LPAR ? Op.RPAR : open == Op.LSQ ? Op.RSQ : open == Op.LBRACE ? Op.RBRACE : open == Op.LT ? Op.GT : open;
}
