// Ruby's compound expressions: conditions, loops, `begin`, definitions.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH, pair } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { LABEL, RubyOp } from "./lexer";
import { Operators } from "./parser-operators";
import { R } from "./words";

/** FuncDef.op: it has no self of its own to be called on. */
export const STATIC: i32 = 4;

export abstract class Compounds extends Operators {
  /** Methods here are called on an object of a class; those of `class << self` on the class. */
  private inClass: bool = false;
  private inSingleton: bool = false;

  protected compound(): Node | null {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.compoundHere();
    this.depth--;
    return n;
  }

  private compoundHere(): Node | null {
    switch (this.lx.sym) {
      case R.if_: case R.unless_: return this.condition();
      case R.while_: case R.until_: return this.loop();
      case R.for_: return this.forLoop();
      case R.case_: return this.choice();
      case R.begin_: return this.beginning();
      case R.def_: return this.definition();
      case R.class_: case R.module_: return this.classDefinition();
      case R.return_: case R.break_: case R.next_: return this.jump();
      case R.redo_: case R.retry_: return this.token(N.Error);
      case R.alias_: case R.undef_: return this.restOfLine();
      default: return null;
    }
  }

  protected block(first: Node, statements: Node[]): Node {
    return this.listed(N.Block, first, statements);
  }

  // ---- conditions

  private head(): Node {
    const noDo = this.noDo;
    this.noDo = true;
    const e = this.sentence();
    this.noDo = noDo;
    return e;
  }

  /** An expression with `and`, `or` and `not`. */
  protected abstract sentence(): Node;

  protected negated(e: Node): Node {
    const n = this.nodeAt(N.Unary, e);
    n.op = -K.not_;
    n.a = e;
    return this.done(n);
  }

  private condition(): Node {
    const n = this.node(N.If), l = new Array<Node>(), isUnless = this.isWord(R.unless_);
    n.list = l;
    do {
      this.lx.next();
      const test = this.head();
      l.push(isUnless ? this.negated(test) : test);
      this.then();
      l.push(this.block(test, this.statements()));
    } while (this.isWord(R.elsif_));
    if (this.isWord(R.else_)) l.push(this.otherwise());
    this.expectWord(R.end_);
    return this.done(n);
  }

  private then(): void {
    this.acceptOp(Op.SEMI);
    this.acceptWord(R.then_);
  }

  private otherwise(): Node {
    const first = this.token(N.Block);
    return this.block(first, this.statements());
  }

  private loop(): Node {
    const n = this.node(N.While), isUntil = this.isWord(R.until_);
    this.lx.next();
    const test = this.head();
    this.acceptWord(R.do_);
    n.list = pair(isUntil ? this.negated(test) : test, this.block(test, this.statements()));
    this.expectWord(R.end_);
    return this.done(n);
  }

  private forLoop(): Node {
    const n = this.node(N.For), targets = new Array<Node>();
    this.lx.next();
    do targets.push(this.place(this.operand())); while (this.acceptOp(Op.COMMA));
    this.expectWord(R.in_);
    n.a = targets.length == 1 ? targets[0] : this.listed(N.Tuple, targets[0], targets);
    const iterable = this.head();
    this.acceptWord(R.do_);
    n.list = pair(iterable, this.block(iterable, this.statements()));
    this.expectWord(R.end_);
    return this.done(n);
  }

  /** `case x when a, b … in pattern … else … end` */
  private choice(): Node {
    const n = this.node(N.If), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    let tag: Node | null = null;
    if (!this.lx.nl && !this.isOp(Op.SEMI)) tag = this.sentence();
    this.acceptOp(Op.SEMI);
    while (this.isWord(R.when_) || this.isWord(R.in_)) {
      const first = this.node(N.Compare), isPattern = this.isWord(R.in_);
      this.lx.next();
      if (isPattern) l.push(this.pattern());
      else l.push(this.alternatives(first, tag));
      this.then();
      l.push(this.block(first, this.statements()));
    }
    if (this.isWord(R.else_)) l.push(this.otherwise());
    this.expectWord(R.end_);
    return this.done(n);
  }

