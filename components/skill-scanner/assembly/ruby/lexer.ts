// Ruby lexer over UTF-8 bytes, on demand. What a `/`, a `%`, a `?`, a `:` or a `<<` begins depends on whether an operand
// must stand there, which the token before and the blanks around tell.
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { SF } from "../python/lexer-tokens";
import { Form, RubyText } from "./lexer-text";
import { isKeyword, isValueWord, R } from "./words";

/** Far beyond what honest names need: names chosen to collide would otherwise cost the square of their number. */
const MAX_PROBES: i32 = 1 << 24;

export const enum RubyOp {
  RANGE = 46 | (46 << 8), SCOPE = 58 | (58 << 8), HASH_ROCKET = 61 | (62 << 8), LAMBDA = 45 | (62 << 8), SAFE = 38 | (46 << 8),
  MATCH = 61 | (126 << 8), NO_MATCH = 33 | (126 << 8), ORDER = 60 | (61 << 8) | (62 << 16),
}

/** T.PRIVATE: `name:`, the key of a pair. */
export const LABEL: i32 = T.PRIVATE;

export class RubyLexer extends RubyText {
  /** A blank stands before the token. */
  spaced: bool = false;
  /** By symbol: a variable of this name has been assigned. */
  private locals: StaticArray<bool> = new StaticArray<bool>(1024);

  next(): void {
    const from = this.pos;
    this.prevEnd = this.end;
    this.nl = from == 0;
    const p = this.skipBlanks(from), c = this.at(p);
    this.spaced = p > from;
    const operand = this.nl || this.isOperandNext(p);
    this.start = p;
    this.line = this.curLine;
    this.token(p, c, operand);
    this.steps += 1 + ((this.pos - from) >> 5);
  }

  note(symbol: i32): void {
    if (symbol >= this.locals.length) {
      const larger = new StaticArray<bool>(max(symbol + 1, this.locals.length * 2));
      memory.copy(changetype<usize>(larger), changetype<usize>(this.locals), this.locals.length);
      this.locals = larger;
    }
    unchecked(this.locals[symbol] = true);
  }

  isLocal(symbol: i32): bool { return symbol < this.locals.length && unchecked(this.locals[symbol]); }

  /** The text of a template has been read: the next token stands behind an operand. */
  endTemplate(end: i32): void {
    this.kind = T.REGEX;
    this.end = this.pos = end;
  }

  // ---- blanks

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

  // ---- tokens

  /** An operand must or may stand at p: the current token ends none, or is a method whose argument begins there. */
  private isOperandNext(p: i32): bool {
    switch (this.kind) {
      case T.NUMBER: case T.STRING: case T.REGEX: return false;
      case T.NAME: {
        if (!isValueWord(this.sym)) return true;
        return this.spaced && !isKeyword(this.sym) && !this.isLocal(this.sym) && this.at(p + 1) != Ch.SPACE && !isUpper(this.at(this.start));
      }
      case T.OP: return this.op != Op.RPAR && this.op != Op.RSQ && this.op != Op.RBRACE;
      default: return true;
    }
  }

  private token(p: i32, c: i32, operand: bool): void {
    const cls = classOf(c);
    if ((cls & Cls.LETTER && c != Ch.DOLLAR) || cls & Cls.HIGH) this.word(p, p, c);
    else if (cls & Cls.DIGIT) this.rubyNumber(p);
    else if (c == Ch.DQUOTE) this.template(p + 1, Form.TEXT, c, 0, true);
    else if (c == Ch.SQUOTE) this.plainString(p);
    else if (c == Ch.BACKTICK) this.template(p + 1, Form.COMMAND, c, 0, true);
    else if (c == Op.AT || c == Ch.DOLLAR) this.sigil(p, c);
    else if (c == Ch.NUL) { this.kind = T.EOF; this.start = this.end = this.pos = this.len; }
    else if (c == Op.COLON && this.symbol(p)) return;
    else if (operand && this.operandAt(p, c)) return;
    else this.symbolic(p, c);
  }

