// What stands behind an operand in Ruby: members, items, in a loop.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { RubyOp } from "./lexer";
import { LABEL } from "./lexer-words";
import { Calls } from "./parser-calls";
import { R } from "./words";

export abstract class Postfix extends Calls {
  protected postfix(first: Node): Node {
    let e = first;
    const lx = this.lx;
    for (;;) {
      if (lx.kind != T.OP) return e;
      switch (lx.op) {
        case Op.DOT: case RubyOp.SAFE: e = this.member(e); break;
        case RubyOp.SCOPE:
          if (lx.nl) return e;
          e = this.member(e);
          break;
        case Op.LSQ:
          if (lx.spaced || lx.nl) return e;
          e = this.item(e);
          break;
        default: return e;
      }
    }
    return e;
  }

  /** `a.b`, `a.b(c)`, `a.b c`, `a.(c)`, `A::B`: all but a constant is a call. */
  private member(object: Node): Node {
    const lx = this.lx, isScope = lx.op == RubyOp.SCOPE, n = this.nodeAt(N.Attr, object);
    lx.next();
    n.a = object;
    n.line = lx.line;
    n.op = lx.start;
    if (this.isOp(Op.LPAR)) { // a.(b)
      n.sym = R.call_;
      n.end = lx.start;
      lx.spaced = false;
      return this.called(n, false);
    }
    const first = lx.at(lx.start);
    if (lx.kind == T.NAME || lx.kind == LABEL) {
      n.sym = lx.sym;
      if (lx.kind == LABEL) lx.pos = lx.end; // the `:` of a ternary
    } else if (lx.kind == T.TEMPLATE || lx.kind == T.OP) { // a.`, a.+
      if (this.isClosing()) { this.fault(); return object; }
      n.sym = this.lx.names.of("+");
    } else { this.fault(); return object; }
    lx.next();
    this.done(n);
    const isConstant = isScope && first >= 65 && first <= 90;
    if (isConstant && !(this.isOp(Op.LPAR) && !lx.spaced)) return n;
    if (this.isAssigned()) return n;
    return this.called(n, true);
  }

  /** `a.b = c`, `a.b += c`: what stands left of it is a place. */
  private isAssigned(): bool {
    return this.lx.kind == T.OP && assignment(this.lx.op) >= 0;
  }

  private item(object: Node): Node {
    const n = this.nodeAt(N.Subscript, object);
    n.a = object;
    const keys = this.parenthesised(Op.RSQ);
    n.b = keys.length == 1 ? keys[0] : this.listed(N.Tuple, object, keys);
    return this.done(n);
  }
}

/** The operator of an assignment without its `=`, 0 for `=` itself; -1 for what assigns nothing. */
export function assignment(op: i32): i32 {
  switch (op) {
    case Op.EQ: return 0;
    case Op.PLUS | (Op.EQ << 8): case Op.MINUS | (Op.EQ << 8): case Op.STAR | (Op.EQ << 8): case Op.SLASH | (Op.EQ << 8):
    case Op.PERCENT | (Op.EQ << 8): case Op.PIPE | (Op.EQ << 8): case Op.AMP | (Op.EQ << 8): case Op.CARET | (Op.EQ << 8):
      return op & 255;
    case Op.OR | (Op.EQ << 16): case Op.AND | (Op.EQ << 16): case Op.SHL | (Op.EQ << 16): case Op.SHR | (Op.EQ << 16): case Op.POW | (Op.EQ << 16):
      return op & 0xffff;
    default: return -1;
  }
}
