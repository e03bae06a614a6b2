// Operators by precedence. Chains on one level become left-deep trees in a loop, so that a million operands need no
// stack.
import { Node, N } from "../ast";
import { K } from "../python/lexer";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { Within } from "./parser-functions";
import { Postfix } from "./parser-postfix";
import { Ch, Cls, classOf, Op, T } from "./tokens";
import { W } from "./words";

/** Binding powers; 0 is no binary operator. */
const enum P { NONE, OR, AND, BITOR, BITXOR, BITAND, EQUALITY, COMPARE, SHIFT, SUM, PRODUCT, POWER }

export abstract class Operators extends Postfix {
  protected operation(): Node {
    const first = this.unary();
    return this.isBareArrow(first) ? first : this.binary(first, P.OR);
  }

  protected kindOf(power: i32): i32 {
    return power <= P.AND ? N.Bool : power == P.EQUALITY || power == P.COMPARE ? N.Compare : N.Bin;
  }

  protected isRight(power: i32): bool { return power == P.POWER; }

  protected power(): i32 {
    const lx = this.lx;
    if (lx.kind == T.OP) return symbolPower(lx.op);
    if (lx.kind != T.NAME) return P.NONE;
    switch (lx.sym) {
      case W.instanceof_: return P.COMPARE;
      case W.in_: return this.noIn ? P.NONE : P.COMPARE;
      default: return P.NONE;
    }
  }

  /** Takes the operator; its code, as Node.op holds it. */
  protected operator(): i32 {
    const lx = this.lx;
    const op = lx.kind == T.OP ? lx.op : -lx.sym;
    lx.next();
    return op == Op.AND ? -K.and_ : op == Op.OR || op == Op.NULLISH ? -K.or_ : op;
  }

  protected unary(): Node {
    const op = this.prefix();
    const e = op != 0 ? this.prefixed(op) : this.updated(this.leftHandSide());
    while (this.isAssertion()) {
      this.lx.next();
      this.type(); // `as const` too
    }
    return e;
  }

  /** `as T` and `satisfies T` say nothing of a value, wherever in an operation they stand. */
  @inline private isAssertion(): bool {
    const lx = this.lx;
    return lx.kind == T.NAME && (lx.sym == W.as_ || lx.sym == W.satisfies_) && !lx.nl;
  }

  /** The prefix operator here, as Node.op holds it, or 0. */
  private prefix(): i32 {
    const lx = this.lx;
    if (lx.kind == T.OP) {
      switch (lx.op) {
        case Op.BANG: return -K.not_;
        case Op.MINUS: case Op.PLUS: case Op.TILDE: case Op.INC: case Op.DEC: return lx.op;
        default: return 0;
      }
    }
    if (lx.kind != T.NAME) return 0;
    switch (lx.sym) {
      case W.typeof_: case W.void_: case W.delete_: return -lx.sym;
      case W.await_: return this.awaits() ? -W.await_ : 0;
      default: return 0;
    }
  }

  /** Whether `await` is the operator here: in scripts it may also be a name. */
  private awaits(): bool {
    if (this.within & Within.ASYNC) return true;
    const next = this.lx.peek();
    if (classOf(next) & Cls.WORD) return !this.operatorFollows();
    switch (next) {
      case Ch.DQUOTE: case Ch.SQUOTE: case Op.LBRACE: case Op.BANG: case Op.TILDE: return true;
      case Op.LPAR: case Op.LSQ: case Op.PLUS: case Op.MINUS: case Op.SLASH: case Ch.BACKTICK: return this.within == Within.MODULE;
      default: return false;
    }
  }

  /** Whether the word here is a name, because `in`, `instanceof` or `of` follows. */
  protected operatorFollows(): bool {
    const lx = this.lx;
    return lx.nextIs("in") || lx.nextIs("instanceof") || lx.nextIs("of");
  }

  private prefixed(op: i32): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.node(op == -W.await_ ? N.Await : N.Unary);
    this.lx.next();
    this.samePrefixes(op);
    n.op = op == -W.await_ ? 0 : op;
    n.a = this.unary();
    this.depth--;
    return this.done(n);
  }

  /** A run of one operator is one node: `!!x` is as telling as `!x`, and `- -x` as x. */
  private samePrefixes(op: i32): void {
    if (op == -W.delete_ || op == Op.INC || op == Op.DEC || op == Op.TILDE) return;
    while (this.prefix() == op) this.lx.next();
  }

  /** `x++` and `x--`. */
  private updated(e: Node): Node {
    if (!(this.isOp(Op.INC) || this.isOp(Op.DEC)) || this.lx.nl) return e;
    const n = this.nodeAt(N.Unary, e);
    n.op = this.lx.op;
    this.lx.next();
    n.a = e;
    return this.done(n);
  }
}

function symbolPower(op: i32): i32 {
  switch (op) {
    case Op.NULLISH: case Op.OR: return P.OR;
    case Op.AND: return P.AND;
    case Op.PIPE: return P.BITOR;
    case Op.CARET: return P.BITXOR;
    case Op.AMP: return P.BITAND;
    case Op.EQEQ: case Op.NE: case Op.SAME: case Op.NOT_SAME: return P.EQUALITY;
    case Op.LT: case Op.GT: case Op.LE: case Op.GE: return P.COMPARE;
    case Op.SHL: case Op.SHR: case Op.SHRU: return P.SHIFT;
    case Op.PLUS: case Op.MINUS: return P.SUM;
    case Op.STAR: case Op.SLASH: case Op.PERCENT: return P.PRODUCT;
    case Op.POW: return P.POWER;
    default: return P.NONE;
  }
}
