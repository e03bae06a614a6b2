// Ruby's names, symbols and numbers, and which names are variables.
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { SF } from "../python/lexer-tokens";
import { Blanks } from "./lexer-blanks";
import { Form } from "./lexer-text";

/** Far beyond what honest names need: names chosen to collide would otherwise cost the square of their number. */
const MAX_PROBES: i32 = 1 << 24;

/** T.PRIVATE: `name:`, the key of a pair. */
export const LABEL: i32 = T.PRIVATE;

export class RubyWords extends Blanks {
  /** By symbol: a variable of this name has been assigned. */
  private locals: StaticArray<bool> = new StaticArray<bool>(1024);

  note(symbol: i32): void {
    if (symbol >= this.locals.length) {
      const larger = new StaticArray<bool>(max(symbol + 1, this.locals.length * 2));
      memory.copy(changetype<usize>(larger), changetype<usize>(this.locals), this.locals.length);
      this.locals = larger;
    }
    unchecked(this.locals[symbol] = true);
  }

  isLocal(symbol: i32): bool { return symbol < this.locals.length && unchecked(this.locals[symbol]); }

  protected bareText(from: i32, to: i32): void {
    this.kind = T.STRING;
    this.sflags = SF.BARE;
    this.start = from;
    this.end = this.pos = min(to, this.len);
  }

  /** `name`, `name?`, `name!` and, as a key, `name:`; `from` is where it begins with its sigil. */
  protected word(from: i32, p: i32, first: i32): void {
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
  protected sigil(p: i32, c: i32): void {
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
  protected symbol(p: i32): bool {
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

  protected rubyNumber(p: i32): void {
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
}

function isOperatorByte(c: i32): bool {
  switch (c) {
    case Op.PLUS: case Op.MINUS: case Op.STAR: case Op.SLASH: case Op.PERCENT: case Op.LT: case Op.GT: case Op.EQ: case Op.BANG: case Op.TILDE:
    case Op.LSQ: case Op.RSQ: case Op.CARET: case Op.AMP: case Op.PIPE:
      return true;
    default: return false;
  }
}
