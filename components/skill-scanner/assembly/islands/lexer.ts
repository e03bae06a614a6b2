// Tokens of the languages that are read as islands, over UTF-8 bytes, on demand.
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { Names } from "../python/names";
import { Dialect, Has } from "./dialects";
import { Marks } from "./lexer-texts";
import { IslandWords } from "./lexer-words";
import { symbolLength } from "./symbols";
import { MOST_WORDS, Role, rolesOf } from "./words";

export class IslandLexer extends IslandWords {
  private roles: StaticArray<u8>;
  /** What was read is no token. */
  private isComment: bool = false;

  constructor(src: StaticArray<u8>, len: i32, names: Names, dialect: i32) {
    super(src, len, names, dialect);
    this.roles = rolesOf(names, dialect);
    if (dialect == Dialect.PHP) this.skipPage(0);
  }

  /** What the current token is as a word. */
  get role(): i32 { return this.kind == T.NAME ? this.roleOf(this.sym) : Role.NONE; }

  roleOf(sym: i32): i32 { return sym < MOST_WORDS ? (unchecked(this.roles[sym]) as i32) : Role.NONE; }

  next(): void {
    do {
      this.isComment = false;
      this.nextOrComment();
    } while (this.isComment);
  }

  private nextOrComment(): void {
    const from = this.pos;
    this.prevEnd = this.end;
    const operand = this.isOperandNext();
    this.nl = from == 0;
    const p = this.skipBlanks(from), c = this.at(p);
    this.spaced = p > from || from == 0;
    const opens = operand || (this.nl && this.has(Has.LINES)) || this.isArgument(p, c);
    this.start = p;
    this.line = this.curLine;
    if (p >= this.len) { this.kind = T.EOF; this.start = this.end = this.pos = this.len; }
    else this.token(p, c, opens);
    this.steps += 1 + ((this.pos - from) >> 5);
  }

  /** The text of a template has been read: the next token stands behind an operand. */
  endTemplate(end: i32): void {
    this.kind = T.REGEX;
    this.end = this.pos = end;
  }

  /** The byte behind the token, blanks aside; of the line, where its end matters. */
  get following(): i32 {
    let p = this.pos;
    const last = this.has(Has.LINES) ? p : min(p + 400, this.len);
    while (this.at(p) == Ch.SPACE || this.at(p) == Ch.TAB || (p < last && this.isLineEnd(this.at(p)))) p++;
    return this.at(p);
  }

  /** Takes the rest of the line as one text. */
  restOfLine(from: i32): void {
    this.kind = T.STRING;
    this.start = from;
    this.end = this.pos = this.lineEnd(from);
  }

  /** Goes on behind a page's own text, at the next `<?`. */
  private skipPage(from: i32): bool {
    for (let p = from; p + 1 < this.len; p++) {
      const c = this.at(p);
      if (c == Ch.LF) this.curLine++;
      if (c != Ch.LT || this.at(p + 1) != Op.QUESTION) continue;
      this.pos = this.starts(p, "<?php") ? p + 5 : this.at(p + 2) == Op.EQ ? p + 3 : p + 2;
      return true;
    }
    if (from > 0) this.pos = this.len;
    else this.curLine = 1; // an excerpt
    return false;
  }

  private isOperandNext(): bool {
    switch (this.kind) {
      case T.NUMBER: case T.STRING: case T.REGEX: return false;
      case T.NAME: {
        const role = this.roleOf(this.sym);
        return role != Role.NONE && role != Role.THIS && role != Role.TRUE && role != Role.FALSE && role != Role.NULL && role != Role.END;
      }
      case T.OP: return this.op != Op.RPAR && this.op != Op.RSQ && this.op != Op.RBRACE;
      default: return true;
    }
  }

  /** Perl's `split /,/` */
  private isArgument(p: i32, c: i32): bool {
    if (this.dialect != Dialect.Perl || this.kind != T.NAME || !this.spaced || this.at(this.start) == Ch.DOLLAR) return false;
    if (c == Ch.SLASH) return this.at(p + 1) != Ch.SPACE;
    const e = this.at(p + 2);
    return c == Ch.LT && this.at(p + 1) == Ch.LT && (e == Ch.DQUOTE || e == Ch.SQUOTE || e == Op.TILDE || (e >= 65 && e <= 90));
  }

  private token(p: i32, c: i32, operand: bool): void {
    const cls = classOf(c);
    if (cls & Cls.LETTER && c != Ch.DOLLAR) { if (!this.prefixed(p, c)) this.word(p, c, operand); }
    else if (cls & Cls.DIGIT) this.digits(p);
    else if (c == Ch.DQUOTE) this.doubleQuotes(p);
    else if (c == Ch.SQUOTE) this.singleQuotes(p, operand);
    else if (c == Ch.BACKTICK) this.backticks(p);
    else if (cls & Cls.HIGH) this.foreignWord(p, c);
    else if (!this.special(p, c, this.at(p + 1), operand)) this.symbol(p, c);
  }

  private doubleQuotes(p: i32): void {
    const isTriple = this.at(p + 1) == Ch.DQUOTE && this.at(p + 2) == Ch.DQUOTE;
    const count = isTriple && this.has(Has.TRIPLES) ? 3 : 1;
    if (this.dialect == Dialect.Vim && !this.closesOnLine(p)) { this.vimComment(p); return; }
    this.quoted(p, Ch.DQUOTE, count, false, this.marksOf());
  }

