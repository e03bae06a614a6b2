// What stands behind an operand in Go: members, calls, items, literals.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { listOf } from "../parsing/tree-cursor";
import { Literals } from "./parser-literals";
import { Kind } from "./parser-types";
import { G } from "./words";

export abstract class Postfix extends Literals {
  /** What stands behind an operand, in a loop, so that a million of them need no stack. */
  protected postfix(first: Node): Node {
    let e = first;
    for (;;) {
      if (this.lx.kind != T.OP) return e;
      switch (this.lx.op) {
        case Op.DOT: e = this.dotted(e); break;
        case Op.LPAR: e = this.call(e); break;
        case Op.LSQ: e = this.item(e); break;
        case Op.LBRACE:
          if (this.noLiteral || !isTypeName(e)) return e;
          e = this.literal(e, Kind.NAMED, e);
          break;
        default: return e;
      }
    }
    return e;
  }

  /** `a.b`; `a.(T)` is a. */
  private dotted(object: Node): Node {
    if (this.lx.at(this.lx.pos) != Op.LPAR) return this.member(object);
    this.lx.next();
    this.lx.next();
    if (!this.acceptType()) this.type();
    this.expectOp(Op.RPAR);
    return object;
  }

  private acceptType(): bool {
    return this.acceptWord(G.type_);
  }

  private call(callee: Node): Node {
    const n = this.nodeAt(N.Call, callee), noLiteral = this.noLiteral;
    n.a = callee;
    n.list = this.none;
    this.noLiteral = false;
    this.lx.next();
    if (!this.isOp(Op.RPAR)) n.list = this.arguments();
    this.noLiteral = noLiteral;
    this.expectOp(Op.RPAR);
    return this.done(n);
  }

  private arguments(): Node[] {
    const l = new Array<Node>();
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start, e = this.expression();
      l.push(this.isOp(Op.SPREAD) ? this.spread(e) : e);
      if (this.acceptOp(Op.COMMA) || this.isOp(Op.RPAR)) continue;
      this.fault();
      if (this.lx.start == before || this.isClosing()) break;
    }
    return l;
  }

  /** `list...` */
  private spread(e: Node): Node {
    const n = this.nodeAt(N.Star, e);
    n.op = Op.STAR;
    n.a = e;
    this.lx.next();
    return this.done(n);
  }

  /** `a[b]`, `a[b:c]`, and the types that a generic function is given. */
  private item(object: Node): Node {
    const n = this.nodeAt(N.Subscript, object), noLiteral = this.noLiteral;
    n.a = object;
    this.noLiteral = false;
    this.lx.next();
    n.b = this.isOp(Op.COLON) ? this.slice(null) : this.index();
    this.noLiteral = noLiteral;
    this.expectOp(Op.RSQ);
    return this.done(n);
  }

  private index(): Node {
    const first = this.expression();
    if (this.isOp(Op.COLON)) return this.slice(first);
    while (this.acceptOp(Op.COMMA)) this.expression();
    return first;
  }

  private slice(low: Node | null): Node {
    const n = low === null ? this.node(N.Slice) : this.nodeAt(N.Slice, low);
    n.a = low;
    for (n.op = 0; this.isOp(Op.COLON) && n.op < 3; ) {
      n.op++;
      this.lx.next();
      if (this.isOp(Op.COLON) || this.isOp(Op.RSQ)) continue;
      if (n.list === null) n.list = listOf(this.expression());
      else n.list!.push(this.expression());
    }
    return this.done(n);
  }
}

/** `T` and `a.T` may have a literal behind them. */
function isTypeName(e: Node): bool {
  return e.kind == N.Name || (e.kind == N.Attr && e.a!.kind == N.Name) || (e.kind == N.Subscript && isTypeName(e.a!));
}
