// JavaScript and TypeScript parser: tolerant, one token of lookahead, no backtracking except over a `<` that may begin
// types. It lowers what it reads to the tree of all languages (ast.ts), and goes on after what it cannot read. Built up
// from Cursor (tokens) over expressions and declarations to the compound statements here.
import { Node, N } from "../ast";
import { listOf, MAX_DEPTH, pair } from "../parsing/tree-cursor";
import { Declares } from "./parser-classes";
import { Declarations } from "./parser-declarations";
import { Func } from "./parser-functions";
import { Ch, Op, T } from "./tokens";
import { isReserved, W } from "./words";

export { Syntax } from "./parser-cursor";

/** For.op: asynchronous; over keys, not values; the Declares of the target, shifted. */
export const enum Loop { ASYNC = 1, KEYS = 2, DECLARES_SHIFT = 2 }

export class Parser extends Declarations {
  module(): Node {
    const n = this.node(N.Block), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    while (!this.atEnd()) this.item(l);
    return this.done(n);
  }

  /** A statement, and what cannot begin one. */
  private item(out: Node[]): void {
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

  /** A statement where a block may stand. */
  private suite(): Node {
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

  private ifStatement(): Node {
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

  private loopBody(): Node {
    const inSwitch = this.inSwitch;
    this.inSwitch = false;
    const b = this.suite();
    this.inSwitch = inSwitch;
    return b;
  }

  private whileStatement(): Node {
    const n = this.node(N.While);
    this.lx.next();
    const condition = this.parenthesisedCondition();
    n.list = pair(condition, this.loopBody());
    return this.done(n);
  }

  private doStatement(): Node {
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

  private withStatement(): Node {
    const n = this.node(N.With);
    this.lx.next();
    n.list = listOf(this.parenthesisedCondition());
    n.b = this.suite();
    return this.done(n);
  }

  private forStatement(out: Node[]): void {
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

  private tryStatement(): Node {
    const n = this.node(N.Try), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    l.push(this.braces());
    if (this.isWord(W.catch_)) l.push(this.handler());
    if (this.acceptWord(W.finally_)) l.push(this.braces());
    return this.done(n);
  }

  private handler(): Node {
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

  private switchStatement(): Node {
    const n = this.node(N.Match), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    l.push(this.parenthesisedCondition());
    this.expectOp(Op.LBRACE);
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) l.push(this.caseClause());
    this.expectOp(Op.RBRACE);
    return this.done(n);
  }

  private caseClause(): Node {
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
  private strayClause(out: Node[]): void {
    this.fault();
    this.lx.next();
    if (this.isOp(Op.LBRACE)) out.push(this.braces());
  }
}
