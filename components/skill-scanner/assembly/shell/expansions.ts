// What begins with a `$` or a backtick. Variables are Names; commands are the value of their output.
import { N, Node } from "../ast";
import { SF } from "../python/lexer-tokens";
import { isSpecialName, ParameterExpansions } from "./parameter-expansions";
import { Ch, isDigit, isNamePart, isNameStart } from "./reader";
import { W } from "./reserved";

/** What looking ahead for the end of `$((` may cost, for each byte of the file. */
const LOOKS_PER_BYTE: i32 = 2;

export abstract class Expansions extends ParameterExpansions {
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
}
