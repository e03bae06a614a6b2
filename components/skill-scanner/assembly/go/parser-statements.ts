// Go's statements: which is which, blocks of them, jumps.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { Compounds } from "./parser-compounds";
import { G } from "./words";

export abstract class Statements extends Compounds {
  protected block(): Node {
    const n = this.node(N.Block), l = new Array<Node>();
    n.list = l;
    this.expectOp(Op.LBRACE);
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) this.next(l);
    this.expectOp(Op.RBRACE);
    return this.done(n);
  }

  protected next(out: Node[]): void {
    const before = this.lx.start, line = this.lx.line;
    this.statement(out);
    if (this.lx.start > before || this.lx.line > line || this.atEnd() || this.isOp(Op.RBRACE)) return;
    this.fault();
    this.lx.next();
  }

  protected statement(out: Node[]): void {
    if (this.depth >= MAX_DEPTH) {
      out.push(this.expressionStatement(this.tooDeep()));
      return;
    }
    this.depth++;
    this.statementHere(out);
    this.depth--;
    this.endStatement();
  }

  /** A semicolon, or the brace around; what stands before it belongs to nothing. */
  protected endStatement(): void {
    if (this.acceptOp(Op.SEMI) || this.isOp(Op.RBRACE) || this.atEnd()) return;
    this.fault();
    for (let open = 0; !this.atEnd(); this.lx.next()) {
      if (this.lx.kind != T.OP) continue;
      if (this.lx.op == Op.LBRACE) open++;
      else if (this.lx.op == Op.RBRACE) { if (open-- == 0) return; }
      else if (this.lx.op == Op.SEMI && open == 0) { this.lx.next(); return; }
    }
  }

  private statementHere(out: Node[]): void {
    const lx = this.lx;
    if (this.isOp(Op.LBRACE)) { out.push(this.block()); return; }
    if (this.isOp(Op.SEMI)) return;
    if (lx.kind != T.NAME) { this.simple(out); return; }
    switch (lx.sym) {
      case G.var_: case G.const_: this.group(out, true); return;
      case G.type_: this.group(out, false); return;
      case G.if_: this.ifStatement(out); return;
      case G.for_: this.forStatement(out); return;
      case G.switch_: case G.select_: this.switchStatement(out); return;
      case G.return_: out.push(this.returned()); return;
      case G.go_: case G.defer_:
        lx.next();
        out.push(this.expressionStatement(this.expression()));
        return;
      case G.break_: case G.continue_: out.push(this.jump(lx.sym == G.break_ ? K.break_ : K.continue_)); return;
      case G.goto_: case G.fallthrough_:
        lx.next();
        if (this.atName()) lx.next();
        return;
      default: this.simple(out);
    }
  }

  private jump(word: i32): Node {
    const n = this.token(N.Simple);
    n.sym = word;
    if (this.atName()) {
      n.sym = K.pass_; // it leaves some other statement than the innermost one
      this.lx.next();
    }
    return n;
  }

  private returned(): Node {
    const n = this.node(N.Return);
    this.lx.next();
    if (!this.isOp(Op.SEMI) && !this.isOp(Op.RBRACE)) n.a = this.tupleOf(this.expressions());
    return this.done(n);
  }

  /** The statement behind a label says it all. */
  protected labelled(out: Node[]): void {
    if (this.isOp(Op.RBRACE)) return;
    if (this.depth >= MAX_DEPTH) { out.push(this.expressionStatement(this.tooDeep())); return; }
    this.depth++;
    this.statementHere(out);
    this.depth--;
  }
}
