// What calls and functions are handed: arguments by place and by name, parameters with types and defaults.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { Dialect, Has } from "./dialects";
import { asTarget, Expressions } from "./parser-expressions";
import { IslandOp } from "./symbols";
import { Role } from "./words";

export abstract class Arguments extends Expressions {
  /** One argument or element: `a`, `name: a`, `name = a`, and those below. */
  protected argument(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.lx.kind == T.NAME && this.isNamed() ? this.named() : this.element();
    this.depth--;
    return e;
  }

  /** `key => a`, `[key] = a`, `Type name`, `key: a` */
  private element(): Node {
    const lx = this.lx;
    const isKey = this.isOp(Op.LSQ) && lx.dialect == Dialect.Lua;
    let e = this.expression();
    while (lx.kind == T.NAME && lx.role != Role.IN && !this.lineEnded && this.isDeclared()) {
      if (lx.role == Role.FOR || lx.role == Role.IF) return this.generated(e);
      e = this.expression();
    }
    if (lx.kind != T.OP) return e;
    if (lx.op == Op.COLON && this.hasPairs()) { lx.next(); return this.typedOr(e); }
    if (lx.op == Op.ARROW || (lx.op == IslandOp.ARROW && lx.dialect == Dialect.Kotlin)) { lx.next(); return this.entryOf(e, this.expression()); }
    if (isKey && e.kind == N.Walrus && e.a!.kind == N.List && e.a!.list!.length == 1) return this.entryOf(e.a!.list![0], e.b!);
    return e;
  }

  /** A type may be behind the colon, or a value. */
  private typedOr(e: Node): Node {
    if (this.lx.has(Has.COLON_TYPES) && this.lx.dialect != Dialect.Swift && this.lx.dialect != Dialect.Rust) { this.skipType(); return e; }
    return this.entryOf(e, this.expression());
  }

  private hasPairs(): bool { return this.lx.dialect != Dialect.C && this.lx.dialect != Dialect.PHP && this.lx.dialect != Dialect.Java; }

  /** Two operands side by side: the first one is a type, or a word of which nothing is known. */
  private isDeclared(): bool {
    const dialect = this.lx.dialect;
    if (this.lx.role == Role.FOR || this.lx.role == Role.IF) return dialect == Dialect.Julia;
    return this.lx.has(Has.TYPES) || dialect == Dialect.PHP;
  }

  /** `f(x) for x in list` */
  private generated(e: Node): Node {
    const lx = this.lx;
    while (!this.atEnd() && !this.isClosing()) { const before = lx.start; this.expression(); if (lx.start == before) lx.next(); }
    return e;
  }

  private isNamed(): bool {
    const lx = this.lx;
    let p = lx.pos;
    while (lx.at(p) <= 32 && p < lx.len) p++;
    const c = lx.at(p), d = lx.at(p + 1);
    if (c == Op.COLON) return d != Op.COLON && d != Op.EQ && (lx.has(Has.COLON_NAMES) || (lx.has(Has.DATA_BRACES) && lx.dialect != Dialect.C && lx.dialect != Dialect.Vim) || lx.dialect == Dialect.Rust);
    if (c != Op.EQ || d == Op.EQ || d == Op.TILDE) return false;
    if (d == Op.GT) return lx.has(Has.SIGILS) && lx.at(lx.start) != 36;
    return lx.has(Has.EQUALS_NAMES) || (lx.has(Has.DATA_BRACES) && lx.dialect != Dialect.Java && lx.dialect != Dialect.Perl && this.open > 0);
  }

  private named(): Node {
    const n = this.node(N.Keyword), lx = this.lx;
    n.sym = lx.sym;
    lx.next();
    lx.next(); // the sign
    n.a = this.isClosing() ? this.unknown() : this.argument();
    if (n.a!.kind == N.Keyword || n.a!.kind == N.Slice) n.a = n.a!.a;
    return this.done(n);
  }

  /** Names that were read as expressions are parameters. */
  protected parametersOf(e: Node, into: Node[]): void {
    if (e.kind == N.Tuple || e.kind == N.List) { for (let i = 0; i < e.list!.length; i++) this.parameterOf(e.list![i], into); return; }
    this.parameterOf(e, into);
  }

  protected parameterOf(e: Node, into: Node[]): void {
    const n = this.nodeAt(N.Param, e);
    let target = e;
    if (e.kind == N.Walrus || e.kind == N.Keyword) { n.b = e.kind == N.Walrus ? e.b : e.a; target = e.kind == N.Walrus ? e.a! : e; }
    if (target.kind == N.Slice) target = target.a!;
    if (target.kind == N.Star && target.a !== null) target = target.a!;
    target = asTarget(target);
    while (target.kind == N.Subscript) target = target.a!;
    if (target.kind == N.Name || target.kind == N.Keyword || target.kind == N.Attr) n.sym = target.sym;
    n.end = e.end;
    into.push(n);
  }

  /** `(a: T = b, T c, …$d)` */
  protected parameters(into: Node[]): void {
    const open = this.open++;
    this.lx.next();
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start;
      this.parameter(into);
      if (this.lx.start == before) this.lx.next();
    }
    this.open = open;
    this.expectOp(Op.RPAR);
  }

  /** The last name before a type or a default is the parameter's. */
  protected parameter(into: Node[]): void {
    const n = this.node(N.Param), lx = this.lx;
    while (!this.atEnd() && !this.isOp(Op.COMMA) && !this.isOp(Op.RPAR) && !this.isOp(Op.PIPE) && !this.isOp(Op.SEMI)) {
      if (lx.kind == T.NAME) { if (lx.role == Role.NONE || lx.role == Role.THIS || n.sym == 0) n.sym = lx.sym; lx.next(); }
      else if (this.isOp(Op.SPREAD)) { n.op = 1; lx.next(); }
      else if (this.isOp(Op.COLON) || this.isOp(IslandOp.SCOPE)) { lx.next(); this.skipType(); }
      else if (this.acceptOp(Op.EQ)) n.b = this.isClosing() ? null : this.expression();
      else if (this.isOp(Op.LPAR) || this.isOp(Op.LSQ) || this.isOp(Op.LBRACE)) this.skipBrackets();
      else if (this.isOp(Op.LT)) { const before = lx.start; this.skipTypes(); if (lx.start == before) lx.next(); }
      else if (this.isClosing() && !this.isOp(Op.COLON)) break;
      else lx.next();
    }
    this.done(n);
    if (n.sym != 0 && lx.roleOf(n.sym) != Role.THIS) into.push(n);
    this.acceptOp(Op.COMMA);
    this.acceptOp(Op.SEMI);
  }
}