  /** What looks like an operator, and is the beginning of a literal. */
  private operandAt(p: i32, c: i32): bool {
    const d = this.at(p + 1);
    if (c == Ch.SLASH) { this.template(p + 1, Form.REGEX, c, 0, true); return true; }
    if (c == Op.PERCENT) return this.percent(p);
    if (c == Op.LT) return d == Op.LT && this.heredoc(p);
    if (c != Op.QUESTION || d <= Ch.SPACE || classOf(this.at(p + 2)) & Cls.ASCII_WORD) return false;
    this.bareText(p + 1, d == Ch.BACKSLASH ? p + 3 : p + 2); // ?a
    return true;
  }

  private bareText(from: i32, to: i32): void {
    this.kind = T.STRING;
    this.sflags = SF.BARE;
    this.start = from;
    this.end = this.pos = min(to, this.len);
  }

  /** `name`, `name?`, `name!` and, as a key, `name:`; `from` is where it begins with its sigil. */
  private word(from: i32, p: i32, first: i32): void {
    let q = p;
    while (classOf(this.at(q)) & (Cls.ASCII_WORD | Cls.HIGH) && this.at(q) != Ch.DOLLAR) q++;
    const mark = this.at(q);
    if ((mark == Op.QUESTION || mark == Op.BANG) && this.at(q + 1) != Op.EQ && !(mark == Op.QUESTION && this.at(q + 1) == Op.COLON)) q++;
    let hash: u32 = 2166136261, isAscii = true;
    for (let i = from; i < q; i++) {
      hash = (hash ^ (this.at(i) as u32)) * 16777619;
      if (this.at(i) >= 0x80) isAscii = false;
    }
    this.kind = T.NAME;
    this.sym = isAscii ? this.names.intern(this.src, from, q, hash) : this.names.of(String.UTF8.decodeUnsafe(changetype<usize>(this.src) + from, q - from));
    this.end = this.pos = q;
    if (from == p && this.at(q) == Op.COLON && this.at(q + 1) != Op.COLON && !this.isAfterQuestion) {
      this.kind = LABEL;
      this.pos = q + 1;
    }
    if (this.names.probes > MAX_PROBES) this.stop();
  }

  /** Set by the parser between `?` and its `:`. */
  isAfterQuestion: bool = false;

  /** `@name`, `@@name`, `$name`, `$1`, `$!` */
  private sigil(p: i32, c: i32): void {
    let q = p + 1;
    if (c == Op.AT && this.at(q) == Op.AT) q++;
    if (classOf(this.at(q)) & (Cls.LETTER | Cls.HIGH)) { this.word(p, q, c); return; }
    if (c == Ch.DOLLAR) {
      while (classOf(this.at(q)) & Cls.DIGIT) q++;
      if (q == p + 1 && this.at(q) > Ch.SPACE) q++;
      this.bareName(p, q);
      return;
    }
    this.strange(p, c);
  }

  private bareName(from: i32, to: i32): void {
    this.kind = T.NAME;
    this.sym = this.names.of(String.UTF8.decodeUnsafe(changetype<usize>(this.src) + from, to - from));
    this.end = this.pos = to;
  }

  /** `:name`, `:"text"`, `:+`; false when it is a colon. */
  private symbol(p: i32): bool {
    const d = this.at(p + 1), cls = classOf(d);
    if (d == Op.COLON) return false;
    if (d == Ch.DQUOTE) { this.template(p + 2, Form.SYMBOL, d, 0, true); return true; }
    if (d == Ch.SQUOTE) { this.plainString(p + 1); return true; }
    let q = p + 1;
    if (cls & (Cls.LETTER | Cls.HIGH) || d == Op.AT || d == Ch.DOLLAR) {
      while (this.at(q) == Op.AT || this.at(q) == Ch.DOLLAR) q++;
      while (classOf(this.at(q)) & (Cls.ASCII_WORD | Cls.HIGH)) q++;
      const mark = this.at(q);
      if ((mark == Op.QUESTION || mark == Op.BANG || mark == Op.EQ) && this.at(q + 1) != Op.EQ && this.at(q + 1) != Op.GT && this.at(q + 1) != Op.TILDE) q++;
    } else while (q < p + 4 && isOperatorByte(this.at(q))) q++;
    if (q == p + 1) return false;
    this.bareText(p + 1, q);
    return true;
  }

