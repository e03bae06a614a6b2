// Operators by precedence. Chains on one level become left-deep trees in a loop, so that a million operands need no
// stack.
import { Node, N } from "../ast";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { K, Op, T } from "./lexer";
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

  protected kindOf(power: i32): i32 { return power == P.COMPARE ? N.Compare : power <= P.AND ? N.Bool : N.Bin; }
  protected isRight(power: i32): bool { return false; }

  protected power(): i32 {
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
  protected operator(): i32 {
    const lx = this.lx;
    const op = lx.kind == T.OP ? lx.op : -lx.sym;
    lx.next();
    if (op == -K.not_) this.expectWord(K.in_);
    else if (op == -K.is_) this.acceptWord(K.not_);
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
    const e = this.isWord(K.not_) ? this.negated() : this.isWord(K.await_) ? this.raised(this.awaited()) : this.signed();
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
    while (this.acceptWord(K.not_)) {}
    n.a = this.binary(this.unary(), P.COMPARE);
    return this.done(n);
  }

  private awaited(): Node {
    const n = this.node(N.Await);
    while (this.acceptWord(K.await_)) {}
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
