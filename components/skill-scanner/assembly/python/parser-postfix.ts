// What stands behind an operand: attributes, calls, subscripts, in a loop, so that a million of them need no stack.
import { Node, N } from "../ast";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { Op, T } from "./lexer";
import { Atoms } from "./parser-atoms";

/** In Slice.op: with two colons, the bound between them is there. */
const UPPER_GIVEN: i32 = 4;

export abstract class Postfix extends Atoms {
  protected postfix(): Node {
    let e = this.atom();
    const lx = this.lx;
    while (lx.kind == T.OP) {
      if (lx.op == Op.DOT) e = this.attribute(e);
      else if (lx.op == Op.LPAR) e = this.call(e);
      else if (lx.op == Op.LSQ) e = this.subscript(e);
      else break;
    }
    return e;
  }

  private call(callee: Node): Node {
    const n = this.nodeAt(N.Call, callee);
    n.a = callee;
    this.lx.next();
    n.list = this.arguments();
    if (this.commaLast) n.op = 1;
    return this.done(n);
  }

  /** After the opening parenthesis, through the closing one. */
  protected arguments(): Node[] {
    this.commaLast = false;
    if (this.acceptOp(Op.RPAR)) return this.none;
    const l = new Array<Node>();
    let before = 0;
    do {
      before = this.lx.start;
      l.push(this.argument());
    } while (this.goesOn(Op.RPAR, before));
    return l;
  }

  private argument(): Node {
    if (this.isOp(Op.STAR) || this.isOp(Op.POW)) {
      const n = this.node(N.Star);
      n.op = this.lx.op;
      this.lx.next();
      n.a = this.expr();
      return this.done(n);
    }
    const e = this.namedExpr();
    if (this.isOp(Op.EQ)) return this.keyword(e);
    return this.atComp() ? this.comp(e, null, Op.LPAR) : e;
  }

  private keyword(name: Node): Node {
    const n = this.nodeAt(name.kind == N.Name ? N.Keyword : N.Error, name);
    this.lx.next();
    const value = this.expr();
    if (n.kind == N.Keyword) {
      n.sym = name.sym;
      n.a = value;
    } else {
      this.fault();
      n.list = [name, value];
    }
    return this.done(n);
  }

  private subscript(object: Node): Node {
    const n = this.nodeAt(N.Subscript, object);
    n.a = object;
    this.lx.next();
    const first = this.slice();
    n.b = this.isOp(Op.COMMA) ? this.slices(first) : first;
    this.expectOp(Op.RSQ);
    return this.done(n);
  }

  private slices(first: Node): Node {
    const n = this.nodeAt(N.Tuple, first);
    const l = listOf(first);
    n.list = l;
    while (this.acceptOp(Op.COMMA) && !this.isOp(Op.RSQ)) l.push(this.slice());
    return this.done(n);
  }

  private slice(): Node {
    if (this.isOp(Op.COLON)) return this.bounds(this.node(N.Slice));
    const lower = this.starExpr();
    if (!this.isOp(Op.COLON)) return lower;
    const n = this.nodeAt(N.Slice, lower);
    n.a = lower;
    return this.bounds(n);
  }

  private bounds(n: Node): Node {
    const l = new Array<Node>();
    n.list = l;
    let colons = 0;
    while (colons < 2 && this.acceptOp(Op.COLON)) {
      if (++colons == 2 && l.length > 0) n.op = UPPER_GIVEN;
      if (this.startsExpr()) l.push(this.expr());
    }
    n.op |= colons;
    return this.done(n);
  }

  /** A target of `for`, `as`: stops before operators, so before `in`. */
  protected target(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.isOp(Op.STAR) ? this.starTarget() : this.postfix();
    this.depth--;
    return e;
  }

  private starTarget(): Node {
    const n = this.node(N.Star);
    n.op = Op.STAR;
    this.lx.next();
    n.a = this.postfix();
    return this.done(n);
  }

  protected targetList(): Node {
    const first = this.target();
    if (!this.isOp(Op.COMMA)) return first;
    const n = this.nodeAt(N.Tuple, first);
    const l = listOf(first);
    n.list = l;
    while (this.acceptOp(Op.COMMA) && this.startsExpr()) l.push(this.target());
    return this.done(n);
  }
}