  /** Vim's comment behind a command. */
  private vimComment(p: i32): void {
    this.pos = this.lineEnd(p);
    this.noteComment(this.start + 1, this.pos);
    this.isComment = true;
  }

  private closesOnLine(p: i32): bool {
    for (let q = p + 1; !this.isLineEnd(this.at(q)) && q < this.len; q++) {
      if (this.at(q) == Ch.BACKSLASH) q++;
      else if (this.at(q) == Ch.DQUOTE) return true;
    }
    return false;
  }

  private marksOf(): i32 {
    switch (this.dialect) {
      case Dialect.PHP: return Marks.DOLLAR_NAME | Marks.DOLLAR_BRACE | Marks.BRACE_DOLLAR;
      case Dialect.Perl: return Marks.DOLLAR_NAME | Marks.DOLLAR_BRACE | Marks.AT;
      case Dialect.Julia: return Marks.DOLLAR_NAME | Marks.DOLLAR_PAREN;
      case Dialect.Swift: return Marks.ESCAPED_PAREN;
      default: return this.has(Has.DOLLARS) ? Marks.DOLLAR_NAME | Marks.DOLLAR_BRACE : Marks.NONE;
    }
  }

  private singleQuotes(p: i32, operand: bool): void {
    if (this.has(Has.PLAIN_QUOTES)) { this.plainQuotes(p); return; }
    if (!this.has(Has.QUOTES)) { this.character(p); return; }
    const isTriple = this.at(p + 1) == Ch.SQUOTE && this.at(p + 2) == Ch.SQUOTE && this.has(Has.TRIPLES);
    this.quoted(p, Ch.SQUOTE, isTriple ? 3 : 1, false, this.dialect == Dialect.Dart ? this.marksOf() : Marks.NONE);
  }

  /** A command, or a name that could be no name without them. */
  private backticks(p: i32): void {
    if (this.has(Has.COMMANDS)) { this.quoted(p, Ch.BACKTICK, 1, false, this.marksOf() | Marks.DOLLAR_NAME); return; }
    let q = p + 1;
    while (this.at(q) != Ch.BACKTICK && !this.isLineEnd(this.at(q)) && q < this.len) q++;
    if (this.at(q) != Ch.BACKTICK) { this.strange(p, Ch.BACKTICK); return; }
    this.kind = T.NAME;
    this.sym = this.symbolOf(p + 1, q);
    this.end = this.pos = q + 1;
  }

  /** What begins a name or a text although it is no letter. */
  private special(p: i32, c: i32, d: i32, operand: bool): bool {
    const isWord = (classOf(d) & (Cls.LETTER | Cls.HIGH)) != 0;
    if (this.has(Has.SIGILS) && this.sigil(p, c, d, operand)) return true;
    switch (this.dialect) {
      case Dialect.CSharp: return (c == Ch.DOLLAR || c == Op.AT) && this.sharpText(p, c, d);
      case Dialect.C: if (c != Op.AT || d != Ch.DQUOTE) return false; this.quoted(p + 1, Ch.DQUOTE, 1, false, Marks.NONE); return true;
      case Dialect.Swift: if (c == Ch.HASH && d == Ch.DQUOTE) { this.fenced(p); return true; } return c == Ch.DOLLAR && classOf(d) & Cls.DIGIT ? this.bare(p, p + 2) : false;
      case Dialect.Vim: return (c == Ch.DOLLAR || (c == Op.AMP && operand)) && isWord ? this.bare(p, this.wordEnd(p + 1)) : false;
      case Dialect.Lua: {
        const level = c == Ch.LSQ ? this.longEnd(p) : -1;
        if (level < 0) return false;
        this.longText(p, level);
        return true;
      }
      case Dialect.PHP: {
        if (c != Op.QUESTION || d != Op.GT) return false;
        this.takeOperator(p, 1);
        this.op = Op.SEMI;
        this.skipPage(p + 2);
        return true;
      }
      case Dialect.R: return c == Op.DOT && isWord ? this.bare(p, this.wordEnd(p + 1)) : false;
      default: return false;
    }
  }

  /** `<CR>` ends the command before it. */
  private key(p: i32): bool {
    const q = this.wordEnd(p + 1);
    if (q == p + 1 || this.at(q) != Op.GT) return false;
    this.takeOperator(p, 1);
    this.op = Op.SEMI;
    this.end = this.pos = q + 1;
    return true;
  }

  private symbol(p: i32, c: i32): void {
    const d = this.at(p + 1);
    if (this.dialect == Dialect.Vim && c == Ch.LT && this.key(p)) return;
    if (this.dialect == Dialect.R && c == Op.PERCENT) {
      let q = p + 1;
      while (q < p + 12 && this.at(q) > Ch.SPACE && this.at(q) != Op.PERCENT) q++;
      if (this.at(q) == Op.PERCENT) { this.takeOperator(p, 2); this.op = this.at(p + 1) == Op.GT ? PIPE : Op.PERCENT; this.end = this.pos = q + 1; return; }
    }
    const n = symbolLength(c, d, this.at(p + 2));
    if (n == 0) this.strange(p, c);
    else this.takeOperator(p, n);
  }
}

/** `|>` */
export const PIPE: i32 = 124 | (62 << 8);
