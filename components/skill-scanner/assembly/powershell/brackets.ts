// Brackets and what stands between them: pipelines, lists, tables, blocks.
import { N, Node } from "../ast";
import { Ch, isNamePart } from "../shell/reader";
import { ARRAY } from "./nodes";
import { Texts } from "./texts";

const DOT: i32 = 46;

export abstract class Brackets extends Texts {
  /** Commas part the arguments of a method. */
  protected inArguments: bool = false;

  /** An operand with its operators, up to a comma. */
  protected abstract item(): Node;
  /** The same with commas. */
  protected abstract expression(): Node;
  /** Up to what closes them, which is left there. */
  protected abstract statements(out: Node[], closing: i32): void;
  /** What is assigned, behind a `=`. */
  protected abstract assigned(): Node;

  /** Where a `param (…)` puts what it declares; null in a script. */
  protected own: Node[] | null = null;

  /** Whether an operand begins here that is no word. */
  protected abstract startsOperand(): bool;
  /** An operand without the operators before it; the place moves on. */
  protected abstract operand(): Node;

  /** A pipeline in brackets is what it comes to; several statements are a Block. */
  protected parenthesised(): Node {
    const start = this.pos, line = this.line;
    if (!this.enter()) return this.deep();
    this.pos++;
    const list = this.closed(Ch.RPAR);
    this.leave();
    if (list.length == 1 && list[0].kind == N.ExprStmt) return list[0].a!;
    if (list.length == 1 && list[0].kind == N.Assign && list[0].list!.length == 2) return this.walrus(list[0]);
    return this.blockOf(list, start, line);
  }

  private walrus(assignment: Node): Node {
    const n = this.nodeFrom(N.Walrus, assignment.start, assignment.line);
    n.a = assignment.list![0];
    n.b = assignment.list![1];
    return this.done(n);
  }

  private closed(closing: i32): Node[] {
    const list = new Array<Node>(), inArguments = this.inArguments;
    this.inArguments = false;
    this.statements(list, closing);
    this.inArguments = inArguments;
    this.expect(closing);
    return list;
  }

  protected blockOf(list: Node[], start: i32, line: i32): Node {
    const n = this.nodeFrom(N.Block, start, line);
    n.list = list;
    return this.done(n);
  }

  protected substitution(start: i32): Node {
    const line = this.line;
    if (!this.enter()) return this.deep();
    const list = this.closed(Ch.RPAR);
    this.leave();
    if (list.length == 1 && list[0].kind == N.ExprStmt) return list[0].a!;
    return this.blockOf(list, start, line);
  }

  /** `@(…)` */
  private array(): Node {
    const n = this.node(N.List);
    if (!this.enter()) return this.deep();
    const start = this.pos, line = this.line;
    this.pos += 2;
    const list = this.closed(Ch.RPAR);
    this.leave();
    n.op = ARRAY;
    n.list = [this.blockOf(list, start, line)];
    return this.done(n);
  }

  /** `{…}` as a block of statements. */
  protected block(): Node {
    const start = this.pos, line = this.line;
    if (this.byte != Ch.LBRACE) { this.fault(); return this.blockOf(new Array<Node>(), start, line); }
    if (!this.enter()) return this.blockOf([this.deep()], start, line);
    this.pos++;
    this.braces++;
    const list = this.closed(Ch.RBRACE);
    this.braces--;
    this.leave();
    return this.blockOf(list, start, line);
  }

  /** `{…}` as a value: a Lambda, with the parameters that it begins with. */
  protected script(): Node {
    const n = this.node(N.Lambda);
    const outer = this.own, own = new Array<Node>();
    this.own = own;
    n.b = this.block();
    this.own = outer;
    n.list = own;
    return this.done(n);
  }

  /** `@{ key = value; … }` */
  private table(): Node {
    const n = this.node(N.Dict), list = new Array<Node>();
    n.list = list;
    if (!this.enter()) return this.deep();
    const inArguments = this.inArguments;
    this.inArguments = false;
    this.pos += 2;
    this.braces++;
    for (this.entries(); !this.atEnd && this.byte != Ch.RBRACE; this.entries()) {
      const before = this.pos, key = this.key();
      this.blanks();
      if (this.accept(Ch.EQ)) {
        list.push(key);
        list.push(this.assigned());
      }
      if (this.pos == before) { this.fault(); this.pos++; }
    }
    this.braces--;
    this.inArguments = inArguments;
    this.expect(Ch.RBRACE);
    this.leave();
    return this.done(n);
  }

  private entries(): void {
    for (this.lines(); this.byte == Ch.SEMI; this.lines()) this.pos++;
  }

  private key(): Node {
    if (this.startsOperand()) return this.operand();
    const start = this.pos;
    if (this.byte == Ch.EQ) this.fault();
    while (!this.atEnd && (isNamePart(this.byte) || this.byte == Ch.MINUS || this.byte == DOT || this.byte >= 0x80)) this.pos++;
    return this.text(start, this.pos, this.line);
  }
}
