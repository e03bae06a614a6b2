// PowerShell's texts: quotes, here-strings, and words without quotes, with what is expanded in them.
import { N, Node } from "../ast";
import { Ch, isNamePart, isNameStart } from "../shell/reader";
import { CHARACTER, ENVIRONMENT, VARIABLE } from "./nodes";
import { isLetter, PowerReader } from "./reader";

/** Where a name may belong to, as in `$script:name`; all of it is one place to us, but for the environment. */
const SCOPES: StaticArray<string> = ["global", "script", "local", "private", "using", "variable", "env", "workflow"];

export abstract class Texts extends PowerReader {
  /** `$(…)`, behind the bracket. */
  protected abstract substitution(start: i32): Node;

  /** At a quote. */
  protected quoted(): Node {
    const start = this.pos, line = this.line;
    const isPlain = this.byte == Ch.SQUOTE;
    this.pos++;
    const parts = new Array<Node>();
    if (isPlain) this.plain(parts);
    else this.expandable(parts, Ch.DQUOTE);
    if (!this.accept(isPlain ? Ch.SQUOTE : Ch.DQUOTE)) this.fault();
    return this.joined(parts, start, line);
  }

  private plain(parts: Node[]): void {
    let from = this.pos, line = this.line;
    for (; !this.atEnd; this.pos++) {
      const c = this.byte;
      if (c == Ch.LF) this.line++;
      if (c != Ch.SQUOTE) continue;
      if (this.next != Ch.SQUOTE) break;
      this.pos++;
      this.piece(parts, from, this.pos, line); // '' is one quote
      from = this.pos + 1;
      line = this.line;
    }
    this.piece(parts, from, this.pos, line);
  }

  /** Up to the quote, or the end of the region when it is 0. */
  protected expandable(parts: Node[], quote: i32): void {
    let from = this.pos, line = this.line;
    while (!this.atEnd) {
      const c = this.byte;
      if (c == Ch.LF) this.line++;
      if (c == quote && c != 0 && this.next != quote) break;
      const isDoubled = c == quote && c != 0, expands = c == Ch.DOLLAR && this.expands();
      if (!isDoubled && c != Ch.BACKTICK && !expands) { this.pos++; continue; }
      if (isDoubled) this.pos++;
      this.piece(parts, from, this.pos, line);
      if (isDoubled) this.pos++;
      else if (expands) parts.push(this.dollar());
      else this.escape(parts);
      from = isDoubled ? this.pos - 1 : this.pos;
      line = this.line;
    }
    this.piece(parts, from, this.pos, line);
  }

  /** At a backtick: the character behind it. */
  protected escape(parts: Node[]): void {
    const start = this.pos;
    const code = escaped(this.next);
    if (code > 0) {
      const n = this.node(N.Const);
      n.op = CHARACTER;
      n.sym = code;
      this.pos += 2;
      parts.push(this.done(n));
      return;
    }
    this.pos++;
    if (this.byte == Ch.CR && this.next == Ch.LF) this.pos++;
    if (this.byte == Ch.LF) { this.line++; this.pos++; return; }
    if (this.atEnd) return;
    this.pos++;
    while (!this.atEnd && (this.byte & 0xc0) == 0x80) this.pos++;
    this.piece(parts, start + 1, this.pos, this.line);
  }

  /** `@"` and `@'` with a line's end: up to a line that begins with the quote and `@`. */
  protected hereString(): Node {
    const start = this.pos, line = this.line, quote = this.next;
    this.pos += 2;
    while (!this.atEnd && this.byte != Ch.LF) this.pos++;
    if (!this.atEnd) { this.pos++; this.line++; }
    let to = this.pos - 1;
    while (to < this.end && !(this.at(to) == Ch.LF && this.at(to + 1) == quote && this.at(to + 2) == Ch.AT)) to++;
    this.work += (to - this.pos) >> 5;
    const parts = new Array<Node>(), end = this.end, isOpen = to >= end;
    if (to >= this.pos) {
      this.end = to;
      if (quote == Ch.DQUOTE) this.expandable(parts, 0);
      else this.verbatim(parts);
      this.widen(end);
    }
    if (isOpen) this.fault();
    else { this.pos = to + 3; this.line++; }
    return this.joined(parts, start, line);
  }

  private verbatim(parts: Node[]): void {
    const from = this.pos, line = this.line;
    for (; !this.atEnd; this.pos++) if (this.byte == Ch.LF) this.line++;
    this.piece(parts, from, this.pos, line);
  }

  protected piece(parts: Node[], from: i32, to: i32, line: i32): void {
    if (to > from) parts.push(this.text(from, to, line));
  }

  protected joined(parts: Node[], start: i32, line: i32): Node {
    if (parts.length == 1 && parts[0].kind == N.Str) return parts[0];
    const n = this.nodeFrom(N.FStr, start, line);
    n.list = parts;
    return this.done(n);
  }

