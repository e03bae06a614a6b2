// Classes: a Block of fields (Assign), methods (FuncDef) and what is computed on the way.
import { Node, N } from "../ast";
import { append, MAX_DEPTH } from "../parsing/tree-cursor";
import { Func, Within } from "./parser-functions";
import { Objects } from "./parser-objects";
import { Op, T } from "./tokens";
import { W } from "./words";

/** Assign.op: what a name is bound by. */
export const enum Declares { NOTHING = 0, VAR = 1, LET = 2, CONST = 3, FIELD = 4 }

export abstract class Classes extends Objects {
  protected abstract leftHandSide(): Node;

  /** At `class`: a ClassDef, also as an expression. */
  protected classAt(decorators: Node[] | null): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.node(N.ClassDef), l = new Array<Node>(), noIn = this.noIn, colonEnds = this.colonEnds;
    n.list = l;
    this.noIn = this.colonEnds = false;
    this.lx.next();
    if (this.lx.kind == T.NAME && this.lx.sym != W.extends_ && !(this.isWord(W.implements_) && this.lx.wordFollows())) n.sym = this.name();
    this.typeList();
    if (this.acceptWord(W.extends_)) {
      l.push(this.leftHandSide());
      this.typeList();
    }
    if (this.acceptWord(W.implements_)) this.types();
    n.b = this.body();
    append(l, decorators);
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    this.depth--;
    return this.done(n);
  }

  protected types(): void {
    do { this.type(); } while (this.acceptOp(Op.COMMA));
  }

  private body(): Node {
    const n = this.node(N.Block), l = new Array<Node>(), within = this.within;
    n.list = l;
    if (!this.acceptOp(Op.LBRACE)) { this.fault(); return this.done(n); }
    this.within = Within.FUNCTION;
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      const before = this.lx.start;
      if (!this.acceptOp(Op.SEMI)) this.member(l);
      if (this.lx.start == before && !this.atEnd()) { this.fault(); this.lx.next(); }
    }
    this.within = within;
    this.expectOp(Op.RBRACE);
    return this.done(n);
  }

  private member(out: Node[]): void {
    const decorators = this.memberDecorators();
    if (this.isWord(W.static_) && this.lx.peek() == Op.LBRACE) {
      this.lx.next();
      out.push(this.braces());
      return;
    }
    const flags = this.memberFlags();
    const isNamed = this.lx.kind == T.NAME || this.lx.kind == T.PRIVATE, sym = isNamed ? this.lx.sym : 0;
    const key = this.key();
    if (!this.acceptOp(Op.QUESTION)) this.acceptOp(Op.BANG);
    if (this.isOp(Op.LPAR) || this.isOp(Op.LT)) this.classMethod(out, key, sym, flags, decorators);
    else this.field(out, key, sym, decorators);
  }

  protected memberDecorators(): Node[] | null {
    if (!this.isOp(Op.AT)) return null;
    const l = new Array<Node>();
    while (this.isOp(Op.AT)) l.push(this.decorator());
    return l;
  }

  private memberFlags(): i32 {
    let flags = 0;
    for (;;) {
      const access = this.accessFlag();
      if (access != 0) flags |= access;
      else if (this.isWord(W.static_) && this.nameFollows()) flags |= Func.STATIC;
      else if (!this.isTypeModifier()) break;
      this.lx.next();
    }
    return this.acceptOp(Op.STAR) ? flags | Func.GENERATOR : flags;
  }

  private isTypeModifier(): bool {
    if (this.lx.kind != T.NAME) return false;
    switch (this.lx.sym) {
      case W.public_: case W.private_: case W.protected_: case W.readonly_: case W.override_: case W.abstract_:
      case W.declare_: case W.accessor_:
        return this.nameFollows();
      default: return false;
    }
  }

  private classMethod(out: Node[], key: Node, sym: i32, flags: i32, decorators: Node[] | null): void {
    if (sym == 0) out.push(this.expressionStatement(key)); // computed, or a text
    const n = this.nodeAt(N.FuncDef, key);
    n.sym = sym;
    const f = this.functionRest(n, flags);
    if (f === null) return;
    append(f.list!, decorators);
    out.push(f);
  }

  private field(out: Node[], key: Node, sym: i32, decorators: Node[] | null): void {
    if (decorators !== null) for (let i = 0; i < decorators.length; i++) out.push(this.expressionStatement(decorators[i].a!));
    this.annotation();
    if (sym == 0) out.push(this.expressionStatement(key));
    if (this.acceptOp(Op.EQ)) {
      const value = this.single();
      const name = this.nodeAt(N.Name, key);
      name.sym = sym;
      name.end = key.end;
      out.push(sym == 0 ? this.expressionStatement(value) : this.assign(name, value, Declares.FIELD));
    }
    this.semicolon();
  }
}
