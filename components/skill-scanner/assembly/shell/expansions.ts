// What begins with a `$` or a backtick. Variables are Names; what is done to their values are items, slices and calls of
// the parser's own commands, which match.ts lists; commands are the value of their output.
import { N, Node } from "../ast";
import { K, Op, SF } from "../python/lexer-tokens";
import { Arithmetic } from "./arithmetic";
import { Ch, endsWord, isDigit, isNamePart, isNameStart, SPLIT } from "./reader";
import { W } from "./reserved";

/** What looking ahead for the end of `$((` may cost, for each byte of the file. */
const LOOKS_PER_BYTE: i32 = 2;

export abstract class Expansions extends Arithmetic {
  /** Words that end an enclosing command, see W. */
  protected awaited: i32 = 0;
  private backtickDepth: i32 = 0;
  private looks: i32 = 4096;

  /** Commands up to the end of the region, or to a word that is awaited. */
  protected abstract list(out: Node[]): void;

  protected dollar(parts: Node[], isQuoted: bool): void {
    const c = this.next;
    if (!isQuoted && c == Ch.SQUOTE) { this.ansi(parts); return; }
    if (!isQuoted && c == Ch.DQUOTE) { this.pos++; this.double(parts); return; }
    const from = this.pos;
    const value = this.expansion(c);
    if (value === null) {
      this.pos = from + 1;
      this.piece(parts, from, from + 1, this.line);
      return;
    }
    if (!isQuoted) this.isSplit = true;
    parts.push(value);
  }

  /** The expansion whose `$` is here; null when nothing follows that can be expanded. */
  private expansion(c: i32): Node | null {
    if (c == Ch.LPAR) return this.at(this.pos + 2) == Ch.LPAR && this.isArithmetic(this.pos + 3) ? this.arithmeticExpansion() : this.substitution(2);
    if (c == Ch.LBRACE) return this.parameter();
    if (c == Ch.LSQ) return this.oldArithmetic();
    const from = ++this.pos;
    if (isNameStart(c)) while (isNamePart(this.byte)) this.pos++;
    else if (isDigit(c) || isSpecialName(c)) this.pos++;
    else return null;
    return this.variable(from, this.pos);
  }

  /** `$'…'`, with escapes. */
  private ansi(parts: Node[]): void {
    const from = this.pos + 2, line = this.line;
    let p = from;
    while (p < this.end && unchecked(this.src[p]) != Ch.SQUOTE) p += unchecked(this.src[p]) == Ch.BACKSLASH ? 2 : 1;
    if (p >= this.end) { this.pos++; this.alone(parts); return; }
    this.countLines(from, p);
    const n = this.text(from, p, line);
    n.op &= ~SF.RAW;
    parts.push(n);
    this.pos = p + 1;
  }

  // ---- commands

  /** `$(…)`, `<(…)`: `skipped` bytes open it. */
  protected substitution(skipped: i32): Node {
    this.pos += skipped;
    const value = this.commands(1 << W.paren);
    if (this.byte == Ch.RPAR) this.pos++;
    else this.fault();
    return value;
  }

  /** The value of a list of commands. One command stands for itself. */
  private commands(awaited: i32): Node {
    if (!this.enter()) return this.flat();
    const n = this.node(N.Block), list = new Array<Node>(), outer = this.awaited, isSplit = this.isSplit;
    n.list = list;
    this.awaited = awaited;
    this.list(list);
    this.awaited = outer;
    this.isSplit = isSplit;
    this.leave();
    return list.length == 1 && list[0].kind == N.ExprStmt ? list[0].a! : this.done(n);
  }

  protected backtick(parts: Node[], isQuoted: bool): void {
    let p = this.pos + 1;
    while (p < this.end && unchecked(this.src[p]) != Ch.BACKTICK) p += unchecked(this.src[p]) == Ch.BACKSLASH ? 2 : 1;
    if (p >= this.end) { this.alone(parts); return; }
    this.between(parts, this.pos + 1, p, 1, isQuoted);
  }

  protected innerBacktick(parts: Node[], isQuoted: bool): bool {
    if (this.backtickDepth != 1) return false;
    let p = this.pos + 2;
    while (p < this.end && (unchecked(this.src[p]) != Ch.BACKSLASH || this.at(p + 1) != Ch.BACKTICK)) p++;
    if (p >= this.end) return false;
    this.between(parts, this.pos + 2, p, 2, isQuoted);
    return true;
  }

  private between(parts: Node[], from: i32, to: i32, mark: i32, isQuoted: bool): void {
    const end = this.end;
    this.work += (to - from) >> 5;
    this.pos = from;
    this.end = to;
    this.backtickDepth++;
    parts.push(this.commands(0));
    this.backtickDepth--;
    this.widen(end);
    if (!this.isStopped) this.pos = to + mark;
    if (!isQuoted) this.isSplit = true;
  }

  // ---- arithmetic

  /** Whether what follows `((` ends with `))`: else it is a subshell inside of another bracket. */
  protected isArithmetic(from: i32): bool {
    let open = 2;
    for (let p = from; p < this.end; p++) {
      if (this.looks > this.end * LOOKS_PER_BYTE + 8192) return true;
      this.looks++;
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.BACKSLASH) p++;
      else if (c == Ch.LPAR) open++;
      else if (c == Ch.RPAR && --open == 1) return this.at(p + 1) == Ch.RPAR;
    }
    return true;
  }

  private arithmeticExpansion(): Node {
    this.pos += 3;
    const value = this.arithmetic();
    this.closeArithmetic();
    return value;
  }

  /** At `))`, or what stands there in its place. */
  protected closeArithmetic(): void {
    this.arithmeticBlanks();
    for (let i = 0; i < 2; i++) {
      if (this.byte == Ch.RPAR) this.pos++;
      else { this.fault(); return; }
    }
  }

  /** `$[1 + 2]` */
  private oldArithmetic(): Node {
    this.pos += 2;
    const value = this.arithmetic();
    if (this.byte == Ch.RSQ) this.pos++;
    else this.fault();
    return value;
  }

  // ---- ${…}

  private parameter(): Node {
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
function isSpecialName(c: i32): bool {
  return c == Ch.AT || c == Ch.STAR || c == Ch.HASH || c == Ch.QUESTION || c == Ch.MINUS || c == Ch.DOLLAR || c == Ch.BANG;
}

function isDefault(c: i32): bool {
  return c == Ch.MINUS || c == Ch.EQ || c == Ch.QUESTION || c == Ch.PLUS;
}
