// Ruby lexer over UTF-8 bytes, on demand. What a `/`, a `%`, a `?`, a `:` or a `<<` begins depends on whether an operand
// must stand there, which the token before and the blanks around tell.
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { Form } from "./lexer-text";
import { RubyWords } from "./lexer-words";
import { isKeyword, isValueWord } from "./words";

export const enum RubyOp {
  RANGE = 46 | (46 << 8), SCOPE = 58 | (58 << 8), HASH_ROCKET = 61 | (62 << 8), LAMBDA = 45 | (62 << 8), SAFE = 38 | (46 << 8),
  MATCH = 61 | (126 << 8), NO_MATCH = 33 | (126 << 8), ORDER = 60 | (61 << 8) | (62 << 16),
}

export class RubyLexer extends RubyWords {
  /** A blank stands before the token. */
  spaced: bool = false;

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

  /** The text of a template has been read: the next token stands behind an operand. */
  endTemplate(end: i32): void {
    this.kind = T.REGEX;
    this.end = this.pos = end;
  }

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

  private symbolic(p: i32, c: i32): void {
    const n = this.length(c, this.at(p + 1), this.at(p + 2));
    if (n == 0) this.strange(p, c);
    else this.takeOperator(p, n);
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
}

function isUpper(c: i32): bool { return c >= 65 && c <= 90; }
