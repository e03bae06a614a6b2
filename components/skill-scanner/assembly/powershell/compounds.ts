// Statements that begin with a word.
import { N, Node } from "../ast";
import { Ch, isNamePart } from "../shell/reader";
import { Declarations } from "./declarations";
import { Word } from "./reader";

export abstract class Compounds extends Declarations {
  /** The statement of this word, whose end is `wordEnd`; false when it begins none here. */
  protected compound(word: i32, out: Node[]): bool {
    const start = this.pos, line = this.line;
    this.pos = this.wordEnd;
    this.blanks();
    switch (word) {
      case Word.If: if (this.byte != Ch.LPAR) break; out.push(this.conditional(start, line)); return true;
      case Word.While: if (this.byte != Ch.LPAR) break; out.push(this.listOf(N.While, this.condition(), start, line)); return true;
      case Word.Switch: out.push(this.switched(start, line)); return true;
      case Word.Do: this.repeated(out); return true;
      case Word.For: if (this.byte != Ch.LPAR) break; this.counted(out, start, line); return true;
      case Word.Foreach: if (this.byte != Ch.LPAR) break; out.push(this.each(start, line)); return true;
      case Word.Try: out.push(this.tried(start, line)); return true;
      case Word.Function: case Word.Filter: case Word.Workflow: out.push(this.definition(start, line)); return true;
      case Word.Param: if (this.byte != Ch.LPAR) break; this.declared(out); return true;
      case Word.Begin: case Word.Process: case Word.End: if (this.byte != Ch.LBRACE) break; out.push(this.block()); return true;
      case Word.Trap: out.push(this.maybe(start, line)); return true;
      case Word.Class: this.className(); out.push(this.block()); return true;
      case Word.Return: case Word.Throw: case Word.Exit: if (!this.endsStatement()) out.push(this.statementOf(this.assigned(), word)); return true;
      case Word.Break: case Word.Continue: while (isNamePart(this.byte)) this.pos++; return true;
      case Word.Using: while (!this.atEnd && this.byte != Ch.LF && this.byte != Ch.SEMI) this.pos++; return true;
      default: break;
    }
    this.pos = start;
    this.line = line;
    return false;
  }

  private endsStatement(): bool {
    const c = this.byte;
    return this.atEnd || c == Ch.LF || c == Ch.SEMI || c == Ch.RBRACE || c == Ch.RPAR;
  }

  /** What is thrown is written nowhere. */
  private statementOf(value: Node, word: i32): Node {
    if (word == Word.Return) return this.statement(value);
    const n = this.nodeFrom(N.Raise, value.start, value.line);
    n.list = [value];
    return this.done(n);
  }

  /** `(condition)` and the block behind it. */
  private condition(): Node[] {
    const list = new Array<Node>();
    list.push(this.byte == Ch.LPAR ? this.parenthesised() : this.expression());
    this.lines();
    list.push(this.block());
    return list;
  }

  private listOf(kind: i32, list: Node[], start: i32, line: i32): Node {
    const n = this.nodeFrom(kind, start, line);
    n.list = list;
    return this.done(n);
  }

  private conditional(start: i32, line: i32): Node {
    const list = this.condition();
    while (this.acceptWord(Word.ElseIf)) {
      this.blanks();
      const more = this.condition();
      list.push(more[0]);
      list.push(more[1]);
    }
    if (this.acceptWord(Word.Else)) {
      this.lines();
      list.push(this.block());
    }
    return this.listOf(N.If, list, start, line);
  }

  /** `switch (value) { pattern { … } }` */
  private switched(start: i32, line: i32): Node {
    const list = new Array<Node>();
    while (this.isParameter()) {
      this.pos++;
      while (isNamePart(this.byte)) this.pos++;
      this.blanks();
    }
    list.push(this.byte == Ch.LPAR ? this.parenthesised() : this.operand());
    this.lines();
    if (!this.accept(Ch.LBRACE)) { this.fault(); return this.listOf(N.Match, list, start, line); }
    if (!this.enter()) { list.push(this.deep()); return this.listOf(N.Match, list, start, line); }
    for (this.separators(); !this.atEnd && this.byte != Ch.RBRACE; this.separators()) {
      const before = this.pos;
      const pattern = this.startsOperand() ? this.operand() : this.bareword(new Array<Node>(), this.pos, this.line);
      this.lines();
      list.push(pattern);
      if (this.byte == Ch.LBRACE) list.push(this.block());
      if (this.pos == before) { this.fault(); this.pos++; }
    }
    this.leave();
    this.expect(Ch.RBRACE);
    return this.listOf(N.Match, list, start, line);
  }

