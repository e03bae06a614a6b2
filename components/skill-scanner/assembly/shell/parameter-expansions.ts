// `${…}`: what is done to a variable's value are items, slices and calls of the parser's own commands, which match.ts lists.
import { N, Node } from "../ast";
import { K, Op } from "../python/lexer-tokens";
import { Arithmetic } from "./arithmetic";
import { Ch, endsWord, isNamePart, SPLIT } from "./reader";

export abstract class ParameterExpansions extends Arithmetic {
  protected parameter(): Node {
    const start = this.pos, line = this.line;
    this.pos += 2;
    if (!this.enter()) return this.flat();
    const outer = this.isSplit, c = this.byte;
    let value: Node;
    if (c == Ch.HASH && this.next != Ch.RBRACE) value = this.measured(start, line);
    else if (c == Ch.BANG && this.next != Ch.RBRACE) value = this.indirect(start, line);
    else value = this.modified(this.parameterName(), start, line);
    this.skipToBrace();
    this.isSplit = outer;
    this.leave();
    return value;
  }

  /** `${#x}` */
  private measured(start: i32, line: i32): Node {
    this.pos++;
    return this.pseudo(":length", start, line, [this.parameterName()]);
  }

  /** `${!x}` */
  private indirect(start: i32, line: i32): Node {
    this.pos++;
    const name = this.pseudo(":indirect", start, line, [this.parameterName()]);
    return this.modified(name, start, line);
  }

  private parameterName(): Node {
    const from = this.pos;
    while (isNamePart(this.byte)) this.pos++;
    if (this.pos == from && isSpecialName(this.byte)) this.pos++;
    const name = this.variable(from, this.pos);
    return this.byte == Ch.LSQ ? this.element(name) : name;
  }

  /** At what follows the name. */
  private modified(name: Node, start: i32, line: i32): Node {
    const c = this.byte, d = this.next;
    switch (c) {
      case Ch.COLON: {
        if (!isDefault(d)) return this.sliced(name, start, line);
        this.pos++;
        return this.defaulted(name, d, start, line);
      }
      case Ch.MINUS: case Ch.EQ: case Ch.QUESTION: case Ch.PLUS: return this.defaulted(name, c, start, line);
      case Ch.HASH: return this.changedBy(d == c ? ":cut-start-longest" : ":cut-start", d == c ? 2 : 1, name, start, line);
      case Ch.PERCENT: return this.changedBy(d == c ? ":cut-end-longest" : ":cut-end", d == c ? 2 : 1, name, start, line);
      case Ch.SLASH: return this.replaced(name, d, start, line);
      case Ch.CARET: return this.changedBy(d == c ? ":upper" : ":upper-first", d == c ? 2 : 1, name, start, line);
      case Ch.COMMA: return this.changedBy(d == c ? ":lower" : ":lower-first", d == c ? 2 : 1, name, start, line);
      case Ch.AT: return d == LETTER_P ? this.prompted(name, start, line) : name; // `@Q` and its like change no more than the quoting
      default: return name;
    }
  }

  /** `${x:-word}` and its like: either may be the value. */
  private defaulted(name: Node, kind: i32, start: i32, line: i32): Node {
    this.pos++;
    const word = this.bracedWord(0), isPlus = kind == Ch.PLUS;
    const n = this.nodeFrom(isPlus ? N.IfExp : N.Bool, start, line);
    if (isPlus) {
      n.list = [name, word, this.text(start, start, this.line)];
      return this.done(n);
    }
    n.a = name;
    n.b = kind == Ch.EQ ? this.assigned(name, word) : word;
    n.op = -K.or_;
    return this.done(n);
  }

  private assigned(name: Node, word: Node): Node {
    const n = this.nodeFrom(N.Walrus, word.start, word.line);
    n.a = name;
    n.b = word;
    return this.done(n);
  }

  private changedBy(pseudo: string, skipped: i32, name: Node, start: i32, line: i32): Node {
    this.pos += skipped;
    return this.pseudo(pseudo, start, line, [name, this.bracedWord(0)]);
  }

