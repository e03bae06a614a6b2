// Ruby's compound expressions: conditions, loops, `begin`, jumps.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH, pair } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { RubyOp } from "./lexer";
import { LABEL } from "./lexer-words";
import { Definitions } from "./parser-definitions";
import { R } from "./words";

export abstract class Compounds extends Definitions {
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
}