  private alternatives(first: Node, tag: Node | null): Node {
    const values = listOf(this.expression());
    while (this.acceptOp(Op.COMMA)) values.push(this.expression());
    if (tag === null && values.length == 1) return values[0];
    if (tag === null || values.length > 1) return this.listed(N.Error, first, values);
    first.a = tag;
    first.op = Op.EQEQ;
    first.b = values[0];
    return this.done(first);
  }

  /** What a pattern binds is not known. */
  private pattern(): Node {
    const n = this.node(N.Error);
    for (let open = 0; !this.atEnd(); ) {
      if (open <= 0 && (this.lx.nl || this.isWord(R.then_) || this.isWord(R.if_) || this.isWord(R.unless_))) break;
      if (this.lx.kind == LABEL || this.lx.kind == T.NAME) this.lx.note(this.lx.sym);
      else if (this.lx.kind == T.TEMPLATE) { this.template(); continue; }
      else if (this.isOp(Op.LPAR) || this.isOp(Op.LSQ) || this.isOp(Op.LBRACE)) open++;
      else if (this.isOp(Op.RPAR) || this.isOp(Op.RSQ) || this.isOp(Op.RBRACE)) open--;
      this.lx.next();
    }
    if (this.acceptWord(R.if_) || this.acceptWord(R.unless_)) n.list = listOf(this.expression());
    return this.done(n);
  }

  private beginning(): Node {
    const first = this.token(N.Block), n = this.body(first);
    this.expectWord(R.end_);
    return n;
  }

  /** Statements, and what happens when they fail; up to the `end`. */
  protected body(first: Node): Node {
    const inside = this.block(first, this.statements());
    if (!this.isWord(R.rescue_) && !this.isWord(R.ensure_) && !this.isWord(R.else_)) return this.bodyOf(first, inside.list!);
    const n = this.nodeAt(N.Try, first), l = listOf(inside);
    n.list = l;
    while (this.isWord(R.rescue_)) l.push(this.handler());
    if (this.isWord(R.else_)) l.push(this.otherwise());
    if (this.isWord(R.ensure_)) l.push(this.otherwise());
    this.done(n);
    return this.block(first, listOf(n));
  }

  /** `rescue A, B => e` */
  private handler(): Node {
    const n = this.node(N.Handler), classes = new Array<Node>();
    this.lx.next();
    while (!this.lx.nl && !this.isWord(R.then_) && !this.isOp(Op.SEMI) && !this.isOp(RubyOp.HASH_ROCKET) && !this.atEnd()) {
      const before = this.lx.start;
      classes.push(this.unary());
      if (!this.acceptOp(Op.COMMA) || this.lx.start == before) break;
    }
    if (classes.length > 0) n.a = this.listed(N.Error, classes[0], classes);
    if (this.acceptOp(RubyOp.HASH_ROCKET) && this.lx.kind == T.NAME) {
      n.sym = this.lx.sym;
      this.lx.note(n.sym);
      this.operand();
    }
    this.then();
    n.b = this.block(n, this.statements());
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

  private jump(): Node {
    const word = this.lx.sym, n = this.node(word == R.break_ ? N.Simple : N.Return);
    n.sym = word == R.break_ ? K.break_ : 0;
    this.lx.next();
    if (this.jumpHasValue()) {
      const l = listOf(this.expression());
      while (this.acceptOp(Op.COMMA)) l.push(this.expression());
      n.a = l.length == 1 ? l[0] : this.listed(N.Tuple, l[0], l);
    }
    return this.done(n);
  }

  private jumpHasValue(): bool {
    const lx = this.lx;
    if (lx.nl || this.isClosing()) return false;
    return !(lx.kind == T.NAME && (lx.sym == R.if_ || lx.sym == R.unless_ || lx.sym == R.end_ || lx.sym == R.while_ || lx.sym == R.until_ || lx.sym == R.and_ || lx.sym == R.or_));
  }

  private restOfLine(): Node {
    const n = this.token(N.Error);
    while (!this.lx.nl && !this.isOp(Op.SEMI) && !this.atEnd()) this.lx.next();
    return this.done(n);
  }

  // ---- definitions

  /** `def name(a, b = 1, *c, d: 2, &e) … end`, `def self.name`, `def name = value` */
  private definition(): Node {
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
  private classDefinition(): Node {
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
}
