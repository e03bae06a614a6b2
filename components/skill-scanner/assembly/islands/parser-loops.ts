// Loops over items, and those that count.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { pair } from "../parsing/tree-cursor";
import { Dialect, Has } from "./dialects";
import { Compounds } from "./parser-compounds";
import { Role } from "./words";

export abstract class Loops extends Compounds {
  /** `for (a; b; c)`, `for x in y`, `foreach (a as b => c)`, `for i = 1, n do` */
  protected forStatement(out: Node[]): void {
    const n = this.node(N.For), lx = this.lx, noIn = this.noIn, noBraces = this.noBraces, open = this.open;
    lx.next();
    while (lx.kind == T.NAME && (lx.role == Role.PREFIX || lx.role == Role.DECLARE || lx.role == Role.MODIFIER || lx.role == Role.CASE)) lx.next();
    this.noIn = this.noBraces = true;
    const hasParenthesis = lx.has(Has.PARENTHESES) && this.isOp(Op.LPAR);
    if (hasParenthesis) { this.open++; lx.next(); }
    let target: Node = this.unknown(), iterable: Node | null = null;
    for (let before = -1; !this.atEnd() && lx.start != before && !this.isOp(Op.RPAR) && !this.isOp(Op.LBRACE); ) {
      before = lx.start;
      while (lx.kind == T.NAME && (lx.role == Role.DECLARE || lx.role == Role.MODIFIER)) lx.next();
      if (this.isOp(Op.SEMI)) { lx.next(); continue; }
      const e = this.expression();
      if (lx.kind == T.NAME && (lx.role == Role.IN || (lx.role == Role.CAST && !lx.has(Has.TYPES)))) iterable = this.looped(e, hasParenthesis);
      else if (this.isOp(Op.COLON) && lx.has(Has.TYPES)) iterable = this.looped(e, hasParenthesis);
      else if (this.isOp(Op.COMMA)) { lx.next(); out.push(this.expressionStatement(e)); continue; }
      else if (lx.dialect == Dialect.Perl && this.isOp(Op.LPAR) && !hasParenthesis) iterable = this.expression();
      else if (hasParenthesis && this.isOp(Op.RPAR)) { if (iterable === null && lx.dialect == Dialect.Perl) iterable = e; else out.push(this.expressionStatement(e)); continue; }
      else { out.push(this.expressionStatement(e)); if (lx.kind == T.NAME && lx.has(Has.TYPES)) before = -1; else if (!hasParenthesis) break; continue; }
      target = e;
      if (!hasParenthesis) break;
    }
    this.noIn = noIn;
    if (hasParenthesis) { while (!this.isOp(Op.RPAR) && !this.atEnd() && !this.isOp(Op.LBRACE)) lx.next(); this.open = open; this.expectOp(Op.RPAR); }
    this.noBraces = noBraces;
    this.accepted(Role.DO);
    const given = this.swapped(target, iterable);
    n.a = target.kind == N.Walrus ? target.a : asLoopTarget(given ? this.foreachTarget : target);
    n.list = pair(given ? target : iterable === null ? this.unknown() : iterable, this.body());
    if (lx.has(Has.END_WORDS)) this.takeEnd();
    out.push(this.done(n));
  }

  private foreachTarget: Node = this.unknown();

  /** PHP's `foreach ($list as $item)` names the list first. */
  private swapped(list: Node, item: Node | null): bool {
    if (this.lx.dialect != Dialect.PHP || item === null) return false;
    this.foreachTarget = item;
    return true;
  }

  private looped(target: Node, hasParenthesis: bool): Node {
    this.lx.next();
    const e = this.expression();
    if (!hasParenthesis || !this.acceptOp(Op.ARROW)) return e;
    return this.expression(); // $key => $value
  }
}

/** A loop over pairs binds the second of them. */
function asLoopTarget(e: Node): Node {
  return e.kind == N.Bin || e.kind == N.Compare || e.kind == N.Await ? (e.b !== null ? e.b! : e.a!) : e;
}
