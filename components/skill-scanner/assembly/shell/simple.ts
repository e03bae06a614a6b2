// Simple commands: assignments, a command's name, its words, its redirections.
import { N, Node } from "../ast";
import { Op, SF } from "../python/lexer-tokens";
import { Names } from "../python/names";
import { Ch, isNamePart, isNameStart } from "./reader";
import { Redirections, Streams } from "./redirections";
import { LOOK_AHEAD } from "./words";

/** Longest folder below that a command's name stands for the command itself. */
const MAX_FOLDER: i32 = 24;

export abstract class Simple extends Redirections {
  private readonly declarations: StaticArray<i32>;
  /** What `.` is called by those who can spell. */
  private readonly source: i32;

  constructor(src: StaticArray<u8>, length: i32, names: Names) {
    super(src, length, names);
    this.declarations = [names.of("export"), names.of("local"), names.of("readonly"), names.of("declare"), names.of("typeset")];
    this.source = names.of("source");
  }

  /** At `name ()`: a function, through its body. */
  protected abstract functionBody(name: Node): Node;

  /**
   * The command whose output this is, or null when there are only assignments. What comes before the command goes to
   * `out`.
   */
  protected simple(out: Node[], piped: Node | null): Node | null {
    const start = this.pos, line = this.line, streams = new Streams(piped);
    let call: Node | null = null, isDeclaration = false, assigned: Node[] | null = null;
    for (;;) {
      this.blanks();
      if (this.redirection(streams, out)) continue;
      if (this.atCommandEnd()) break;
      if ((call === null || isDeclaration) && this.atAssignment()) {
        if (assigned === null) assigned = new Array<Node>();
        assigned.push(this.assignment(call));
      }
      else if (call !== null) this.argument(call.list!);
      else {
        const callee = this.callee();
        if (this.atParentheses()) return this.functionBody(callee);
        call = this.callOf(callee, line);
        isDeclaration = callee.kind == N.Name && this.declarations.includes(callee.sym);
      }
    }
    if (call !== null) this.done(call);
    else if (this.pos == start) this.unreadable();
    if (assigned !== null) this.putAssigned(assigned, call !== null && !isDeclaration, out);
    return this.streamed(call, streams);
  }

  /** What begins no command. */
  private unreadable(): void {
    this.fault();
    if (!this.atEnd && this.byte != Ch.LF) this.pos++;
  }

  private atCommandEnd(): bool {
    if (this.atEnd) return true;
    switch (this.byte) {
      case Ch.LF: case Ch.SEMI: case Ch.PIPE: case Ch.LPAR: case Ch.RPAR: case Ch.AMP: return true;
      default: return false;
    }
  }

  private callOf(callee: Node, line: i32): Node {
    const n = this.nodeFrom(N.Call, callee.start, callee.line);
    n.a = callee;
    n.list = new Array<Node>();
    return n;
  }

  /** The command's name: a Name when it can be read off, below whatever folder programs are kept in; else any word. */
  private callee(): Node {
    const words = new Array<Node>();
    const start = this.pos;
    this.argument(words);
    const word = words[0];
    if (words.length > 1) return this.several(words, start);
    if (word.kind != N.Str || !(word.op & SF.RAW)) return word;
    const from = this.nameStart(word);
    if (from < 0) return word;
    const isDot = word.end == from + 1 && unchecked(this.src[from]) == 46;
    const n = this.command(isDot ? this.source : this.symbol(from, word.end), word.start);
    n.line = word.line;
    n.end = word.end;
    return n;
  }

  /** `{curl,-s}`: the words with blanks between them, as one that is split again. */
  private several(words: Node[], start: i32): Node {
    const n = this.nodeFrom(N.Tuple, start, words[0].line);
    n.list = words;
    return this.done(n);
  }

