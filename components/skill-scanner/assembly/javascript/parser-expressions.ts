// Expressions above operators: assignments, ternaries, arrow functions, yield, and lists with commas.
import { Node, N } from "../ast";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { Within } from "./parser-functions";
import { Operators } from "./parser-operators";
import { Op, T } from "./tokens";
import { W } from "./words";

export abstract class Expressions extends Operators {
  /** With commas: a Sequence, whose value is the last. */
  protected expression(): Node {
    const first = this.single();
    if (!this.isOp(Op.COMMA)) return first;
    const n = this.nodeAt(N.Sequence, first), l = listOf(first);
    n.list = l;
    while (this.acceptOp(Op.COMMA)) {
      if (this.atOperandEnd() && !this.isWord(W.of_)) { this.fault(); break; }
      l.push(this.single());
    }
    return this.done(n);
  }

  protected single(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.assignment();
    this.depth--;
    return e;
  }

  private assignment(): Node {
    if (this.isWord(W.yield_) && this.yields()) return this.yielded();
    const left = this.conditional();
    if (this.lx.kind != T.OP) return left;
    if (this.lx.op == Op.ARROW && left.kind == N.Name && !this.lx.nl) return this.arrow(this.asParameters(listOf(left)), left, 0);
    const op = assignmentOperator(this.lx.op);
    return op < 0 ? left : this.assigned(left, op);
  }

  /** `a = b = c` is one node: `exports.a = exports.b = ... = void 0` has hundreds of targets. */
  private assigned(target: Node, op: i32): Node {
    const n = this.nodeAt(N.Walrus, target);
    n.op = op;
    n.a = target;
    this.lx.next();
    let value = this.operand(), more: Node[] | null = null;
    while (op == 0 && this.isOp(Op.EQ)) {
      if (more === null) more = listOf(value);
      else more.push(value);
      this.lx.next();
      value = this.operand();
    }
    n.list = more;
    n.b = this.isOp(Op.EQ) ? this.nested(value, 0) : value;
    return this.done(n);
  }

  /** What stands right of `=`; a plain `=` behind it is left to the caller. */
  private operand(): Node {
    if (this.isWord(W.yield_) && this.yields()) return this.yielded();
    return this.extended(this.conditional());
  }

  /** An operand that may turn out to be a parameter or the target of an operator such as `+=`. */
  private extended(e: Node): Node {
    if (this.lx.kind != T.OP || this.isOp(Op.EQ)) return e;
    if (this.lx.op == Op.ARROW && e.kind == N.Name && !this.lx.nl) return this.arrow(this.asParameters(listOf(e)), e, 0);
    const op = assignmentOperator(this.lx.op);
    return op < 0 ? e : this.nested(e, op);
  }

  private nested(target: Node, op: i32): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.assigned(target, op);
    this.depth--;
    return n;
  }

  /** `a ? b : c ? d : e` is one node. */
  private conditional(): Node {
    const first = this.operation();
    if (!this.asks()) return first;
    const n = this.nodeAt(N.IfExp, first), l = listOf(first);
    n.list = l;
    for (;;) {
      this.lx.next();
      l.push(this.consequent());
      if (!this.acceptOp(Op.COLON)) { this.fault(); break; }
      const otherwise = this.alternative();
      l.push(otherwise);
      if (!this.asks()) break;
    }
    return this.done(n);
  }

  /** At the `?` of a ternary; that of TypeScript's `(a?: T)` is followed by what no expression begins with. */
  private asks(): bool {
    if (!this.isOp(Op.QUESTION)) return false;
    switch (this.lx.peek()) {
      case Op.COLON: case Op.COMMA: case Op.RPAR: case Op.EQ: return false;
      default: return true;
    }
  }

  private consequent(): Node {
    const noIn = this.noIn, colonEnds = this.colonEnds;
    this.noIn = false;
    this.colonEnds = true;
    const e = this.single();
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    return e;
  }

  /** What follows the colon: a condition again, when `?` follows it, else an expression to its end. */
  private alternative(): Node {
    if (this.isWord(W.yield_) && this.yields()) return this.yielded();
    const e = this.operation();
    if (this.isOp(Op.QUESTION)) return e;
    return this.isOp(Op.EQ) ? this.nested(e, 0) : this.extended(e);
  }

  /** Whether `yield` is the operator here: outside of generators it may also be a name. */
  private yields(): bool {
    return (this.within & Within.GENERATOR) != 0 || this.lx.wordFollows();
  }

  private yielded(): Node {
    const n = this.node(N.Yield);
    this.lx.next();
    if (this.isOp(Op.STAR) && !this.lx.nl) {
      n.op = 1;
      this.lx.next();
      n.a = this.single();
    } else if (!this.lx.nl && !this.atOperandEnd()) n.a = this.single();
    return this.done(n);
  }
}

/** The operator of an assignment without its `=`, 0 for `=` itself; -1 for what assigns nothing. */
export function assignmentOperator(op: i32): i32 {
  if (op == Op.EQ) return 0;
  const bytes = op >>> 24 != 0 ? 4 : op >>> 16 != 0 ? 3 : op >>> 8 != 0 ? 2 : 1;
  if (bytes == 1 || op >>> ((bytes - 1) << 3) != Op.EQ) return -1;
  switch (op) {
    case Op.EQEQ: case Op.NE: case Op.LE: case Op.GE: case Op.SAME: case Op.NOT_SAME: return -1;
    default: return op & ((1 << ((bytes - 1) << 3)) - 1);
  }
}
