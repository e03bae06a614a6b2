// Parser for cmd.exe's batch files: tolerant, without backtracking. It reads into the tree that PowerShell's parser makes.
import { N, Node } from "../ast";
import { Ch } from "../shell/reader";
import { VARIABLE } from "../powershell/nodes";
import { isLetter } from "../powershell/reader";
import { BATCH, BatchCalls } from "./calls";

/** How far the quote that ends a value is looked for; of a longer one the last quote is left out all the same. */
const LONGEST_VALUE: i32 = 1024;
/** Commands of a pipeline that are nested. */
const MAX_STAGES: i32 = 16;

export class BatchParser extends BatchCalls {
  module(): Node {
    const n = this.node(N.Block), list = new Array<Node>();
    n.list = list;
    this.statements(list, 0);
    return this.done(n);
  }

  /** `depth`: groups that are open around them. */
  private statements(out: Node[], depth: i32): void {
    for (this.blanks(); !this.atEnd; this.blanks()) {
      const c = this.byte, before = this.pos;
      if (c == Ch.RPAR && depth > 0) return;
      if (c == Ch.LF) { this.pos++; this.line++; continue; }
      if (c == Ch.AMP || c == Ch.PIPE || c == Ch.AT || c == Ch.RPAR) { this.pos++; continue; }
      if (c == Ch.COLON || this.isWord("rem")) { this.skipLine(); continue; }
      out.push(this.statement(this.pipeline()));
      if (this.pos == before) this.pos++;
    }
  }

  private skipLine(): void { while (!this.atEnd && this.byte != Ch.LF) this.pos++; }

  private pipeline(): Node {
    let value = this.anyCommand();
    for (let count = 1; count < MAX_STAGES && this.byte == Ch.PIPE && this.next != Ch.PIPE && !this.atEnd; count++) {
      this.pos++;
      this.blanks();
      value = this.fed(this.anyCommand(), value);
      this.blanks();
    }
    return value;
  }

  private fed(stage: Node, input: Node): Node {
    let inner = stage; // within its redirections
    while (inner.kind == N.Call && inner.op != BATCH && inner.list!.length > 1) inner = inner.list![1].a!;
    if (inner.kind == N.Call && inner.op == BATCH) {
      inner.list!.push(this.keyword(this.stdin, input));
      return stage;
    }
    const n = this.nodeFrom(N.Block, input.start, input.line);
    n.list = [this.statement(input), this.statement(stage)];
    return this.done(n);
  }

  private anyCommand(): Node {
    while (this.byte == Ch.AT || this.byte == Ch.SPACE) this.pos++;
    if (this.byte == Ch.LPAR) return this.group();
    if (this.acceptWord("if")) return this.conditional();
    if (this.acceptWord("for")) return this.loop();
    if (this.acceptWord("set")) return this.assignment();
    return this.call();
  }

  /** `( … ) > file` */
  private group(): Node {
    const start = this.pos, line = this.line, list = new Array<Node>(), outputs = new Array<Node>();
    if (!this.enter()) return this.flat();
    this.pos++;
    const groups = this.groups++;
    this.statements(list, this.groups);
    this.groups = groups;
    if (this.byte == Ch.RPAR) this.pos++;
    else this.fault();
    this.leave();
    const n = this.nodeFrom(N.Block, start, line);
    n.list = list;
    for (this.blanks(); this.redirection(outputs); ) this.blanks();
    return this.into(this.done(n), outputs);
  }

  private block(): Node {
    const n = this.node(N.Block);
    this.blanks();
    if (!this.enter()) { n.list = [this.flat()]; return this.done(n); }
    const inner = this.anyCommand();
    this.leave();
    n.list = inner.kind == N.Block ? inner.list : [this.statement(inner)];
    return this.done(n);
  }

  /** `if [not] exist file …`, `if a==b ( … ) else ( … )` */
  private conditional(): Node {
    const n = this.node(N.If), list = new Array<Node>();
    n.list = list;
    while (this.byte == Ch.SLASH) { while (!this.atEnd && this.byte > Ch.SPACE) this.pos++; this.blanks(); }
    this.acceptWord("not");
    const isUnary = this.acceptWord("exist") || this.acceptWord("defined") || this.acceptWord("errorlevel");
    list.push(this.operand());
    this.blanks();
    if (!isUnary) this.compared();
    this.blanks();
    list.push(this.block());
    if (this.acceptWord("else")) list.push(this.block());
    return this.done(n);
  }

  /** Up to a `=`, a blank, or what ends the command. */
  private operand(): Node {
    const start = this.pos, parts = new Array<Node>();
    let isQuoted = false;
    while (!this.atEnd && this.byte != Ch.LF && (isQuoted || (this.byte > Ch.SPACE && this.byte != Ch.EQ && this.byte != Ch.LPAR))) {
      if (this.byte == Ch.DQUOTE) isQuoted = !isQuoted;
      this.pos++;
    }
    this.piece(parts, start, this.pos, this.line);
    return this.joined(parts, start, this.line);
  }

