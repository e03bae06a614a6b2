// What stands behind an operand: members, calls, items, templates, in a loop, so that a million of them need no stack.
import { Node, N } from "../ast";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { Atoms } from "./parser-atoms";
import { CallForm } from "./parser-templates";
import { Op, T } from "./tokens";
import { W } from "./words";

export abstract class Postfix extends Atoms {
  /** An operand without operators: what can be extended, or assigned to. */
  protected leftHandSide(): Node {
    return this.postfix(this.atom(), true);
  }

  private postfix(first: Node, calls: bool): Node {
    let e = first;
    const lx = this.lx;
    if (this.isBareArrow(first)) return first;
    for (;;) {
      if (lx.kind == T.TEMPLATE) { e = this.tagged(e); continue; }
      if (lx.kind != T.OP) return e;
      switch (lx.op) {
        case Op.DOT: e = this.dotted(e); break;
        case Op.OPTIONAL: e = this.optional(e, calls); break;
        case Op.LSQ: e = this.subscript(e); break;
        case Op.LPAR:
          if (!calls) return e;
          e = this.call(e, 0);
          break;
        case Op.LT:
          if (!this.typeArguments()) return e;
          break;
        case Op.BANG:
          if (lx.nl) return e;
          lx.next(); // TypeScript's `a!`: in JavaScript no operand is followed by `!`
          break;
        default: return e;
      }
    }
    return e;
  }

  /** At `.` or, for `a?.b`, at its name. */
  private dotted(object: Node): Node {
    const n = this.nodeAt(N.Attr, object);
    this.lx.next();
    n.line = this.lx.line;
    n.op = this.lx.start;
    n.a = object;
    n.sym = this.name();
    return this.done(n);
  }

  private optional(object: Node, calls: bool): Node {
    const lx = this.lx, next = lx.peek();
    if (next != Op.LSQ && next != Op.LPAR && next != Op.LT) return next == 96 ? this.skipOptional(object) : this.dotted(object);
    lx.next();
    if (this.isOp(Op.LT)) this.typeArguments();
    if (this.isOp(Op.LSQ)) return this.subscript(object);
    if (calls && this.isOp(Op.LPAR)) return this.call(object, 0);
    this.fault();
    return object;
  }

  private skipOptional(object: Node): Node {
    this.fault();
    this.lx.next();
    return object;
  }

  private subscript(object: Node): Node {
    const n = this.nodeAt(N.Subscript, object), noIn = this.noIn, colonEnds = this.colonEnds;
    n.a = object;
    this.noIn = this.colonEnds = false;
    this.lx.next();
    n.b = this.expression();
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    this.expectOp(Op.RSQ);
    return this.done(n);
  }

  /** `new X(...)` is a call, `new.target` a member. */
  protected newExpression(): Node {
    const start = this.lx.start, line = this.lx.line;
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    const name = this.nameNode();
    if (this.isOp(Op.DOT)) return this.dotted(name);
    this.depth++;
    const callee = this.postfix(this.isWord(W.new_) ? this.newExpression() : this.atom(), false);
    this.depth--;
    const n = this.isOp(Op.LPAR) ? this.call(callee, CallForm.NEW) : this.newWithout(callee);
    n.start = start;
    n.line = callee.kind == N.Attr ? callee.line : line;
    return n;
  }

  private newWithout(callee: Node): Node {
    const n = this.nodeAt(N.Call, callee);
    n.a = callee;
    n.op = CallForm.NEW;
    n.list = this.none;
    return this.done(n);
  }
}
