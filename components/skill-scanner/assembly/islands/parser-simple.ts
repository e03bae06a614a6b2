// Statements that hold no others: expressions, assignments, declarations of variables.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { Dialect, Has } from "./dialects";
import { English } from "./parser-english";
import { asTarget, DECLARED } from "./parser-expressions";
import { Role } from "./words";

/** Assign.op: the names are new ones of this function. */
const DECLARES: i32 = 1;

export abstract class SimpleStatements extends English {
  /** Behind `let`, `var`, `my` and their kin. */
  protected declared(out: Node[]): void {
    const lx = this.lx;
    while (lx.kind == T.NAME && (lx.role == Role.DECLARE || lx.role == Role.PREFIX || lx.role == Role.MODIFIER) && !this.isContextual()) lx.next();
    if (lx.kind == T.NAME && lx.role == Role.FUNCTION) return; // local function
    this.simple(out, DECLARES);
  }

  /** An expression, an assignment, or a type with a name behind it. */
  protected simple(out: Node[], declares: i32): void {
    const lx = this.lx;
    let isTyped = declares != 0;
    this.isDeclaring = isTyped;
    let e = this.expression();
    while (lx.kind == T.NAME && !this.lineEnded && lx.has(Has.TYPES) && !this.isBody(e) && this.goesOn()) {
      isTyped = this.isDeclaring = true;
      e = this.expression();
    }
    this.isDeclaring = false;
    if (this.isBody(e) || (isTyped && e.kind == N.Call && this.isOp(Op.LBRACE) && lx.has(Has.TYPES))) { this.typedDefinition(e, out); return; }
    this.restOf(e, out, isTyped ? DECLARES : 0);
  }

  private goesOn(): bool {
    const role = this.lx.role;
    return role == Role.NONE || role == Role.NEW || (role != Role.END && role != Role.ELSE && this.lx.following != Op.LPAR && role != Role.IF && role != Role.FOR && role != Role.WHILE && role != Role.RETURN && role != Role.CATCH && role != Role.FINALLY && role != Role.TRY);
  }

  /** What belongs to the expression that a statement began with. */
  private restOf(first: Node, out: Node[], declares: i32): void {
    const lx = this.lx;
    let e = first;
    if (this.isOp(Op.COLON) && lx.has(Has.COLON_TYPES)) { lx.next(); this.skipType(); if (this.acceptOp(Op.EQ)) e = this.assignedTo(e, this.expression()); }
    if (this.isOp(Op.COMMA) && lx.dialect == Dialect.Lua && e.kind != N.Walrus) e = this.several(e);
    this.push(e, out, declares);
    if (lx.has(Has.TYPES | Has.SIGILS) || lx.dialect == Dialect.Swift) while (this.acceptOp(Op.COMMA)) this.push(this.expression(), out, declares);
    if (lx.kind == T.NAME && lx.role == Role.ELSE && lx.dialect == Dialect.Swift) this.body();
    if (lx.dialect == Dialect.Perl) { while (this.acceptOp(Op.ARROW)) this.push(this.expression(), out, 0); this.modified(out); }
    this.acceptOp(Op.SEMI);
  }

  /** `a, b = c, d` */
  private several(first: Node): Node {
    const l = this.one(first);
    let last = first;
    while (this.acceptOp(Op.COMMA)) {
      last = this.expression();
      if (last.kind == N.Walrus) break;
      l.push(last);
    }
    if (last.kind != N.Walrus) return this.listed(N.Tuple, first, l);
    l.push(last.a!);
    return this.assignedTo(this.listed(N.Tuple, first, l), this.isOp(Op.COMMA) ? this.tupled(last.b!) : last.b!);
  }

  private assignedTo(target: Node, value: Node): Node {
    const n = this.nodeAt(N.Walrus, target);
    n.a = target;
    n.b = value;
    return this.done(n);
  }

  private push(e: Node, out: Node[], declares: i32): void {
    if (e.kind == N.AugAssign) { out.push(e); return; }
    if (e.kind == N.Walrus && e.a!.kind == N.Call && this.lx.dialect == Dialect.Julia) { this.shortDefinition(e, out); return; }
    if (e.kind != N.Walrus || (declares == 0 && e.op != DECLARED && !this.lx.has(Has.OWN_SCOPE))) { out.push(this.expressionStatement(e)); return; }
    const n = this.nodeAt(N.Assign, e);
    n.list = this.pairOf(asTarget(e.a!), e.b!);
    n.op = DECLARES;
    out.push(this.done(n));
  }

  /** Perl's `… if condition` */
  private modified(out: Node[]): void {
    const lx = this.lx;
    while (lx.kind == T.NAME && (lx.role == Role.IF || lx.role == Role.UNLESS || lx.role == Role.WHILE || lx.role == Role.UNTIL || lx.role == Role.FOR)) {
      lx.next();
      const before = lx.start;
      out.push(this.expressionStatement(this.expression()));
      if (lx.start == before) return;
    }
  }

  protected tupled(first: Node): Node {
    const l = this.one(first);
    while (this.acceptOp(Op.COMMA)) l.push(this.expression());
    return this.listed(N.Tuple, first, l);
  }
}
