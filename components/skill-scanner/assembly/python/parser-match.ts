// The match statement, and the question whether `match` begins one.
import { Node, N } from "../ast";
import { listOf } from "../parsing/tree-cursor";
import { K, Op } from "./lexer";
import { Definitions } from "./parser-definitions";

export abstract class Matches extends Definitions {
  /** From an INDENT through its DEDENT. */
  protected abstract statements(out: Node[], ofMatch: bool): void;
  /** At the NEWLINE after a colon: whether an INDENT follows, which is then current. */
  protected abstract indented(): bool;

  /**
   * `match` is a keyword when an operand follows. When a bracket or sign does, it may be a name as well: the line is
   * read as an expression, and if that ends in a colon and nothing else, it was `match` with its subject after all.
   */
  protected matchOrExpression(out: Node[]): void {
    if (this.operandFollows()) {
      const n = this.node(N.Match);
      this.lx.next();
      out.push(this.cases(n, this.exprList()));
      return;
    }
    const before = this.lx.start;
    const e = this.exprList();
    if (this.isOp(Op.COLON) && this.endsLine()) {
      out.push(this.cases(this.nodeAt(N.Match, e), withoutMatch(e)));
      return;
    }
    out.push(this.expressionStatement(e));
    if (this.lineGoesOn(before)) this.simpleLine(out);
  }

  private cases(n: Node, subject: Node): Node {
    const l = listOf(subject);
    n.list = l;
    this.expectOp(Op.COLON);
    if (this.indented()) this.statements(l, true);
    return this.done(n);
  }

  protected caseClause(): Node {
    const n = this.node(N.Case);
    this.lx.next();
    n.a = this.patterns();
    if (this.acceptWord(K.if_)) n.list = [this.namedExpr()];
    n.b = this.suite();
    return this.done(n);
  }
}

/**
 * The subject of a match statement whose keyword was read as a name: `match (x).y:` looked like a call of match. That
 * name is the leftmost leaf of e; the node that holds it becomes what its right side alone means.
 */
function withoutMatch(e: Node): Node {
  let n = e;
  for (;;) {
    const left = leftOf(n);
    if (left === null) return e;
    if (left.kind == N.Name) break;
    n = left;
  }
  switch (n.kind) {
    case N.Call: parenthesised(n); break;
    case N.Subscript: listed(n); break;
    case N.Bin: signed(n); break;
    default: break;
  }
  return e;
}

/** `match (x)`: the arguments are a tuple, or what stands in the parentheses. */
function parenthesised(n: Node): void {
  const list = n.list!;
  n.a = null;
  n.kind = N.Tuple;
  if (list.length != 1 || n.op != 0 || list[0].kind == N.Star) return;
  const inner = list[0];
  n.kind = inner.kind;
  n.a = inner.a;
  n.b = inner.b;
  n.list = inner.list;
  n.sym = inner.sym;
  n.op = inner.op;
  n.start = inner.start;
  n.end = inner.end;
  n.line = inner.line;
}

/** `match [x]`. */
function listed(n: Node): void {
  const b = n.b!;
  n.list = b.kind == N.Tuple ? b.list : [b];
  n.a = null;
  n.b = null;
  n.kind = N.List;
}

/** `match -x`, `match *x, y`. */
function signed(n: Node): void {
  n.kind = n.op == Op.STAR ? N.Star : N.Unary;
  n.a = n.b;
  n.b = null;
}

/** The part of e that begins where e does. */
function leftOf(e: Node): Node | null {
  if (e.kind == N.IfExp) return e.list![1];
  if (e.kind == N.Tuple) return e.list!.length > 0 ? e.list![0] : null;
  return e.kind == N.Name ? null : e.a;
}