  /** `${x@P}`: the value is read as a prompt is, with the commands in it. */
  private prompted(name: Node, start: i32, line: i32): Node {
    this.pos += 2;
    return this.pseudo(":prompt", start, line, [name]);
  }

  /** `${x/a/b}` */
  private replaced(name: Node, second: i32, start: i32, line: i32): Node {
    const kind = second == Ch.SLASH ? ":replace-all" : second == Ch.HASH ? ":replace-start" : second == Ch.PERCENT ? ":replace-end" : ":replace";
    this.pos += kind.length == 8 ? 1 : 2;
    const old = this.bracedWord(Ch.SLASH);
    if (this.byte == Ch.SLASH) this.pos++;
    return this.pseudo(kind, start, line, [name, old, this.bracedWord(0)]);
  }

  /** `${x:from:length}` as x[from:from + length]; a negative length counts from the end, as in Python. */
  private sliced(name: Node, start: i32, line: i32): Node {
    const n = this.nodeFrom(N.Subscript, start, line), bounds = this.nodeFrom(N.Slice, this.pos, this.line);
    this.pos++;
    const from = this.arithmetic();
    n.a = name;
    n.b = bounds;
    bounds.a = from;
    bounds.op = 1;
    if (this.byte == Ch.COLON) {
      this.pos++;
      const length = this.arithmetic();
      bounds.list = [length.kind == N.Unary && length.op == Op.MINUS ? length : this.sum(from, length)];
    }
    this.done(bounds);
    return this.done(n);
  }

  private sum(a: Node, b: Node): Node {
    const n = this.nodeFrom(N.Bin, a.start, a.line);
    n.a = a;
    n.b = b;
    n.op = Op.PLUS;
    return this.done(n);
  }

  /** A word inside of `${…}`: blanks and line ends are part of it. It ends before `}` or the stop. */
  private bracedWord(stop: i32): Node {
    const start = this.pos, line = this.line, parts = new Array<Node>();
    let from = this.pos, fromLine = line;
    while (!this.atEnd) {
      const c = this.byte;
      const isMark = c == Ch.BACKSLASH || c == Ch.SQUOTE || c == Ch.DQUOTE || c == Ch.DOLLAR || c == Ch.BACKTICK;
      if (c == Ch.LF) this.line++;
      if (!isMark && c != Ch.RBRACE && (c != stop || stop == 0)) { this.pos++; continue; }
      this.piece(parts, from, this.pos, fromLine);
      from = this.pos;
      if (!isMark) break;
      this.quotedPiece(parts, c);
      from = this.pos;
      fromLine = this.line;
    }
    this.piece(parts, from, this.pos, fromLine);
    const word = this.joined(parts, start, line);
    if (word.kind == N.FStr) word.op &= ~SPLIT;
    return word;
  }

  /** What is left before the closing brace has not been understood. */
  private skipToBrace(): void {
    if (this.byte == Ch.RBRACE) { this.pos++; return; }
    if (this.byte == Ch.AT) { this.pos++; if (isNamePart(this.byte)) this.pos++; } // ${x@Q}
    if (this.byte == Ch.STAR || this.byte == Ch.AT) this.pos++; // ${!prefix*}
    if (this.byte != Ch.RBRACE) this.fault();
    while (!this.atEnd && this.byte != Ch.RBRACE && !endsWord(this.byte) && this.byte != Ch.DQUOTE) this.pos++;
    if (this.byte == Ch.RBRACE) this.pos++;
  }
}

const LETTER_P: i32 = 0x50;

/** `$?`, `$@` and the others that are no names. */
export function isSpecialName(c: i32): bool {
  return c == Ch.AT || c == Ch.STAR || c == Ch.HASH || c == Ch.QUESTION || c == Ch.MINUS || c == Ch.DOLLAR || c == Ch.BANG;
}

function isDefault(c: i32): bool {
  return c == Ch.MINUS || c == Ch.EQ || c == Ch.QUESTION || c == Ch.PLUS;
}
