// Choices among patterns: `switch`, `match`, `when`.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { pair } from "../parsing/tree-cursor";
import { Dialect, Has } from "./dialects";
import { Loops } from "./parser-loops";
import { IslandOp } from "./symbols";
import { Role } from "./words";

export abstract class Choices extends Loops {
  /** All that may be chosen is looked at. */
  protected switchStatement(out: Node[]): void {
    const lx = this.lx, subject = this.node(N.Assign), l = new Array<Node>();
    lx.next();
    const value = this.isOp(Op.LBRACE) ? this.unknown() : this.condition(out);
    const name = this.madeName(this.subject, value);
    subject.list = pair(name, value);
    out.push(this.done(subject));
    if (!this.isOp(Op.LBRACE)) { this.fault(); return; }
    lx.next();
    const open = this.open, inMatch = this.inMatch, noBraces = this.noBraces;
    this.open = 0;
    this.noBraces = false;
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      this.inMatch = true;
      this.arm(l, name);
    }
    this.open = open;
    this.inMatch = inMatch;
    this.noBraces = noBraces;
    this.expectOp(Op.RBRACE);
    for (let i = 0; i < l.length; i++) out.push(l[i]);
  }

  private readonly subject: i32 = this.lx.names.of(":subject");

  /** `case a:`, `a => b,`, `a -> b`, or a statement of the case before. */
  private arm(out: Node[], subject: Node): void {
    const lx = this.lx, before = lx.start;
    const isCase = lx.kind == T.NAME && (lx.role == Role.CASE || lx.role == Role.DEFAULT || lx.role == Role.ELSE) && !(lx.role == Role.DEFAULT && lx.following == Op.DOT);
    if (isCase) lx.next();
    else if (lx.has(Has.TYPES) || lx.dialect == Dialect.Swift) { this.inMatch = false; this.statement(out); return; }
    while (!this.atEnd() && !this.isOp(Op.COLON) && !this.isOp(Op.ARROW) && !this.isOp(IslandOp.ARROW) && !this.isOp(Op.RBRACE)) {
      const at = lx.start;
      if (lx.kind == T.NAME && (lx.role == Role.IF || lx.role == Role.DECLARE || lx.role == Role.IN || lx.role == Role.TEST || lx.role == Role.WATER)) lx.next();
      const pattern = this.expression();
      if (pattern.kind == N.Call && pattern.list!.length == 1 && pattern.list![0].kind == N.Name) this.taken(out, pattern.list![0], subject);
      if (!this.acceptOp(Op.COMMA) && !this.acceptOp(Op.PIPE) && lx.start == at) lx.next();
    }
    if (!this.isOp(Op.RBRACE)) lx.next();
    this.inMatch = false;
    if (isCase && (lx.has(Has.TYPES) || lx.dialect == Dialect.Swift)) return;
    if (!this.isOp(Op.RBRACE) && !this.atEnd()) this.statement(out);
    this.acceptOp(Op.COMMA);
    if (lx.start == before && !this.atEnd()) lx.next();
  }

  private taken(out: Node[], name: Node, subject: Node): void {
    const n = this.nodeAt(N.Assign, name);
    n.list = pair(name, subject);
    n.op = 1;
    out.push(this.done(n));
  }
}
