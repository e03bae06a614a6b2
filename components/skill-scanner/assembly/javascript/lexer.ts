// JavaScript lexer over UTF-8 bytes, on demand: one token of state, the parser pulls next(). What a `/`, a backtick or a
// `<` begins only the parser knows: it has such tokens read again.
import { Words } from "./lexer-words";
import { Ch, Cls, Op, T, classOf } from "./tokens";

export { Faults } from "../python/lexer-faults";

/**
 * Far beyond what honest names need; names chosen to collide in the table would otherwise cost the square of their
 * number.
 */
const MAX_PROBES: i32 = 1 << 24;

export class Lexer extends Words {
  // the place to which giveUp() returns
  private triedPos: i32 = 0;
  private triedLine: i32 = 0;
  private triedKind: i32 = 0;
  private triedStart: i32 = 0;
  private triedTokenLine: i32 = 0;
  private triedOp: i32 = 0;
  private triedPrevEnd: i32 = 0;
  private triedNl: bool = false;

  next(): void {
    const from = this.pos;
    this.prevEnd = this.end;
    this.nl = from == 0;
    let p = from, c = this.at(p);
    if (c == Ch.SPACE) c = this.at(++p); // most tokens follow none or one: spares them the loop
    if (c <= Ch.SPACE || c == Ch.SLASH || c >= 0x80 || this.nl) {
      p = this.skipBlanks(p);
      c = this.at(p);
    }
    this.token(p, c);
    this.steps += 1 + ((this.pos - from) >> 5);
  }

  /** Looks at the byte with which the next token begins. */
  peek(): i32 {
    const line = this.curLine, nl = this.nl, isTrying = this.isTrying;
    this.isTrying = true; // what is wrong here is an error when it is read
    const p = this.skipBlanks(this.pos);
    this.steps += 1 + ((p - this.pos) >> 5);
    this.curLine = line;
    this.nl = nl;
    this.isTrying = isTrying;
    return this.at(p);
  }

  /** Whether the next token stands on the same line, behind blanks only, and begins an identifier. */
  wordFollows(): bool {
    const c = this.at(this.afterSpaces());
    return (classOf(c) & (Cls.LETTER | Cls.HIGH)) != 0 || c == Ch.BACKSLASH;
  }

  /** Whether this is the next word, whole and on the same line. */
  nextIs(word: string): bool {
    const p = this.afterSpaces();
    for (let i = 0; i < word.length; i++) if (this.at(p + i) != word.charCodeAt(i)) return false;
    return !(classOf(this.at(p + word.length)) & Cls.WORD);
  }

  /** First byte after the current token that is no space or tab. */
  nextOnLine(): i32 { return this.at(this.afterSpaces()); }

  private afterSpaces(): i32 {
    let p = this.end;
    while (this.at(p) == Ch.SPACE || this.at(p) == Ch.TAB) p++;
    this.steps += (p - this.end) >> 5;
    return p;
  }

  @inline private token(p: i32, c: i32): void {
    this.start = p;
    this.line = this.curLine;
    const cls = classOf(c);
    if (cls & Cls.LETTER) this.word(p, c);
    else if (c == Ch.DQUOTE || c == Ch.SQUOTE) this.string(p);
    else if (cls & Cls.DIGIT || (c == Ch.DOT && classOf(this.at(p + 1)) & Cls.DIGIT)) this.number(p);
    else if (cls & Cls.HIGH || c == Ch.BACKSLASH) this.foreignWord(p, c);
    else if (c == Ch.HASH) this.privateName(p);
    else if (c == Ch.BACKTICK) { this.kind = T.TEMPLATE; this.end = this.pos = p + 1; }
    else if (c == Ch.NUL) { this.kind = T.EOF; this.end = this.pos = this.len; }
    else this.operator(p, c);
  }

  @inline private word(p: i32, first: i32): void {
    let hash: u32 = 2166136261, q = p, c = first;
    do {
      hash = (hash ^ (c as u32)) * 16777619;
      c = this.at(++q);
    } while (classOf(c) & Cls.ASCII_WORD);
    this.kind = T.NAME;
    if (first == 95 && this.at(p + 1) == Ch.ZERO && this.at(p + 2) == 120 && this.mangled++ == 0) this.mangledAt = p; // _0x
    if (classOf(c) & Cls.HIGH || c == Ch.BACKSLASH) q = this.oddWord(p);
    else this.sym = this.names.intern(this.src, p, q, hash);
    this.end = this.pos = q;
    if (this.names.probes > MAX_PROBES) this.stop();
  }

