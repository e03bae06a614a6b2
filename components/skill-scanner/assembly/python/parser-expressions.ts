// Expressions above operators: ternary, lambda, yield, walrus, tuples.
import { Node, N } from "../ast";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { K, Op, T } from "./lexer";
import { Operators } from "./parser-operators";

/** Kinds of parameters: Param.op. */
export const enum Form { PLAIN, STAR, SLASH, DOUBLE_STAR, TYPE }

export abstract class Expressions extends Operators {
  /** Expressions separated by commas: a Tuple when there is a comma. */
  protected exprList(): Node {
    const first = this.starExpr();
    return this.isOp(Op.COMMA) ? this.tuple(first) : first;
  }

  private tuple(first: Node): Node {
    const n = this.nodeAt(N.Tuple, first);
    const l = listOf(first);
    n.list = l;
    while (this.acceptOp(Op.COMMA) && this.startsExpr()) l.push(this.starExpr());
    return this.done(n);
  }

  protected fieldValue(): Node {
    const first = this.isOp(Op.STAR) ? this.starExpr() : this.expr();
    if (this.atComp()) return this.comp(first, null, Op.LPAR); // before Python 3.12 a field is read in parentheses
    return this.isOp(Op.COMMA) ? this.tuple(first) : first;
  }

  protected starExpr(): Node {
    if (!this.isOp(Op.STAR) && !this.isOp(Op.POW)) return this.namedExpr();
    const n = this.node(N.Star);
    n.op = this.lx.op;
    this.lx.next();
    n.a = this.bitOr();
    return this.done(n);
  }

  protected namedExpr(): Node {
    const e = this.expr();
    if (!this.isOp(Op.WALRUS)) return e;
    const n = this.nodeAt(N.Walrus, e);
    this.lx.next();
    n.a = e;
    n.b = this.expr();
    return this.done(n);
  }

  protected expr(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    let e: Node;
    if (this.isWord(K.lambda_)) e = this.lambda();
    else if (this.isWord(K.yield_)) e = this.yielded();
    else {
      e = this.disjunction();
      if (this.isWord(K.if_)) e = this.ternary(e);
    }
    this.depth--;
    return e;
  }

  /** Without a ternary: what follows `if` and `in` of a comprehension. */
  protected condition(): Node {
    if (this.isWord(K.lambda_)) return this.expr();
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.disjunction();
    this.depth--;
    return e;
  }

  private ternary(value: Node): Node {
    const n = this.nodeAt(N.IfExp, value);
    const l = new Array<Node>();
    n.list = l;
    this.lx.next();
    l.push(this.disjunction());
    l.push(value);
    if (this.acceptWord(K.else_)) l.push(this.expr());
    else this.fault();
    return this.done(n);
  }

  private lambda(): Node {
    const n = this.node(N.Lambda);
    this.lx.next();
    const params = new Array<Node>();
    n.list = params;
    this.params(params, Op.COLON);
    this.expectOp(Op.COLON);
    n.a = this.expr();
    return this.done(n);
  }

  private yielded(): Node {
    const n = this.node(N.Yield);
    this.lx.next();
    if (this.acceptWord(K.from_)) {
      n.op = 1;
      n.a = this.expr();
    } else if (this.startsExpr()) n.a = this.exprList();
    return this.done(n);
  }

  /** Parameters up to `close`, which is not taken: `)` of a def, `:` of a lambda. */
  protected params(into: Node[], close: i32): void {
    while (!this.isOp(close) && !this.atLineEnd()) {
      const p = this.param(close != Op.COLON);
      into.push(p);
      if (this.acceptOp(Op.COMMA) || this.isOp(close)) continue;
      this.fault();
      if (p.start == this.lx.start) this.lx.next();
      if (close == Op.COLON) return;
    }
  }

  private param(annotated: bool): Node {
    const p = this.node(N.Param);
    if (this.acceptOp(Op.STAR)) p.op = Form.STAR;
    else if (this.acceptOp(Op.POW)) p.op = Form.DOUBLE_STAR;
    if (this.acceptOp(Op.SLASH)) p.op = Form.SLASH;
    else if (this.lx.kind == T.NAME) p.sym = this.name();
    else if (this.isOp(Op.LPAR)) p.list = [this.atom()]; // Python 2
    if (annotated && this.acceptOp(Op.COLON)) p.a = this.starExpr();
    if (this.acceptOp(Op.EQ)) p.b = this.expr();
    return this.done(p);
  }
}
