// Statements that hold others: conditions, loops, choices among patterns, blocks that end with a brace or with a word.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { pair } from "../parsing/tree-cursor";
import { Dialect, Has } from "./dialects";
import { Definitions } from "./parser-definitions";
import { Role } from "./words";

export abstract class Compounds extends Definitions {
  /** `{ … }` */
  protected block(): Node {
    const n = this.node(N.Block), l = new Array<Node>(), open = this.open, noBraces = this.noBraces, inMatch = this.inMatch;
    n.list = l;
    this.open = 0;
    this.noBraces = this.inMatch = false;
    this.expectOp(Op.LBRACE);
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) this.statement(l);
    this.open = open;
    this.noBraces = noBraces;
    this.inMatch = inMatch;
    this.expectOp(Op.RBRACE);
    return this.done(n);
  }

  /** Statements up to `end` and its kin, which are taken. */
  protected bodyUntilEnd(): Node {
    this.inside++;
    const n = this.partUntilEnd();
    this.inside--;
    this.takeEnd();
    return n;
  }

  protected partUntilEnd(): Node {
    const n = this.node(N.Block), l = new Array<Node>(), open = this.open, noBraces = this.noBraces;
    n.list = l;
    this.open = 0;
    this.noBraces = false;
    while (!this.endsPart() && !this.atEnd()) {
      const before = this.lx.start;
      this.statement(l);
      if (this.lx.start == before && !this.atEnd() && !this.endsPart()) { this.fault(); this.lx.next(); }
    }
    this.open = open;
    this.noBraces = noBraces;
    return this.done(n);
  }

  private endsPart(): bool {
    if (this.lx.kind != T.NAME) return false;
    switch (this.lx.role) {
      case Role.END: case Role.ELSE: case Role.ELIF: case Role.CATCH: case Role.FINALLY: return true;
      case Role.FUNCTION: return this.lx.dialect == Dialect.AppleScript && this.lx.names.text[this.lx.sym] == "on" && this.lx.at(this.lx.pos + 1) == 101; // on error
      default: return false;
    }
  }

  protected takeEnd(): void {
    const lx = this.lx;
    if (lx.role != Role.END) { this.fault(); return; }
    lx.next();
    if (lx.dialect == Dialect.AppleScript) while (!lx.nl && !this.atEnd()) lx.next(); // end tell
  }

  /** A block, or the one statement that stands for it. */
  protected body(): Node {
    if (this.lx.has(Has.END_WORDS)) return this.partUntilEnd();
    if (this.isOp(Op.LBRACE)) return this.block();
    if (this.isOp(Op.COLON) && this.lx.dialect == Dialect.PHP) this.lx.next();
    const n = this.node(N.Block), l = new Array<Node>();
    n.list = l;
    if (!this.atEnd() && !this.isOp(Op.RBRACE)) this.statement(l);
    return this.done(n);
  }

  /** What a condition or a loop begins with; what it binds is put before the statement. */
  protected condition(out: Node[]): Node {
    const lx = this.lx, noBraces = this.noBraces;
    let last: Node = this.unknown();
    if (lx.has(Has.PARENTHESES) && this.isOp(Op.LPAR)) {
      const open = this.open++;
      lx.next();
      while (!this.isOp(Op.RPAR) && !this.atEnd()) last = this.clause(out, last);
      this.open = open;
      this.expectOp(Op.RPAR);
      return last;
    }
    this.noBraces = true;
    do last = this.clause(out, last); while (this.isOp(Op.COMMA) && this.acceptOp(Op.COMMA));
    this.noBraces = noBraces;
    return last;
  }

  /** `let Some(x) = value`, `var x = value`, `value`; in parentheses one of several. */
  private clause(out: Node[], last: Node): Node {
    const lx = this.lx, before = lx.start;
    let isPattern = false;
    while (lx.kind == T.NAME && (lx.role == Role.DECLARE || lx.role == Role.CASE) && !this.isContextual()) { lx.next(); isPattern = true; }
    let e = this.expression();
    while (lx.kind == T.NAME && lx.has(Has.TYPES) && lx.start > before && this.open > 0) { isPattern = true; e = this.expression(); }
    if (isPattern && this.isOp(Op.COLON) && lx.has(Has.COLON_TYPES)) { lx.next(); this.skipType(); if (this.acceptOp(Op.EQ)) e = this.bound(e, this.expression()); }
    if (this.open > 0 && !this.isOp(Op.RPAR)) {
      out.push(this.expressionStatement(e));
      if (!this.acceptOp(Op.SEMI) && !this.acceptOp(Op.COMMA) && lx.start == before) lx.next();
      return last;
    }
    if (e.kind == N.Walrus && isPattern) { out.push(this.expressionStatement(this.unwrapped(e))); return this.unknown(); }
    return e;
  }

  private bound(target: Node, value: Node): Node {
    const n = this.nodeAt(N.Walrus, target);
    n.a = target;
    n.b = value;
    return this.done(n);
  }

  /** What a pattern takes apart is in its names. */
  private unwrapped(e: Node): Node {
    if (e.a!.kind == N.Call && e.a!.list!.length > 0) e.a = e.a!.list![0];
    return e;
  }

  protected ifStatement(out: Node[]): void {
    const n = this.node(N.If), l = new Array<Node>(), lx = this.lx;
    const isNegated = lx.role == Role.UNLESS || lx.names.text[lx.sym] == "guard";
    n.list = l;
    lx.next();
    const test = this.condition(out);
    l.push(isNegated ? this.negated(test) : test);
    const isOneLine = this.isThen();
    if (isNegated && lx.role == Role.ELSE) lx.next();
    l.push(isOneLine ? this.single() : this.body());
    while (!isOneLine && this.elseHere(out, l)) {}
    if (lx.has(Has.END_WORDS) && !isOneLine) this.takeEnd();
    out.push(this.done(n));
  }

  /** Takes `then`; whether the statement is on its line. */
  private isThen(): bool {
    if (this.lx.role != Role.THEN) return false;
    this.lx.next();
    return this.lx.dialect == Dialect.AppleScript && !this.lx.nl;
  }

  private single(): Node {
    const n = this.node(N.Block), l = new Array<Node>();
    n.list = l;
    if (!this.atEnd()) this.statement(l);
    return this.done(n);
  }

  /** A further part of the condition; false when there is none. */
  private elseHere(out: Node[], l: Node[]): bool {
    const lx = this.lx;
    if (lx.kind != T.NAME || (lx.role != Role.ELSE && lx.role != Role.ELIF)) return false;
    const isElse = lx.role == Role.ELSE;
    lx.next();
    if (isElse && (lx.role != Role.IF || (lx.has(Has.END_WORDS) && lx.nl))) {
      if (l.length % 2 == 0) l.push(this.body());
      else out.push(this.body());
      return false;
    }
    if (isElse) lx.next();
    l.push(this.condition(out));
    this.isThen();
    l.push(this.body());
    return true;
  }

  protected negated(e: Node): Node {
    const n = this.nodeAt(N.Unary, e);
    n.op = -K_NOT;
    n.a = e;
    n.end = e.end;
    return n;
  }

  protected whileStatement(out: Node[]): void {
    const n = this.node(N.While), lx = this.lx;
    lx.next();
    const test = this.condition(out);
    this.accepted(Role.DO);
    n.list = pair(test, this.body());
    if (lx.has(Has.END_WORDS)) this.takeEnd();
    out.push(this.done(n));
  }

  protected accepted(role: i32): void { if (this.lx.kind == T.NAME && this.lx.role == role) this.lx.next(); }

  protected tryStatement(out: Node[]): void {
    const n = this.node(N.Try), l = new Array<Node>(), lx = this.lx;
    n.list = l;
    lx.next();
    if (lx.kind == T.OP && (lx.op == Op.QUESTION || lx.op == Op.BANG)) lx.next();
    if (this.isOp(Op.LPAR) && lx.has(Has.TYPES)) out.push(this.expressionStatement(this.condition(out)));
    l.push(this.body());
    while (lx.kind == T.NAME && (lx.role == Role.CATCH || lx.role == Role.FINALLY)) {
      lx.next();
      if (this.isOp(Op.LPAR)) this.skipBrackets();
      else if (!lx.has(Has.END_WORDS)) while (!this.isOp(Op.LBRACE) && !this.isOp(Op.RBRACE) && !this.atEnd() && !lx.nl) lx.next();
      l.push(this.body());
    }
    if (lx.has(Has.END_WORDS)) this.takeEnd();
    out.push(this.done(n));
  }
}

const K_NOT: i32 = 24;
