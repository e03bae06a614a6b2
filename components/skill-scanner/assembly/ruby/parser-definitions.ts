// Ruby's definitions: methods, their parameters and what they return; classes and modules.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { LABEL } from "./lexer-words";
import { Operators } from "./parser-operators";
import { R } from "./words";

/** FuncDef.op: it has no self of its own to be called on. */
export const STATIC: i32 = 4;

export abstract class Definitions extends Operators {
  /** Methods here are called on an object of a class; those of `class << self` on the class. */
  private inClass: bool = false;

  private inSingleton: bool = false;

  protected abstract block(first: Node, statements: Node[]): Node;

  /** `def name(a, b = 1, *c, d: 2, &e) … end`, `def self.name`, `def name = value` */
  protected definition(): Node {
    const n = this.node(N.FuncDef), parameters = new Array<Node>(), lx = this.lx, noDo = this.noDo;
    n.list = parameters;
    this.noDo = false;
    lx.next();
    n.sym = this.methodName();
    if (lx.kind == T.OP && lx.op == Op.DOT) {
      lx.next();
      n.op = STATIC;
      n.sym = this.methodName();
    }
    if (this.inSingleton) n.op = STATIC;
    if (n.op != STATIC && this.inClass) this.selfParameter(n, parameters);
    if (this.isOp(Op.LPAR)) {
      lx.next();
      this.parameters(Op.RPAR, parameters);
      if (!this.acceptOp(Op.RPAR)) this.fault();
    } else if (!lx.nl && !this.isOp(Op.SEMI) && !this.isOp(Op.EQ)) this.parameters(Op.SEMI, parameters);
    if (this.acceptOp(Op.EQ)) n.b = this.bodyOf(n, listOf(this.expressionStatement(this.expression())));
    else {
      n.b = this.body(n);
      this.expectWord(R.end_);
    }
    this.noDo = noDo;
    return this.done(n);
  }

  /** A name, a name with the `=` of a setter, or an operator. */
  private methodName(): i32 {
    const lx = this.lx;
    if (lx.kind == T.NAME || lx.kind == LABEL) {
      const symbol = lx.sym;
      lx.next();
      if (this.isOp(Op.EQ) && !lx.spaced && lx.at(lx.end) == Op.LPAR) lx.next();
      return symbol;
    }
    if (lx.kind == T.TEMPLATE || lx.kind == T.STRING) { lx.pos = lx.start + 1; lx.kind = T.REGEX; }
    let isFirst = true;
    while (lx.kind == T.OP ? (isFirst || (lx.op != Op.LPAR && lx.op != Op.SEMI && !lx.spaced)) && !lx.nl : lx.kind == T.REGEX) {
      isFirst = false;
      lx.next();
    }
    return 0;
  }

  private selfParameter(first: Node, into: Node[]): void {
    const n = this.nodeAt(N.Param, first);
    n.sym = R.self_;
    n.end = n.start;
    into.push(n);
  }

  /** Up to what closes them: `)`, `|`, `{`, or for SEMI the end of the line. */
  protected parameters(closing: i32, into: Node[]): void {
    const lx = this.lx, noPipe = this.noPipe, noDo = this.noDo;
    this.noPipe = closing == Op.PIPE;
    this.noDo = true;
    while (!this.atEnd() && !this.isOp(closing) && !(closing == Op.LBRACE && this.isWord(R.do_)) && !(closing == Op.SEMI && lx.nl)) {
      const before = lx.start;
      into.push(this.parameter(closing));
      if (this.acceptOp(Op.COMMA) || this.isOp(closing)) continue;
      if (closing == Op.PIPE && this.acceptOp(Op.SEMI)) continue; // variables of the block alone
      if (closing == Op.SEMI && lx.nl) break;
      if (closing == Op.LBRACE && this.isWord(R.do_)) break;
      this.fault();
      if (lx.start == before) break;
    }
    this.noPipe = noPipe;
    this.noDo = noDo;
  }

  private parameter(closing: i32): Node {
    const lx = this.lx, n = this.node(N.Param);
    if (this.isOp(Op.STAR)) { n.op = 1; lx.next(); }
    else if (this.isOp(Op.POW)) { n.op = 3; lx.next(); }
    else if (this.acceptOp(Op.AMP) || this.acceptOp(Op.SPREAD)) n.op = 3;
    if (this.acceptOp(Op.LPAR)) {
      const inner = new Array<Node>(), targets = new Array<Node>();
      if (this.depth >= MAX_DEPTH) { this.tooDeep(); return n; }
      this.depth++;
      this.parameters(Op.RPAR, inner);
      this.depth--;
      this.expectOp(Op.RPAR);
      for (let i = 0; i < inner.length; i++) if (inner[i].sym != 0) targets.push(this.madeName(inner[i].sym, inner[i]));
      if (targets.length > 0) n.list = listOf(this.listed(N.Tuple, targets[0], targets));
      return this.done(n);
    }
    if (lx.kind == LABEL) {
      n.sym = lx.sym;
      lx.note(n.sym);
      lx.next();
      if (!this.isClosing() && !this.isOp(closing) && !lx.nl) n.b = this.expression();
    } else if (lx.kind == T.NAME) {
      n.sym = lx.sym;
      lx.note(n.sym);
      lx.next();
      if (this.acceptOp(Op.EQ)) n.b = this.expression();
    }
    return this.done(n);
  }

  /** `class A < B`, `module A::B`, `class << self`: what it defines belongs to the class around it. */
  protected classDefinition(): Node {
    const n = this.node(N.ClassDef), bases = new Array<Node>(), noDo = this.noDo, inClass = this.inClass, inSingleton = this.inSingleton;
    n.list = bases;
    this.noDo = false;
    this.inClass = true;
    this.inSingleton = false;
    this.lx.next();
    if (this.acceptOp(Op.SHL)) {
      this.unary();
      this.inSingleton = true;
      n.kind = N.Block;
      n.list = this.statements();
    } else {
      let name = this.operand();
      if (name.kind == N.Call) name = name.a!;
      if (name.kind == N.Name || name.kind == N.Attr) n.sym = name.sym;
      else this.fault();
      if (this.acceptOp(Op.LT)) bases.push(this.expression());
      n.b = this.block(n, this.statements());
    }
    this.noDo = noDo;
    this.inClass = inClass;
    this.inSingleton = inSingleton;
    this.expectWord(R.end_);
    return this.done(n);
  }

  /** What its last statement gives is what a method or a block returns. */
  protected bodyOf(first: Node, statements: Node[]): Node {
    this.returning(statements);
    return this.block(first, statements);
  }

  private returning(statements: Node[]): void {
    if (statements.length == 0) return;
    const last = statements[statements.length - 1];
    if (last.kind == N.ExprStmt) last.kind = N.Return;
    else if (last.kind == N.If) for (let i = 1; i < last.list!.length; i++) this.returningBlock(last.list![i]);
    else if (last.kind == N.Try || last.kind == N.Block) for (let i = 0; i < last.list!.length; i++) this.returningBlock(last.list![i]);
  }

  private returningBlock(n: Node): void {
    if (n.kind == N.Block) this.returning(n.list!);
    else if (n.kind == N.Handler && n.b !== null) this.returning(n.b!.list!);
  }
}
