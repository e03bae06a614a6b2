// Patterns of `case`. They look like expressions but mean something else: a name is bound, `Cls(x)` calls nothing.
import { Node, N } from "../ast";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { K, Op, T } from "./lexer";
import { Expressions } from "./parser-expressions";

export abstract class Patterns extends Expressions {
  /** What stands between `case` and the guard or colon. */
  protected patterns(): Node {
    const first = this.pattern();
    if (!this.isOp(Op.COMMA)) return first;
    const n = this.nodeAt(N.Tuple, first);
    const l = listOf(first);
    n.list = l;
    while (this.acceptOp(Op.COMMA) && this.startsExpr()) l.push(this.pattern());
    return this.done(n);
  }

  private pattern(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    let p = this.alternative();
    while (this.isOp(Op.PIPE)) {
      const n = this.nodeAt(N.Bin, p);
      n.op = Op.PIPE;
      n.a = p;
      this.lx.next();
      n.b = this.alternative();
      p = this.done(n);
    }
    if (this.acceptWord(K.as_)) p = this.bound(p);
    this.depth--;
    return p;
  }

  private bound(pattern: Node): Node {
    const n = this.nodeAt(N.Alias, pattern);
    n.a = pattern;
    n.b = this.capture();
    return this.done(n);
  }

  private alternative(): Node {
    const lx = this.lx;
    if (lx.kind == T.NAME && lx.sym > K.LAST_KW) return this.nameOrClass();
    if (lx.kind == T.OP) {
      switch (lx.op) {
        case Op.LPAR: return this.group(N.Tuple, Op.RPAR);
        case Op.LSQ: return this.group(N.List, Op.RSQ);
        case Op.LBRACE: return this.mapping();
        case Op.STAR: return this.rest();
        default: break;
      }
    }
    return this.sum(); // literals, signed and complex numbers
  }

  private capture(): Node {
    const n = this.node(N.Capture);
    const sym = this.name();
    n.sym = sym == K.wildcard_ ? 0 : sym;
    return this.done(n);
  }

  /** A bare name is bound, a dotted one is a value to compare with, one with parentheses a class to test for. */
  private nameOrClass(): Node {
    const name = this.capture();
    let e = name;
    if (this.isOp(Op.DOT) || this.isOp(Op.LPAR)) {
      name.kind = N.Name;
      if (name.sym == 0) name.sym = K.wildcard_;
    }
    while (this.isOp(Op.DOT)) e = this.attribute(e);
    if (!this.isOp(Op.LPAR)) return e;
    const n = this.nodeAt(N.ClassPattern, e);
    n.a = e;
    this.lx.next();
    const l = new Array<Node>();
    n.list = l;
    this.members(l, Op.RPAR);
    return this.done(n);
  }

  private group(kind: i32, close: i32): Node {
    const n = this.node(kind);
    this.lx.next();
    const l = new Array<Node>();
    n.list = l;
    const comma = this.members(l, close);
    return kind == N.Tuple && l.length == 1 && !comma ? l[0] : this.done(n);
  }

  /** Patterns and `name=pattern` through the closing bracket. Whether there was a comma. */
  private members(l: Node[], close: i32): bool {
    if (this.acceptOp(close)) return false;
    let before = this.lx.start;
    l.push(this.member());
    const comma = this.isOp(Op.COMMA);
    while (this.goesOn(close, before)) {
      before = this.lx.start;
      l.push(this.member());
    }
    return comma;
  }

  private member(): Node {
    const p = this.pattern();
    if (p.kind != N.Capture || !this.isOp(Op.EQ)) return p;
    const n = this.nodeAt(N.Keyword, p);
    n.sym = p.sym == 0 ? K.wildcard_ : p.sym;
    this.lx.next();
    n.a = this.pattern();
    return this.done(n);
  }

  private rest(): Node {
    const n = this.node(N.Star);
    n.op = this.lx.op;
    this.lx.next();
    n.a = this.capture();
    return this.done(n);
  }

  private mapping(): Node {
    const n = this.node(N.Dict);
    this.lx.next();
    const l = new Array<Node>();
    n.list = l;
    if (this.acceptOp(Op.RBRACE)) return this.done(n);
    let before = 0;
    do {
      before = this.lx.start;
      this.item(l);
    } while (this.goesOn(Op.RBRACE, before));
    return this.done(n);
  }

  private item(l: Node[]): void {
    if (this.isOp(Op.POW)) { l.push(this.rest()); return; }
    l.push(this.pattern());
    this.expectOp(Op.COLON);
    l.push(this.pattern());
  }
}
