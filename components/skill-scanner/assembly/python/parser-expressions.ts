// Expressions above operators (ternary, lambda, yield, walrus, tuples) and below (attributes, calls, subscripts).
import { Node, N } from "./ast";
import { K, Op, T } from "./lexer";
import { MAX_DEPTH } from "./parser-cursor";
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
    const l: Node[] = [first];
    n.list = l;
    while (this.acceptOp(Op.COMMA) && this.startsExpr()) l.push(this.starExpr());
    return this.done(n);
  }

  protected fieldValue(): Node {
    const first = this.isOp(Op.STAR) ? this.starExpr() : this.expr();
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

  /** A target of `for`: stops before `in`. */
  protected target(): Node {
    if (!this.isOp(Op.STAR)) return this.postfix();
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
    const l: Node[] = [first];
    n.list = l;
    while (this.acceptOp(Op.COMMA) && this.startsExpr()) l.push(this.target());
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
    if (this.isKw(K.lambda_)) e = this.lambda();
    else if (this.isKw(K.yield_)) e = this.yielded();
    else {
      e = this.disjunction();
      if (this.isKw(K.if_)) e = this.ternary(e);
    }
    this.depth--;
    return e;
  }

  /** Without a ternary: what follows `if` and `in` of a comprehension. */
  protected condition(): Node {
    if (this.isKw(K.lambda_)) return this.expr();
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.disjunction();
    this.depth--;
    return e;
  }

  private ternary(value: Node): Node {
    const n = this.nodeAt(N.IfExp, value);
    const l: Node[] = [];
    n.list = l;
    this.lx.next();
    l.push(this.disjunction());
    l.push(value);
    if (this.acceptKw(K.else_)) l.push(this.expr());
    else this.fault();
    return this.done(n);
  }

  private lambda(): Node {
    const n = this.node(N.Lambda);
    this.lx.next();
    const params: Node[] = [];
    n.list = params;
    this.params(params, Op.COLON);
    this.expectOp(Op.COLON);
    n.a = this.expr();
    return this.done(n);
  }

  private yielded(): Node {
    const n = this.node(N.Yield);
    this.lx.next();
    if (this.acceptKw(K.from_)) {
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
    return this.done(n);
  }

  /** After the opening parenthesis, through the closing one. */
  protected arguments(): Node[] {
    if (this.acceptOp(Op.RPAR)) return this.none;
    const l: Node[] = [];
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
    const l: Node[] = [first];
    n.list = l;
    while (this.acceptOp(Op.COMMA) && !this.isOp(Op.RSQ)) l.push(this.slice());
    return this.done(n);
  }

  private slice(): Node {
    const n = this.node(N.Slice);
    if (!this.isOp(Op.COLON)) {
      const e = this.starExpr();
      if (!this.isOp(Op.COLON)) return e;
      n.a = e;
    }
    const l: Node[] = [];
    n.list = l;
    while (this.acceptOp(Op.COLON)) {
      n.op++;
      if (this.startsExpr()) l.push(this.expr());
    }
    return this.done(n);
  }
}
