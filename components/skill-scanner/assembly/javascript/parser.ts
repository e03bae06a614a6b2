// JavaScript and TypeScript parser: tolerant, one token of lookahead, no backtracking except over a `<` that may begin
// types. It lowers what it reads to the tree of all languages (ast.ts), and goes on after what it cannot read. Built up
// from Cursor (tokens) over expressions and declarations and compound statements to what a statement begins with, here.
import { Node, N } from "../ast";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { Declares } from "./parser-classes";
import { Compounds } from "./parser-compounds";
import { Func } from "./parser-functions";
import { Ch, Op, T } from "./tokens";
import { isReserved, W } from "./words";

export { Syntax } from "./parser-cursor";

export class Parser extends Compounds {
  module(): Node {
    const n = this.node(N.Block), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    while (!this.atEnd()) this.item(l);
    return this.done(n);
  }

  /** A statement, and what cannot begin one. */
  protected item(out: Node[]): void {
    const before = this.lx.start;
    this.statement(out);
    if (this.lx.start == before && !this.atEnd()) {
      this.fault();
      this.lx.next();
    }
  }

  protected braces(): Node {
    const n = this.node(N.Block), l = new Array<Node>(), noIn = this.noIn, colonEnds = this.colonEnds;
    n.list = l;
    this.noIn = this.colonEnds = false;
    this.expectOp(Op.LBRACE);
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) this.item(l);
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    this.expectOp(Op.RBRACE);
    return this.done(n);
  }

  protected statement(out: Node[]): void {
    if (this.depth >= MAX_DEPTH) {
      const e = this.tooDeep();
      out.push(this.expressionStatement(e));
      return;
    }
    this.depth++;
    if (this.lx.kind == T.NAME) this.wordStatementOf(out);
    else if (this.isOp(Op.LBRACE)) out.push(this.braces());
    else if (this.isOp(Op.SEMI)) out.push(this.wordStatement());
    else if (this.isOp(Op.AT)) this.decorated(out);
    else this.expressionOrLabel(out);
    this.depth--;
  }

  private wordStatementOf(out: Node[]): void {
    const lx = this.lx;
    if (!isReserved(lx.sym)) { this.softStatement(out); return; }
    switch (lx.sym) {
      case W.var_: this.declared(out, Declares.VAR); return;
      case W.const_: if (!this.typeDeclaration(out)) this.declared(out, Declares.CONST); return;
      case W.function_: this.functionStatement(out, 0); return;
      case W.class_: out.push(this.classAt(null)); return;
      case W.if_: out.push(this.ifStatement()); return;
      case W.for_: this.forStatement(out); return;
      case W.while_: out.push(this.whileStatement()); return;
      case W.do_: out.push(this.doStatement()); return;
      case W.with_: out.push(this.withStatement()); return;
      case W.return_: out.push(this.returned(N.Return)); return;
      case W.throw_: out.push(this.returned(N.Raise)); return;
      case W.break_: case W.continue_: case W.debugger_: out.push(this.wordStatement()); return;
      case W.try_: out.push(this.tryStatement()); return;
      case W.switch_: out.push(this.switchStatement()); return;
      case W.enum_: if (!this.typeDeclaration(out)) this.expressionOrLabel(out); return;
      case W.export_: this.exportDeclaration(out, null); return;
      case W.import_: {
        const next = lx.peek();
        if (next == Op.LPAR || next == Op.DOT) this.expressionOrLabel(out);
        else this.importDeclaration(out);
        return;
      }
      case W.else_: case W.catch_: case W.finally_: case W.case_: case W.default_: this.strayClause(out); return;
      default: this.expressionOrLabel(out);
    }
  }

  /** A word that begins a statement only where something fitting follows it. */
  private softStatement(out: Node[]): void {
    const lx = this.lx;
    if (lx.sym >= W.let_ && lx.sym <= W.LAST_WORD || lx.sym < W.var_) {
      if (lx.sym == W.async_ && lx.nextIs("function")) {
        lx.next();
        this.functionStatement(out, Func.ASYNC);
        return;
      }
      const kind = this.declares();
      if (kind != Declares.NOTHING) { this.declared(out, kind); return; }
      if (lx.sym == W.await_ && this.usingFollows()) { lx.next(); this.declared(out, Declares.CONST); return; }
      if (this.typeDeclaration(out)) return;
    }
    this.expressionOrLabel(out);
  }

  /** `await using x = ...` */
  private usingFollows(): bool {
    const lx = this.lx, word = "using ";
    let p = lx.end;
    while (lx.at(p) == Ch.SPACE) p++;
    lx.steps += (p - lx.end) >> 5;
    for (let i = 0; i < 6; i++) if (lx.at(p + i) != word.charCodeAt(i)) return false;
    const next = lx.at(p + 6) | 32;
    return (next >= 97 && next <= 122 && !(next == 105 && lx.at(p + 7) == 110)) || lx.at(p + 6) == 95; // but `await using in x`
  }

  private declared(out: Node[], kind: i32): void {
    this.declaration(out, kind);
    this.semicolon();
  }

  private functionStatement(out: Node[], flags: i32): void {
    const f = this.functionAt(flags, true);
    if (f !== null) out.push(f);
  }

  private decorated(out: Node[]): void {
    const decorators = this.memberDecorators();
    if (this.isWord(W.export_)) { this.exportDeclaration(out, decorators); return; }
    this.acceptWord(W.abstract_);
    if (this.isWord(W.class_)) { out.push(this.classAt(decorators)); return; }
    this.fault();
    for (let i = 0; i < decorators!.length; i++) out.push(this.expressionStatement(decorators![i].a!));
  }

  /** A label says nothing: its statement stands for both. */
  private expressionOrLabel(out: Node[]): void {
    const e = this.expression();
    if (e.kind == N.Name && this.isOp(Op.COLON)) {
      this.lx.next();
      this.statement(out);
      return;
    }
    const n = this.nodeAt(N.ExprStmt, e);
    n.a = e;
    this.semicolon();
    out.push(this.done(n));
  }
}