  private foreignWord(p: i32, c: i32): void {
    const q = this.oddWord(p);
    if (this.sym == 0) { this.unknown(p, c); return; }
    this.kind = T.NAME;
    this.end = this.pos = q;
    if (this.names.probes > MAX_PROBES) this.stop();
  }

  /** `#name`: its `#` belongs to the name, so that it is no other field's. */
  private privateName(p: i32): void {
    this.word(p, Ch.HASH);
    if (this.end == p + 1) { this.unknown(p, Ch.HASH); return; }
    this.kind = T.PRIVATE;
  }

  private operator(p: i32, c: i32): void {
    const n = this.operatorLength(c, this.at(p + 1), this.at(p + 2), this.at(p + 3));
    if (n == 0) { this.unknown(p, c); return; }
    let op = c;
    for (let i = 1; i < n; i++) op |= this.at(p + i) << (i << 3);
    this.kind = T.OP;
    this.op = op;
    this.end = this.pos = p + n;
  }

  @inline private operatorLength(c: i32, d: i32, e: i32, f: i32): i32 {
    switch (c) {
      case Op.LPAR: case Op.RPAR: case Op.LSQ: case Op.RSQ: case Op.LBRACE: case Op.RBRACE:
      case Op.SEMI: case Op.COMMA: case Op.TILDE: case Op.COLON: case Op.AT:
        return 1;
      case Op.DOT: return d == Op.DOT && e == Op.DOT ? 3 : 1;
      case Op.QUESTION:
        if (d == Op.QUESTION) return e == Op.EQ ? 3 : 2;
        return d == Op.DOT && !(classOf(e) & Cls.DIGIT) ? 2 : 1;
      case Op.EQ: return d == Op.EQ ? (e == Op.EQ ? 3 : 2) : d == Op.GT ? 2 : 1;
      case Op.BANG: return d == Op.EQ ? (e == Op.EQ ? 3 : 2) : 1;
      case Op.PLUS: case Op.MINUS: return d == c || d == Op.EQ ? 2 : 1;
      case Op.STAR: case Op.AMP: case Op.PIPE: case Op.LT: // doubled, and the = forms of both
        return d == c ? (e == Op.EQ ? 3 : 2) : d == Op.EQ ? 2 : 1;
      case Op.GT:
        if (d != Op.GT) return d == Op.EQ ? 2 : 1;
        return e == Op.GT ? (f == Op.EQ ? 4 : 3) : e == Op.EQ ? 3 : 2;
      case Op.SLASH: case Op.PERCENT: case Op.CARET: return d == Op.EQ ? 2 : 1;
      default: return 0;
    }
  }

  /** A byte that begins nothing, as often as it is repeated. */
  private unknown(p: i32, c: i32): void {
    this.error(this.line);
    do p++; while (this.at(p) == c);
    this.kind = T.ERR;
    this.end = this.pos = p;
  }

  /** Takes only the first character of the current operator: the `>` of a `>>` that ends two lists of types. */
  splitOperator(): void {
    this.end = this.pos = this.start + 1;
    this.curLine = this.line;
    this.next();
  }

  // ---- trying

  /** From here on nothing is an error, until keep() or giveUp(). */
  attempt(): void {
    this.isTrying = true;
    this.triedPos = this.pos;
    this.triedLine = this.curLine;
    this.triedKind = this.kind;
    this.triedStart = this.start;
    this.triedTokenLine = this.line;
    this.triedOp = this.op;
    this.triedPrevEnd = this.prevEnd;
    this.triedNl = this.nl;
  }

  keep(): void { this.isTrying = false; }

  /** Back to where attempt() was called; returns how many bytes were read in vain. The token there was an operator. */
  giveUp(): i32 {
    const read = this.pos - this.triedPos;
    this.isTrying = false;
    this.end = this.pos = this.triedPos;
    this.curLine = this.triedLine;
    this.kind = this.triedKind;
    this.start = this.triedStart;
    this.line = this.triedTokenLine;
    this.op = this.triedOp;
    this.prevEnd = this.triedPrevEnd;
    this.nl = this.triedNl;
    return read;
  }
}
