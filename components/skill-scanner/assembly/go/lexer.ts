// Go lexer over UTF-8 bytes, on demand. Blanks, comments, names and numbers are read as JavaScript's; a line's end is a
// semicolon where Go says so.
import { Words } from "../javascript/lexer-words";
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { SF } from "../python/lexer-tokens";
import { mayEndLine } from "./words";

/** Far beyond what honest names need: names chosen to collide would otherwise cost the square of their number. */
const MAX_PROBES: i32 = 1 << 24;

export const enum GoOp {
  DEFINE = 58 | (61 << 8), RECEIVE = 60 | (45 << 8), CLEAR = 38 | (94 << 8),
}

export class GoLexer extends Words {
  next(): void {
    const from = this.pos, endsLine = this.endsLine();
    this.prevEnd = this.end;
    this.nl = false;
    const p = this.skipBlanks(from), c = this.at(p);
    this.start = p;
    this.line = this.curLine;
    const isEnd = c == Ch.NUL;
    if (endsLine && (this.nl || isEnd)) this.semicolon(p);
    else if (isEnd) { this.kind = T.EOF; this.end = this.pos = this.len; }
    else this.token(p, c);
    this.steps += 1 + ((this.pos - from) >> 5);
  }

  /** The current token is one behind which a line may end a statement. */
  private endsLine(): bool {
    switch (this.kind) {
      case T.NAME: return mayEndLine(this.sym);
      case T.NUMBER: case T.STRING: return true;
      case T.OP: return this.op == Op.RPAR || this.op == Op.RSQ || this.op == Op.RBRACE || this.op == Op.INC || this.op == Op.DEC;
      default: return false;
    }
  }

  private semicolon(p: i32): void {
    this.kind = T.OP;
    this.op = Op.SEMI;
    this.start = this.end = this.prevEnd;
    this.pos = p;
  }

  private token(p: i32, c: i32): void {
    const cls = classOf(c);
    if (cls & Cls.LETTER && c != Ch.DOLLAR) this.word(p, c);
    else if (c == Ch.DQUOTE || c == Ch.SQUOTE) this.string(p);
    else if (c == Ch.BACKTICK) this.rawString(p);
    else if (cls & Cls.DIGIT || (c == Ch.DOT && classOf(this.at(p + 1)) & Cls.DIGIT)) this.goNumber(p);
    else if (cls & Cls.HIGH) this.foreignWord(p, c);
    else this.symbol(p, c);
  }

  private word(p: i32, first: i32): void {
    let hash: u32 = 2166136261, q = p, c = first;
    do {
      hash = (hash ^ (c as u32)) * 16777619;
      c = this.at(++q);
    } while (classOf(c) & Cls.ASCII_WORD && c != Ch.DOLLAR);
    this.kind = T.NAME;
    if (classOf(c) & Cls.HIGH) q = this.oddWord(p);
    else this.sym = this.names.intern(this.src, p, q, hash);
    this.end = this.pos = q;
    if (this.names.probes > MAX_PROBES) this.stop();
  }

  private foreignWord(p: i32, c: i32): void {
    const q = this.oddWord(p);
    if (this.sym == 0) { this.strange(p, c); return; }
    this.kind = T.NAME;
    this.end = this.pos = q;
    if (this.names.probes > MAX_PROBES) this.stop();
  }

  /** With the exponent of a hexadecimal float, and the `i` of an imaginary one. */
  private goNumber(p: i32): void {
    this.number(p);
    let q = this.end;
    const isHex = (this.at(p + 1) | 32) == 120;
    while (classOf(this.at(q)) & Cls.ASCII_WORD || (isHex && (this.at(q) == Ch.DOT || ((this.at(q) == Ch.PLUS || this.at(q) == Ch.MINUS) && (this.at(q - 1) | 32) == 112)))) q++;
    this.end = this.pos = q;
  }

  /** Between backticks every character stands for itself. The token is the text alone, without them. */
  private rawString(p: i32): void {
    let q = p + 1;
    this.kind = T.STRING;
    this.sflags = SF.RAW | SF.BARE | SF.TRIPLE;
    for (; this.at(q) != Ch.BACKTICK; q++) {
      if (this.at(q) == Ch.LF) this.curLine++;
      if (this.at(q) == Ch.NUL && this.atEnd(q)) { this.error(this.line); break; }
    }
    this.end = q;
    this.pos = min(q + 1, this.len);
  }

  private symbol(p: i32, c: i32): void {
    const n = this.symbolLength(c, this.at(p + 1), this.at(p + 2));
    if (n == 0) this.strange(p, c);
    else this.takeOperator(p, n);
  }

  private symbolLength(c: i32, d: i32, e: i32): i32 {
    switch (c) {
      case Op.LPAR: case Op.RPAR: case Op.LSQ: case Op.RSQ: case Op.LBRACE: case Op.RBRACE: case Op.SEMI: case Op.COMMA: case Op.TILDE:
        return 1;
      case Op.DOT: return d == Op.DOT && e == Op.DOT ? 3 : 1;
      case Op.COLON: case Op.EQ: case Op.BANG: case Op.STAR: case Op.SLASH: case Op.PERCENT: case Op.CARET: return d == Op.EQ ? 2 : 1;
      case Op.PLUS: case Op.MINUS: case Op.PIPE: return d == c || d == Op.EQ ? 2 : 1;
      case Op.AMP: return d == Op.CARET ? (e == Op.EQ ? 3 : 2) : d == c || d == Op.EQ ? 2 : 1;
      case Op.LT: return d == Op.MINUS ? 2 : d == c ? (e == Op.EQ ? 3 : 2) : d == Op.EQ ? 2 : 1;
      case Op.GT: return d == c ? (e == Op.EQ ? 3 : 2) : d == Op.EQ ? 2 : 1;
      default: return 0;
    }
  }
}
