// Ruby's operators by precedence, ternaries and assignments. An operator at the beginning of a line begins something new.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { RubyOp } from "./lexer";
import { Operands } from "./parser-operands";
import { assignment } from "./parser-postfix";
import { R } from "./words";

/** Binding powers; 0 is no binary operator. */
const enum P { NONE, RANGE, OR, AND, EQUALITY, COMPARE, BITOR, BITAND, SHIFT, SUM, PRODUCT, POWER }

export abstract class Operators extends Operands {
  protected expression(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.assigned(this.ternary());
    this.depth--;
    return e;
  }

  private ternary(): Node {
    const first = this.binary(this.unary(), P.RANGE), lx = this.lx;
    if (!this.isOp(Op.QUESTION) || lx.nl) return first;
    const n = this.nodeAt(N.IfExp, first), l = listOf(first), outer = lx.isAfterQuestion;
    n.list = l;
    lx.isAfterQuestion = true;
    lx.next();
    l.push(this.expression());
    lx.isAfterQuestion = outer;
    if (this.acceptOp(Op.COLON)) l.push(this.expression());
    else if (lx.kind == T.STRING) l.push(this.stringNode()); // `a ? b :c`
    else this.fault();
    return this.done(n);
  }

  /** `a = b`, `a += b`: the value is what was assigned. A name is a variable from here on. */
  private assigned(target: Node): Node {
    const op = this.lx.kind == T.OP && !this.lx.nl ? assignment(this.lx.op) : -1;
    if (op < 0) return target;
    const place = this.place(target);
    this.lx.next();
    const right = this.expression();
    const value = this.isWord(R.rescue_) && !this.lx.nl ? this.rescued(right) : right;
    return this.assign(place, op == 0 ? value : this.combined(place, op, value));
  }

  private rescued(e: Node): Node {
    this.lx.next();
    return this.either(e, this.expression());
  }

  protected assign(place: Node, value: Node): Node {
    const n = this.nodeAt(N.Walrus, place);
    n.a = place;
    n.b = value;
    return this.done(n);
  }

  /** A method that is called on nothing, or without arguments, is a variable or a field when something is assigned to it. */
  protected place(e: Node): Node {
    let target = e;
    if (e.kind == N.Call && e.list!.length == 0 && (e.a!.kind == N.Name || e.a!.kind == N.Attr)) target = e.a!;
    if (target.kind == N.Name) this.lx.note(target.sym);
    if (target.kind == N.Tuple || target.kind == N.List) for (let i = 0; i < target.list!.length; i++) target.list![i] = this.place(target.list![i]);
    if (target.kind == N.Star && target.a !== null) target.a = this.place(target.a!);
    return target;
  }

  private combined(place: Node, op: i32, value: Node): Node {
    const isLogical = op == Op.OR || op == Op.AND;
    const n = this.nodeAt(isLogical ? N.Bool : N.Bin, place);
    n.a = place;
    n.op = isLogical ? (op == Op.OR ? -K.or_ : -K.and_) : op;
    n.b = value;
    return this.done(n);
  }

  protected power(): i32 {
    const lx = this.lx;
    if (lx.kind != T.OP || lx.nl) return P.NONE;
    switch (lx.op) {
      case RubyOp.RANGE: case Op.SPREAD: return P.RANGE;
      case Op.OR: return P.OR;
      case Op.AND: return P.AND;
      case Op.EQEQ: case Op.NE: case Op.SAME: case RubyOp.MATCH: case RubyOp.NO_MATCH: case RubyOp.ORDER: return P.EQUALITY;
      case Op.LT: case Op.LE: case Op.GT: case Op.GE: return P.COMPARE;
      case Op.PIPE: return this.noPipe ? P.NONE : P.BITOR;
      case Op.CARET: return P.BITOR;
      case Op.AMP: return P.BITAND;
      case Op.SHL: case Op.SHR: return P.SHIFT;
      case Op.PLUS: case Op.MINUS: return P.SUM;
      case Op.STAR: case Op.SLASH: case Op.PERCENT: return P.PRODUCT;
      case Op.POW: return P.POWER;
      default: return P.NONE;
    }
  }

  /** Among the parameters of a block a bar ends them. */
  protected noPipe: bool = false;

  protected operator(): i32 {
    const op = this.lx.op;
    this.lx.next();
    return op == Op.AND ? -K.and_ : op == Op.OR ? -K.or_ : op;
  }

  protected kindOf(power: i32): i32 {
    return power == P.OR || power == P.AND ? N.Bool : power == P.EQUALITY || power == P.COMPARE ? N.Compare : N.Bin;
  }

  protected isRight(power: i32): bool { return power == P.POWER; }

  protected unary(): Node {
    const lx = this.lx;
    if (lx.kind == T.OP) {
      switch (lx.op) {
        case Op.BANG: return this.prefixed(-K.not_);
        case Op.MINUS: case Op.PLUS: case Op.TILDE: return this.prefixed(lx.op);
        case Op.STAR: case Op.POW: case Op.AMP: return this.splat();
        default: break;
      }
    }
    if (this.isWord(R.not_)) return this.prefixed(-K.not_);
    const operand = this.operand();
    // the operand of an operator may be an assignment: `a && b = c`
    return lx.kind == T.OP && !lx.nl && assignment(lx.op) >= 0 && this.depth > 1 && isPlace(operand) ? this.inner(operand) : operand;
  }

  private inner(place: Node): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.assigned(place);
    this.depth--;
    return e;
  }

  private splat(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.node(N.Star);
    n.op = this.lx.op;
    this.lx.next();
    n.a = this.isClosing() ? this.unknown() : this.unary();
    this.depth--;
    return this.done(n);
  }

  private prefixed(op: i32): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.node(N.Unary);
    n.op = op;
    this.lx.next();
    n.a = this.unary();
    this.depth--;
    return this.done(n);
  }
}

function isPlace(e: Node): bool {
  return e.kind == N.Name || e.kind == N.Attr || e.kind == N.Subscript || (e.kind == N.Call && e.list!.length == 0);
}