  private rubyNumber(p: i32): void {
    let q = p;
    const letter = this.at(p + 1) | 32;
    this.kind = T.NUMBER;
    const isPrefixed = this.at(p) == Ch.ZERO && (letter == 120 || letter == 98 || letter == 111);
    while (classOf(this.at(q)) & Cls.DIGIT || this.at(q) == 95 || (isPrefixed && classOf(this.at(q)) & Cls.ASCII_WORD)) q++;
    if (this.at(q) == Ch.DOT && classOf(this.at(q + 1)) & Cls.DIGIT) {
      q++;
      while (classOf(this.at(q)) & Cls.DIGIT || this.at(q) == 95) q++;
    }
    const digits = this.at(q + 1) == Ch.MINUS || this.at(q + 1) == Ch.PLUS ? q + 2 : q + 1;
    if ((this.at(q) | 32) == 101 && classOf(this.at(digits)) & Cls.DIGIT) {
      q = digits;
      while (classOf(this.at(q)) & Cls.DIGIT) q++;
    }
    while ((this.at(q) == 114 || this.at(q) == 105) && !(classOf(this.at(q + 1)) & Cls.ASCII_WORD)) q++; // 3r, 2i
    this.end = this.pos = q;
  }

  private symbolic(p: i32, c: i32): void {
    const n = this.length(c, this.at(p + 1), this.at(p + 2));
    if (n == 0) { this.strange(p, c); return; }
    let op = c;
    for (let i = 1; i < n; i++) op |= this.at(p + i) << (i << 3);
    this.kind = T.OP;
    this.op = op;
    this.end = this.pos = p + n;
  }

  private length(c: i32, d: i32, e: i32): i32 {
    switch (c) {
      case Op.LPAR: case Op.RPAR: case Op.LSQ: case Op.RSQ: case Op.LBRACE: case Op.RBRACE: case Op.SEMI: case Op.COMMA: case Op.TILDE:
      case Op.QUESTION:
        return 1;
      case Op.DOT: return d == Op.DOT ? (e == Op.DOT ? 3 : 2) : 1;
      case Op.COLON: return d == Op.COLON ? 2 : 1;
      case Op.EQ: return d == Op.EQ ? (e == Op.EQ ? 3 : 2) : d == Op.TILDE || d == Op.GT ? 2 : 1;
      case Op.BANG: return d == Op.EQ || d == Op.TILDE ? 2 : 1;
      case Op.MINUS: return d == Op.EQ || d == Op.GT ? 2 : 1;
      case Op.PLUS: case Op.SLASH: case Op.PERCENT: case Op.CARET: return d == Op.EQ ? 2 : 1;
      case Op.LT: if (d == Op.EQ) return e == Op.GT ? 3 : 2; // falls through
      case Op.STAR: case Op.GT: case Op.PIPE: return d == c ? (e == Op.EQ ? 3 : 2) : d == Op.EQ ? 2 : 1;
      case Op.AMP: return d == Op.DOT ? 2 : d == c ? (e == Op.EQ ? 3 : 2) : d == Op.EQ ? 2 : 1;
      default: return 0;
    }
  }

  /** A byte that begins nothing, as often as it is repeated. */
  private strange(p: i32, c: i32): void {
    this.error(this.line);
    do p++; while (this.at(p) == c && p < this.len);
    this.kind = T.ERR;
    this.end = this.pos = p;
  }

  // ---- the place to which a heredoc's text returns

  /** Where heredocs of the line that is left behind have their text; taken back by `putHeredocs`. */
  takeHeredocs(): Heredocs {
    const kept = new Heredocs(this.heredocLine, this.afterHeredocs, this.heredocLines);
    this.heredocLine = -1;
    return kept;
  }

  putHeredocs(kept: Heredocs): void {
    this.heredocLine = kept.line;
    this.afterHeredocs = kept.after;
    this.heredocLines = kept.lines;
  }
}

export class Heredocs {
  constructor(public line: i32, public after: i32, public lines: i32) {}
}

function isUpper(c: i32): bool { return c >= 65 && c <= 90; }

function isOperatorByte(c: i32): bool {
  switch (c) {
    case Op.PLUS: case Op.MINUS: case Op.STAR: case Op.SLASH: case Op.PERCENT: case Op.LT: case Op.GT: case Op.EQ: case Op.BANG: case Op.TILDE:
    case Op.LSQ: case Op.RSQ: case Op.CARET: case Op.AMP: case Op.PIPE:
      return true;
    default: return false;
  }
}