  // ---- what a dollar expands

  /** Whether the `$` here begins an expansion. */
  protected expands(): bool {
    const c = this.next;
    return isNameStart(c) || c == Ch.LPAR || c == Ch.LBRACE || c == 36 || c == Ch.QUESTION || c == Ch.CARET || (c >= Ch.ZERO && c <= Ch.NINE) || c >= 0x80;
  }

  /** At a `$` that expands. */
  protected dollar(): Node {
    const start = this.pos;
    this.pos++;
    if (this.byte == Ch.LPAR) { this.pos++; return this.substitution(start); }
    if (this.byte == Ch.LBRACE) return this.braced();
    const from = this.pos;
    if (!isNamePart(this.byte) && this.byte < 0x80) { this.pos++; return this.variableNamed(from, this.pos); }
    this.nameBytes();
    if (this.byte == Ch.COLON && (isNamePart(this.next) || this.next >= 0x80) && this.isScope(from, this.pos)) {
      this.pos++;
      this.nameBytes();
    }
    return this.variableNamed(from, this.pos);
  }

  private nameBytes(): void {
    while (!this.atEnd && (isNamePart(this.byte) || this.byte >= 0x80)) this.pos++;
  }

  /** `${name}` */
  private braced(): Node {
    const from = ++this.pos;
    while (!this.atEnd && this.byte != Ch.RBRACE && this.byte != Ch.LF) this.pos++;
    const to = this.pos;
    this.expect(Ch.RBRACE);
    return this.variableNamed(from, to);
  }

  private isScope(from: i32, to: i32): bool {
    const name = this.lowerWord(from);
    return this.wordEnd == to && SCOPES.includes(name);
  }

  /** The variable whose name, scope included, is these bytes. A backtick in it says nothing. */
  protected variableNamed(from: i32, to: i32): Node {
    let start = from, op = VARIABLE;
    for (let p = from; p < to && p < from + 10; p++) {
      if (this.at(p) != Ch.COLON) continue;
      if (p - from == 3 && (this.at(from) | 32) == 101 && (this.at(from + 1) | 32) == 110 && (this.at(from + 2) | 32) == 118) op = ENVIRONMENT;
      start = p + 1;
      break;
    }
    const n = this.nodeFrom(N.Name, start, this.line);
    n.sym = op == ENVIRONMENT ? this.upper(start, to) : this.folded("$", start, to);
    n.op = op;
    n.end = to;
    return n;
  }

  /** Id of a name of the environment. */
  private upper(from: i32, to: i32): i32 {
    this.work += 1 + ((to - from) >> 3);
    if (to - from > 128) return this.symbol(from, to);
    return this.names.of(String.UTF8.decodeUnsafe(changetype<usize>(this.src) + from, to - from).toUpperCase());
  }

  // ---- words without quotes

  /** A word, from a byte on that does not end it. `parts` are what was read of it so far. */
  protected bareword(parts: Node[], start: i32, line: i32): Node {
    let from = this.pos;
    while (!this.atEnd) {
      const c = this.byte;
      if (endsBareword(c)) break;
      const expands = c == Ch.DOLLAR && this.expands(), isQuote = c == Ch.DQUOTE || c == Ch.SQUOTE;
      if (!expands && !isQuote && c != Ch.BACKTICK) { this.pos++; continue; }
      if (c == Ch.BACKTICK && this.joinsAt(this.pos)) break;
      this.piece(parts, from, this.pos, line);
      if (expands) parts.push(this.dollar());
      else if (isQuote) parts.push(this.quoted());
      else this.escape(parts);
      from = this.pos;
    }
    this.work += 1 + ((this.pos - start) >> 5);
    this.piece(parts, from, this.pos, line);
    return this.joined(parts, start, line);
  }

  /** `-Name` in a command. */
  protected isParameter(): bool { return this.byte == Ch.MINUS && isLetter(this.next); }
}

function endsBareword(c: i32): bool {
  switch (c) {
    case Ch.SPACE: case Ch.TAB: case Ch.LF: case Ch.CR: case Ch.SEMI: case Ch.PIPE: case Ch.AMP: case Ch.LPAR: case Ch.RPAR: case Ch.LBRACE:
    case Ch.RBRACE: case Ch.COMMA: case Ch.LT: case Ch.GT: case Ch.NUL:
      return true;
    default: return false;
  }
}

/** What the letter behind a backtick stands for; 0 for itself. */
function escaped(c: i32): i32 {
  switch (c) {
    case 110: return 10; // n
    case 114: return 13; // r
    case 116: return 9; // t
    case 97: return 7; // a
    case 98: return 8; // b
    case 102: return 12; // f
    case 118: return 11; // v
    default: return 0;
  }
}
