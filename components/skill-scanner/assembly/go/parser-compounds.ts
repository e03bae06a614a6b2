// Go's statements that hold others. `switch` and `select` become conditions, a loop with a counter a condition and its body.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { pair } from "../parsing/tree-cursor";
import { GoOp } from "./lexer";
import { DECLARES, SimpleStatements } from "./parser-simple";
import { G } from "./words";

export abstract class Compounds extends SimpleStatements {
  protected abstract next(out: Node[]): void;

  /** `init; condition {`: the init goes before the statement. Null without a condition. */
  private head(out: Node[]): Node | null {
    const noLiteral = this.noLiteral, from = out.length;
    this.noLiteral = true;
    if (!this.isOp(Op.SEMI) && !this.isOp(Op.LBRACE)) this.simple(out);
    if (this.acceptOp(Op.SEMI)) {
      if (!this.isOp(Op.LBRACE)) this.simple(out);
      else out.push(this.expressionStatement(this.unknown()));
    }
    this.noLiteral = noLiteral;
    if (out.length == from) return null;
    const last = out[out.length - 1];
    if (last.kind == N.ExprStmt) { out.pop(); return last.a; }
    return last.kind == N.Assign ? last.list![last.list!.length - 1] : null; // `switch x := y.(type) {`
  }

  protected ifStatement(out: Node[]): void {
    const n = this.node(N.If), l = new Array<Node>();
    n.list = l;
    let goesOn = true;
    while (goesOn) {
      this.lx.next();
      const condition = this.head(out);
      l.push(condition === null ? this.unknown() : condition);
      l.push(this.block());
      const isElse = this.acceptWord(G.else_);
      goesOn = isElse && this.isWord(G.if_);
      if (isElse && !goesOn) l.push(this.block());
    }
    out.push(this.done(n));
  }

  protected forStatement(out: Node[]): void {
    const start = this.lx.start, line = this.lx.line, noLiteral = this.noLiteral;
    this.lx.next();
    this.noLiteral = true;
    let condition: Node | null = null;
    const step = new Array<Node>();
    if (this.isWord(G.range_)) this.ranged(step, new Array<Node>(), 0);
    else if (!this.isOp(Op.LBRACE)) {
      if (!this.isOp(Op.SEMI)) this.simple(step);
      if (step.length == 1 && step[0].kind == N.For) {} // `for x := range y`
      else if (!this.isOp(Op.SEMI)) condition = step.length > 0 ? step.pop().a : null;
      else condition = this.counted(out, step);
    }
    this.noLiteral = noLiteral;
    const body = this.block();
    if (step.length == 1 && step[0].kind == N.For) {
      step[0].list![1] = body;
      step[0].start = start;
      out.push(this.done(step[0]));
      return;
    }
    for (let i = 0; i < step.length; i++) body.list!.push(step[i]);
    const n = this.nodeFrom(N.While, start, line);
    n.list = pair(condition === null ? this.unknown() : condition, body);
    out.push(this.done(n));
  }

  /** `init; condition; step`: what `step` holds is the init so far. */
  private counted(out: Node[], step: Node[]): Node | null {
    for (let i = 0; i < step.length; i++) out.push(step[i]);
    step.length = 0;
    this.lx.next();
    let condition: Node | null = null;
    if (!this.isOp(Op.SEMI)) condition = this.expression();
    if (this.acceptOp(Op.SEMI) && !this.isOp(Op.LBRACE)) this.simple(step);
    return condition;
  }

  /** A chain of conditions; of `select` nothing is known of them. */
  protected switchStatement(out: Node[]): void {
    const n = this.node(N.If), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    const tag = this.head(out);
    let otherwise: Node | null = null;
    this.expectOp(Op.LBRACE);
    while (this.isWord(G.case_) || this.isWord(G.default_)) {
      const isDefault = this.isWord(G.default_);
      this.lx.next();
      const body = this.node(N.Block), statements = new Array<Node>();
      body.list = statements;
      let condition: Node | null = null;
      if (!isDefault) condition = this.caseOf(tag, statements);
      this.expectOp(Op.COLON);
      while (!this.isOp(Op.RBRACE) && !this.isWord(G.case_) && !this.isWord(G.default_) && !this.atEnd()) this.next(statements);
      this.done(body);
      if (isDefault) { otherwise = body; continue; }
      l.push(condition === null ? this.unknown() : condition);
      l.push(body);
    }
    if (otherwise !== null) l.push(otherwise);
    if (!this.isOp(Op.RBRACE)) this.skipRest();
    this.expectOp(Op.RBRACE);
    out.push(this.done(n));
  }

  /** What is no case, up to the brace that closes the statement. */
  private skipRest(): void {
    this.fault();
    for (let open = 0; !this.atEnd(); this.lx.next()) {
      if (this.isOp(Op.LBRACE)) open++;
      else if (this.isOp(Op.RBRACE) && open-- == 0) return;
    }
  }

  /** Types are no values; what a channel gives is bound in the body. */
  private caseOf(tag: Node | null, body: Node[]): Node | null {
    const from = body.length, outer = this.noLiteral;
    this.noLiteral = false;
    let condition: Node | null = null;
    do {
      if (this.isWord(G.func_) || this.isWord(G.map_) || this.isWord(G.chan_) || this.isWord(G.interface_) || this.isWord(G.struct_)) { this.type(); continue; }
      const e = this.expression();
      condition = condition === null ? e : this.either(condition, e);
    } while (this.acceptOp(Op.COMMA));
    this.noLiteral = outer;
    if (condition !== null && this.lx.kind == T.OP && (this.isOp(Op.EQ) || this.isOp(GoOp.DEFINE) || this.isOp(GoOp.RECEIVE))) {
      const isSent = this.isOp(GoOp.RECEIVE), declares = this.isOp(GoOp.DEFINE) ? DECLARES : 0;
      this.lx.next();
      const value = this.expression();
      if (isSent) body.push(this.expressionStatement(value));
      else this.assign(body, condition.kind == N.Bool ? condition.a! : condition, value, declares);
      return null;
    }
    if (condition === null || tag === null || body.length > from || condition.kind == N.Bool) return condition;
    const n = this.nodeAt(N.Compare, tag);
    n.a = tag;
    n.op = Op.EQEQ;
    n.b = condition;
    return this.done(n);
  }
}