  /** `==b`, `EQU b` */
  private compared(): void {
    if (this.byte == Ch.EQ) while (this.byte == Ch.EQ) this.pos++;
    else {
      const from = this.pos;
      while (isLetter(this.byte)) this.pos++;
      if (this.pos - from != 3) { this.pos = from; return; }
    }
    this.blanks();
    this.operand();
  }

  /** `for /f "options" %%i in (…) do …` */
  private loop(): Node {
    const n = this.node(N.For), list = new Array<Node>();
    n.list = list;
    const isFile = this.byte == Ch.SLASH && (this.next | 32) == 102;
    while (!this.endsCommand() && this.byte != Ch.PERCENT) { if (this.byte == Ch.DQUOTE) this.quoted(); else this.pos++; }
    while (this.byte == Ch.PERCENT) this.pos++;
    const variable = this.name(this.names.of(`%${String.fromCharCode(this.byte)}`), this.pos, this.pos + 1);
    variable.op = VARIABLE;
    n.a = variable;
    if (!this.endsCommand()) this.pos++;
    if (!this.acceptWord("in") || this.byte != Ch.LPAR) { this.fault(); list.push(variable); list.push(this.block()); return this.done(n); }
    list.push(this.among(isFile));
    if (!this.acceptWord("do")) this.fault();
    list.push(this.block());
    return this.done(n);
  }

  private quoted(): void {
    this.pos++;
    while (!this.atEnd && this.byte != Ch.DQUOTE && this.byte != Ch.LF) this.pos++;
    if (this.byte == Ch.DQUOTE) this.pos++;
  }

  /** What stands in the brackets: words, or a command in quotes whose output it is. */
  private among(isFile: bool): Node {
    const n = this.node(N.List), list = new Array<Node>();
    n.list = list;
    this.pos++;
    this.blanks();
    const quote = this.byte;
    if (isFile && (quote == Ch.SQUOTE || quote == Ch.BACKTICK)) return this.captured(quote);
    const groups = this.groups++;
    for (this.blanks(); !this.atEnd && this.byte != Ch.RPAR; this.blanks()) {
      const before = this.pos;
      if (this.byte == Ch.LF) { this.line++; this.pos++; }
      else list.push(this.word());
      if (this.pos == before) this.pos++;
    }
    this.groups = groups;
    if (this.byte == Ch.RPAR) this.pos++;
    else this.fault();
    return this.done(n);
  }

  private captured(quote: i32): Node {
    const end = this.end, from = ++this.pos, n = this.node(N.Block), list = new Array<Node>();
    n.list = list;
    let p = from, close = -1;
    for (; p < end && this.at(p) != Ch.LF; p++) if (this.at(p) == quote) close = p;
    this.work += (p - from) >> 5;
    if (close < 0 || !this.enter()) { this.fault(); this.pos = p; return this.done(n); }
    this.end = close;
    this.statements(list, 0);
    this.leave();
    this.widen(end);
    this.pos = close + 1;
    this.blanks();
    if (this.byte == Ch.RPAR) this.pos++;
    return this.done(n);
  }

  /** `set NAME=value`, `set "NAME=value"`, `set /p NAME=prompt` */
  private assignment(): Node {
    const start = this.pos, line = this.line;
    while (this.byte == Ch.SLASH) { while (!this.atEnd && this.byte > Ch.SPACE) this.pos++; this.blanks(); }
    if (this.byte == Ch.DQUOTE) this.pos++;
    const from = this.pos;
    while (!this.endsCommand() && this.byte != Ch.EQ && this.byte != Ch.DQUOTE && this.byte != Ch.GT) this.pos++;
    const name = this.named(from, this.pos), parts = new Array<Node>();
    if (this.byte != Ch.EQ) return this.rest(start, line);
    this.pos++;
    const at = this.pos;
    const isWhole = from > start && this.at(from - 1) == Ch.DQUOTE;
    if (isWhole) this.upToQuote(parts);
    else this.pieces(parts, true);
    return this.assign(name, this.joined(parts, at, line));
  }

  /** Of `set "NAME=value"` the value: up to the last quote of the line. */
  private upToQuote(parts: Node[]): void {
    const end = this.end;
    let p = this.pos, close = -1;
    for (; p < end && this.at(p) != Ch.LF && p - this.pos < LONGEST_VALUE; p++) if (this.at(p) == Ch.DQUOTE) close = p;
    this.work += (p - this.pos) >> 5;
    if (close >= 0) this.end = close;
    const groups = this.groups;
    this.groups = 0;
    this.pieces(parts, true);
    this.groups = groups;
    if (close < 0) return;
    if (this.pos < close) this.pos = close;
    this.widen(end);
    this.pos++;
  }
}