  /** Where the command's own name begins in a plain word; -1 when it is the path of a file, or no plain name. */
  private nameStart(word: Node): i32 {
    let slash = word.start - 1;
    if (word.end == word.start || word.end - word.start > LOOK_AHEAD) return -1;
    for (let p = word.start; p < word.end; p++) {
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.SLASH) slash = p;
      if (c >= 0x80 || c == Ch.STAR || c == Ch.QUESTION || c == Ch.LSQ || c == Ch.SPACE || c == Ch.TILDE) return -1;
    }
    if (slash < word.start) return word.start;
    return this.isProgramFolder(word.start, slash) ? slash + 1 : -1;
  }

  /** `/bin`, `/usr/local/bin` and their like. */
  private isProgramFolder(from: i32, to: i32): bool {
    if (to - from < 4 || to - from > MAX_FOLDER || unchecked(this.src[from]) != Ch.SLASH) return false;
    const bin = to - 3;
    if (unchecked(this.src[bin]) != 98 || unchecked(this.src[bin + 1]) != 105 || unchecked(this.src[bin + 2]) != 110) return false;
    const before = unchecked(this.src[bin - 1]) as i32;
    if (before == 115) return bin - 2 == from || unchecked(this.src[bin - 2]) == Ch.SLASH; // sbin
    return before == Ch.SLASH;
  }

  private atParentheses(): bool {
    let p = this.pos;
    while (this.at(p) == Ch.SPACE || this.at(p) == Ch.TAB) p++;
    if (this.at(p) != Ch.LPAR) return false;
    for (p++; this.at(p) == Ch.SPACE || this.at(p) == Ch.TAB; ) p++;
    if (this.at(p) != Ch.RPAR) return false;
    this.pos = p + 1;
    return true;
  }

  // ---- assignments

  protected atAssignment(): bool {
    if (!isNameStart(this.byte)) return false;
    let p = this.pos;
    while (isNamePart(this.at(p))) p++;
    if (this.at(p) == Ch.LSQ) p = this.subscriptEnd(p);
    return p > 0 && (this.at(p) == Ch.EQ || (this.at(p) == Ch.PLUS && this.at(p + 1) == Ch.EQ));
  }

  private subscriptEnd(from: i32): i32 {
    const last = min(this.end, from + LOOK_AHEAD);
    for (let p = from; p < last && unchecked(this.src[p]) != Ch.LF; p++) if (unchecked(this.src[p]) == Ch.RSQ) return p + 1;
    return -1;
  }

  /** `x=word`, `x+=word`, `x[i]=word`, `x=(words)`. What is declared is a word of the command as well. */
  private assignment(declaration: Node | null): Node {
    const from = this.pos;
    while (isNamePart(this.byte)) this.pos++;
    let target = this.variable(from, this.pos);
    if (declaration !== null) declaration.list!.push(this.text(from, this.pos, this.line));
    if (this.byte == Ch.LSQ) target = this.element(target);
    const isAdded = this.byte == Ch.PLUS;
    this.pos += isAdded ? 2 : 1;
    const value = this.byte == Ch.LPAR ? this.array() : this.value();
    if (!isAdded) return this.assign(target, value);
    const n = this.nodeFrom(N.AugAssign, target.start, target.line);
    n.a = target;
    n.b = value;
    n.op = Op.PLUS | (Op.EQ << 8);
    return this.done(n);
  }

  private value(): Node {
    const c = this.byte;
    const isEmpty = this.atEnd || c == Ch.LF || c == Ch.SPACE || c == Ch.TAB || c == Ch.CR || c == Ch.SEMI || c == Ch.AMP || c == Ch.PIPE || c == Ch.RPAR || c == Ch.LT || c == Ch.GT;
    return isEmpty ? this.text(this.pos, this.pos, this.line) : this.word();
  }

  private array(): Node {
    const n = this.node(N.List), words = new Array<Node>();
    n.list = words;
    this.pos++;
    while (!this.atEnd && this.byte != Ch.RPAR) {
      this.blanks();
      const c = this.byte;
      if (c == Ch.LF) this.lineEnd();
      else if (c == Ch.LPAR || c == Ch.SEMI || c == Ch.AMP || c == Ch.PIPE || ((c == Ch.LT || c == Ch.GT) && !this.atProcess())) { this.fault(); this.pos++; }
      else if (c != Ch.RPAR && !this.atEnd) this.argument(words);
    }
    if (this.byte == Ch.RPAR) this.pos++;
    else this.fault();
    return this.done(n);
  }

  /** Of `x=1 command` nobody knows whether it stays: a block that may be skipped. */
  private putAssigned(list: Node[], isPrefix: bool, out: Node[]): void {
    if (!isPrefix) {
      for (let i = 0; i < list.length; i++) out.push(unchecked(list[i]));
      return;
    }
    const n = this.nodeFrom(N.Block, list[0].start, list[0].line);
    n.list = list;
    out.push(this.done(n));
  }
}
