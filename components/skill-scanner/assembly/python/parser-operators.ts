// Operators by precedence. Chains on one level become left-deep trees in a loop, so that a million operands need no
// stack.
import { Node, N } from "../ast";
import { K, Op, T } from "./lexer";
import { MAX_DEPTH } from "./parser-cursor";
import { Postfix } from "./parser-postfix";

/** Binding powers; 0 is no binary operator. */
const enum P { NONE, OR, AND, NOT, COMPARE, BITOR, BITXOR, BITAND, SHIFT, SUM, PRODUCT }

export abstract class Operators extends Postfix {
  /** or, and, not, comparisons, arithmetic: all but the ternary and lambda. */
  protected disjunction(): Node { return this.binary(this.unary(), P.OR); }

  /** What `*` unpacks: binds tighter than comparisons. */
  protected bitOr(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.binary(this.unary(), P.BITOR);
    this.depth--;
    return e;
  }

  /** A number in a pattern: -1, 1 + 2j. */
  protected sum(): Node { return this.binary(this.unary(), P.SUM); }

  private binary(first: Node, least: i32): Node {
    let left = first, power = this.power();
    while (power >= least && power != P.NONE) {
      const n = this.nodeAt(power == P.COMPARE ? N.Compare : power <= P.AND ? N.Bool : N.Bin, left);
      n.a = left;
      n.op = this.operator();
      let right = this.unary();
      if (this.power() > power) right = this.tighter(right, power + 1);
      n.b = right;
      left = this.done(n);
      power = this.power();
    }
    return left;
  }

  /**
   * The operand that an operator of higher precedence makes of `first`. Too deep, the operators are taken in the order
   * in which they stand.
   */
  private tighter(first: Node, least: i32): Node {
    if (this.depth >= MAX_DEPTH) {
      this.faults.cutoff(this.lx.line);
      return first;
    }
    this.depth++;
    const e = this.binary(first, least);
    this.depth--;
    return e;
  }

  private power(): i32 {
    const lx = this.lx;
    if (lx.kind == T.OP) return symbolPower(lx.op);
    if (lx.kind != T.NAME) return P.NONE;
    switch (lx.sym) {
      case K.or_: return P.OR;
      case K.and_: return P.AND;
      case K.in_: case K.is_: case K.not_: return P.COMPARE;
      default: return P.NONE;
    }
  }

  /** Takes the operator; its code, as Node.op holds it. */
  private operator(): i32 {
    const lx = this.lx;
    const op = lx.kind == T.OP ? lx.op : -lx.sym;
    lx.next();
    if (op == -K.not_) this.expectKw(K.in_);
    else if (op == -K.is_) this.acceptKw(K.not_);
    return op;
  }

  protected unary(): Node {
    return this.atPrefix() ? this.prefixed() : this.raised(this.postfix());
  }

  private atPrefix(): bool {
    const lx = this.lx;
    if (lx.kind == T.NAME) return lx.sym == K.not_ || lx.sym == K.await_;
    return this.atSign();
  }

  private prefixed(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.isKw(K.not_) ? this.negated() : this.isKw(K.await_) ? this.raised(this.awaited()) : this.signed();
    this.depth--;
    return e;
  }

  @inline private atSign(): bool { return this.isOp(Op.MINUS) || this.isOp(Op.PLUS) || this.isOp(Op.TILDE); }

  /** A run of signs: - when their number is odd, + when even, ~ when there is one. */
  private signed(): Node {
    const n = this.node(N.Unary);
    let minus = false, tilde = false;
    do {
      if (this.lx.op == Op.MINUS) minus = !minus;
      else if (this.lx.op == Op.TILDE) tilde = true;
      this.lx.next();
    } while (this.atSign());
    n.op = tilde ? Op.TILDE : minus ? Op.MINUS : Op.PLUS;
    n.a = this.unary();
    return this.done(n);
  }

  private negated(): Node {
    const n = this.node(N.Unary);
    n.op = -K.not_;
    while (this.acceptKw(K.not_)) {}
    n.a = this.binary(this.unary(), P.COMPARE);
    return this.done(n);
  }

  private awaited(): Node {
    const n = this.node(N.Await);
    while (this.acceptKw(K.await_)) {}
    n.a = this.postfix();
    return this.done(n);
  }

  /** ** binds tighter than a sign on its left, looser than one on its right, and to the right. */
  private raised(base: Node): Node {
    if (!this.isOp(Op.POW)) return base;
    const n = this.nodeAt(N.Bin, base);
    n.op = Op.POW;
    n.a = base;
    this.lx.next();
    n.b = this.exponent();
    return this.done(n);
  }

  /** The exponent, which may have one of its own. */
  private exponent(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.unary();
    this.depth--;
    return e;
  }
}

function symbolPower(op: i32): i32 {
  switch (op) {
    case Op.STAR: case Op.SLASH: case Op.FLOOR: case Op.PERCENT: case Op.AT: return P.PRODUCT;
    case Op.PLUS: case Op.MINUS: return P.SUM;
    case Op.SHL: case Op.SHR: return P.SHIFT;
    case Op.AMP: return P.BITAND;
    case Op.CARET: return P.BITXOR;
    case Op.PIPE: return P.BITOR;
    case Op.EQEQ: case Op.NE: case Op.LT: case Op.GT: case Op.LE: case Op.GE: case Op.NE2: return P.COMPARE;
    default: return P.NONE;
  }
}
