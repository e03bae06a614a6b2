// Statements with blocks that are no loops: conditions, handlers, cases.
import { Node, N } from "../ast";
import { listOf } from "../parsing/tree-cursor";
import { Declares } from "./parser-classes";
import { Loops } from "./parser-loops";
import { Op } from "./tokens";
import { W } from "./words";

export abstract class Compounds extends Loops {
  protected abstract item(out: Node[]): void;

  protected ifStatement(): Node {
    const n = this.node(N.If), l = new Array<Node>();
    n.list = l;
    for (;;) {
      this.lx.next();
      l.push(this.parenthesisedCondition());
      l.push(this.suite());
      if (!this.acceptWord(W.else_)) break;
      if (!this.isWord(W.if_)) { l.push(this.suite()); break; }
    }
    return this.done(n);
  }

  protected withStatement(): Node {
    const n = this.node(N.With);
    this.lx.next();
    n.list = listOf(this.parenthesisedCondition());
    n.b = this.suite();
    return this.done(n);
  }

  protected tryStatement(): Node {
    const n = this.node(N.Try), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    l.push(this.braces());
    if (this.isWord(W.catch_)) l.push(this.handler());
    if (this.acceptWord(W.finally_)) l.push(this.braces());
    return this.done(n);
  }

  protected handler(): Node {
    const n = this.node(N.Handler);
    let pattern: Node | null = null;
    this.lx.next();
    if (this.acceptOp(Op.LPAR)) {
      const target = this.binding();
      if (target.kind == N.Name) n.sym = target.sym;
      else pattern = this.assign(target, this.undefined(), Declares.LET);
      this.annotation();
      this.expectOp(Op.RPAR);
    }
    const body = this.braces();
    if (pattern !== null) body.list!.unshift(pattern);
    n.b = body;
    return this.done(n);
  }

  protected switchStatement(): Node {
    const n = this.node(N.Match), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    l.push(this.parenthesisedCondition());
    this.expectOp(Op.LBRACE);
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) l.push(this.caseClause());
    this.expectOp(Op.RBRACE);
    return this.done(n);
  }

  protected caseClause(): Node {
    const n = this.node(N.Case), colonEnds = this.colonEnds, inSwitch = this.inSwitch;
    this.inSwitch = true;
    if (this.acceptWord(W.case_)) {
      this.colonEnds = true;
      n.a = this.expression();
      this.colonEnds = colonEnds;
    } else if (!this.acceptWord(W.default_)) {
      this.fault();
    }
    const body = this.node(N.Block), l = new Array<Node>();
    if (!this.acceptOp(Op.COLON) && n.a !== null) this.fault();
    body.list = l;
    while (!this.isWord(W.case_) && !this.isWord(W.default_) && !this.isOp(Op.RBRACE) && !this.atEnd()) this.item(l);
    this.inSwitch = inSwitch;
    n.b = this.done(body);
    return this.done(n);
  }

  /** else, catch, finally, case, default without what they belong to. */
  protected strayClause(out: Node[]): void {
    this.fault();
    this.lx.next();
    if (this.isOp(Op.LBRACE)) out.push(this.braces());
  }
}