  protected separators(): void {
    for (this.lines(); this.byte == Ch.SEMI; this.lines()) this.pos++;
  }

  /** `do { … } while (…)`: the block is run. */
  private repeated(out: Node[]): void {
    this.lines();
    const body = this.block();
    append(out, body.list!);
    if (!this.acceptWord(Word.While) && !this.acceptWord(Word.Until)) return;
    this.blanks();
    out.push(this.statement(this.byte == Ch.LPAR ? this.parenthesised() : this.expression()));
  }

  /** `for (start; condition; step) { … }` */
  private counted(out: Node[], start: i32, line: i32): void {
    const list = new Array<Node>();
    this.pos++;
    if (!this.enter()) { out.push(this.deep()); return; }
    this.statements(list, Ch.RPAR);
    this.expect(Ch.RPAR);
    this.leave();
    if (list.length > 0) out.push(list[0]);
    this.lines();
    const body = this.block();
    for (let i = 1; i < list.length; i++) body.list!.push(list[i]);
    const condition = this.nodeFrom(N.Error, start, line);
    out.push(this.listOf(N.While, [condition, body], start, line));
  }

  /** `foreach ($x in list) { … }` */
  private each(start: i32, line: i32): Node {
    const n = this.nodeFrom(N.For, start, line), list = new Array<Node>();
    n.list = list;
    this.pos++;
    this.blanks();
    n.a = this.startsOperand() ? this.dollarOrOther() : this.node(N.Error);
    if (!this.enter()) { list.push(this.deep()); list.push(this.blockOf(new Array<Node>(), start, line)); return this.done(n); }
    if (!this.acceptWord(Word.In)) this.fault();
    this.lines();
    const iterable = new Array<Node>();
    this.statements(iterable, Ch.RPAR);
    this.expect(Ch.RPAR);
    this.leave();
    list.push(iterable.length == 1 && iterable[0].kind == N.ExprStmt ? iterable[0].a! : this.blockOf(iterable, start, line));
    this.lines();
    list.push(this.block());
    return this.done(n);
  }

  private dollarOrOther(): Node { return this.byte == Ch.DOLLAR ? this.dollar() : this.operand(); }

  private tried(start: i32, line: i32): Node {
    const list = new Array<Node>();
    this.lines();
    list.push(this.block());
    while (this.acceptWord(Word.Catch)) {
      this.blanks();
      while (this.byte == Ch.LSQ && !this.atEnd) {
        this.skipBrackets();
        this.blanks();
        this.accept(Ch.COMMA);
        this.lines();
      }
      this.lines();
      list.push(this.block());
    }
    if (this.acceptWord(Word.Finally)) { this.lines(); list.push(this.block()); }
    return this.listOf(N.Try, list, start, line);
  }

  private maybe(start: i32, line: i32): Node {
    while (this.byte == Ch.LSQ && !this.atEnd) { this.skipBrackets(); this.blanks(); }
    return this.listOf(N.Try, [this.blockOf(new Array<Node>(), start, line), this.block()], start, line);
  }

  private className(): void {
    while (!this.atEnd && this.byte != Ch.LBRACE && this.byte != Ch.LF && this.byte != Ch.SEMI) this.pos++;
    this.lines();
  }

  /** `function name (parameters) { … }` */
  private definition(start: i32, line: i32): Node {
    const n = this.nodeFrom(N.FuncDef, start, line), list = new Array<Node>();
    n.list = list;
    let from = this.pos;
    for (; !this.atEnd && isNameByte(this.byte); this.pos++) if (this.byte == Ch.COLON) from = this.pos + 1;
    n.sym = this.folded("", from, this.pos);
    this.lines();
    if (this.byte == Ch.LPAR) { this.parameters(list); this.lines(); }
    const outer = this.own;
    this.own = list;
    n.b = this.block();
    this.own = outer;
    return this.done(n);
  }
}

function isNameByte(c: i32): bool { return isNamePart(c) || c == Ch.MINUS || c == Ch.COLON || c == 46 || c >= 0x80; }

function append(to: Node[], nodes: Node[]): void {
  for (let i = 0; i < nodes.length; i++) to.push(nodes[i]);
}
