// Loops: `for` in all its forms, `while`, `do`.
import { Node, N } from "../ast";
import { MAX_DEPTH, pair } from "../parsing/tree-cursor";
import { Declares } from "./parser-classes";
import { Declarations } from "./parser-declarations";
import { Op } from "./tokens";
import { W } from "./words";

/** For.op: asynchronous; over keys, not values; the Declares of the target, shifted. */
export const enum Loop { ASYNC = 1, KEYS = 2, DECLARES_SHIFT = 2 }

export abstract class Loops extends Declarations {
  /** A statement where a block may stand. */
  protected suite(): Node {
    if (this.isOp(Op.LBRACE) && this.depth < MAX_DEPTH) {
      this.depth++;
      const b = this.braces();
      this.depth--;
      return b;
    }
    const n = this.node(N.Block), l = new Array<Node>();
    n.list = l;
    this.statement(l);
    return this.done(n);
  }

  private loopBody(): Node {
    const inSwitch = this.inSwitch;
    this.inSwitch = false;
    const b = this.suite();
    this.inSwitch = inSwitch;
    return b;
  }

  protected whileStatement(): Node {
    const n = this.node(N.While);
    this.lx.next();
    const condition = this.parenthesisedCondition();
    n.list = pair(condition, this.loopBody());
    return this.done(n);
  }

  protected doStatement(): Node {
    const n = this.node(N.While);
    this.lx.next();
    const body = this.loopBody();
    let condition: Node;
    if (this.acceptWord(W.while_)) condition = this.parenthesisedCondition();
    else {
      this.fault();
      condition = this.undefined();
    }
    this.acceptOp(Op.SEMI);
    n.list = pair(condition, body);
    return this.done(n);
  }

  protected forStatement(out: Node[]): void {
    const n = this.node(N.For);
    this.lx.next();
    if (this.acceptWord(W.await_)) n.op = Loop.ASYNC;
    this.expectOp(Op.LPAR);
    const head = new Array<Node>();
    let target: Node | null = null;
    if (!this.isOp(Op.SEMI)) target = this.forHead(n, head);
    if (target !== null && (this.isWord(W.of_) || this.isWord(W.in_))) {
      out.push(this.forEach(n, target));
      return;
    }
    for (let i = 0; i < head.length; i++) out.push(head[i]);
    out.push(this.counted(n));
  }

  /** What stands before the first semicolon, in `head` as statements; what a loop over values would bind. */
  private forHead(n: Node, head: Node[]): Node | null {
    const noIn = this.noIn, kind = this.declares();
    let target: Node | null = null;
    this.noIn = true;
    n.op |= kind << Loop.DECLARES_SHIFT;
    if (kind != Declares.NOTHING) {
      this.declaration(head, kind);
      if (head.length == 1) target = head[0].list![0];
    } else {
      target = this.expression();
      head.push(this.expressionStatement(target));
    }
    this.noIn = noIn;
    return target;
  }

  private forEach(n: Node, target: Node): Node {
    if (this.isWord(W.in_)) n.op |= Loop.KEYS;
    this.lx.next();
    n.a = target;
    const iterable = this.expression();
    this.expectOp(Op.RPAR);
    n.list = pair(iterable, this.loopBody());
    return this.done(n);
  }

  /** `for (...; condition; step) body` as a While whose body ends with the step. */
  private counted(n: Node): Node {
    n.kind = N.While;
    n.op = 0;
    this.expectOp(Op.SEMI);
    const condition = this.isOp(Op.SEMI) ? this.undefined() : this.expression();
    this.expectOp(Op.SEMI);
    let step: Node | null = null;
    if (!this.isOp(Op.RPAR)) step = this.expressionStatement(this.expression());
    this.expectOp(Op.RPAR);
    const body = this.loopBody();
    if (step !== null) body.list!.push(step);
    n.list = pair(condition, body);
    return this.done(n);
  }
}
