// Simple statements: declarations, expressions, return and the like.
import { Node, N } from "../ast";
import { listOf } from "../parsing/tree-cursor";
import { Declares } from "./parser-classes";
import { Expressions } from "./parser-expressions";
import { Op, T } from "./tokens";
import { W } from "./words";

export abstract class SimpleStatements extends Expressions {
  /** A `break` here leaves a switch. */
  protected inSwitch: bool = false;

  /** The declaration that begins here as a Declares, or NOTHING. */
  protected declares(): i32 {
    const lx = this.lx;
    if (lx.kind != T.NAME) return Declares.NOTHING;
    switch (lx.sym) {
      case W.var_: return Declares.VAR;
      case W.const_: return Declares.CONST;
      case W.let_: return this.bindingFollows() ? Declares.LET : Declares.NOTHING;
      case W.using_: return lx.wordFollows() ? Declares.CONST : Declares.NOTHING;
      default: return Declares.NOTHING;
    }
  }

  /** `let` is also a name in old scripts. */
  private bindingFollows(): bool {
    const c = this.lx.peek();
    if (c == Op.LSQ || c == Op.LBRACE || c == 95 || c == 36 || c == 92 || c >= 0x80) return true;
    const letter = c | 32;
    return letter >= 97 && letter <= 122;
  }

  /** At `var`, `let`, `const` or `using`: an Assign for each variable. Ends before `of` and `in` in the head of a loop. */
  protected declaration(out: Node[], kind: i32): void {
    this.lx.next();
    do {
      const before = this.lx.start;
      out.push(this.declarator(kind));
      if (this.lx.start == before) break;
    } while (this.acceptOp(Op.COMMA));
  }

  private declarator(kind: i32): Node {
    const target = this.binding();
    const n = this.nodeAt(N.Assign, target), l = listOf(target);
    n.op = kind;
    n.list = l;
    if (this.isOp(Op.BANG)) this.lx.next(); // TypeScript's `let x!: T`
    this.annotation();
    if (this.acceptOp(Op.EQ)) l.push(this.single());
    return this.done(n);
  }

  protected returned(kind: i32): Node {
    const n = this.node(kind), lx = this.lx;
    lx.next();
    const isAlone = lx.nl || this.isOp(Op.SEMI) || this.isOp(Op.RBRACE) || this.atEnd();
    if (!isAlone) {
      const e = this.expression();
      if (kind == N.Raise) n.list = listOf(e);
      else n.a = e;
    } else if (kind == N.Raise) n.list = this.none;
    this.semicolon();
    return this.done(n);
  }

  /** break, continue, debugger, and a lone semicolon. */
  protected wordStatement(): Node {
    const n = this.node(N.Simple);
    if (this.acceptOp(Op.SEMI)) return this.done(n);
    n.sym = this.lx.sym;
    this.lx.next();
    const isLabelled = this.lx.kind == T.NAME && !this.lx.nl;
    if (isLabelled) this.lx.next();
    if (isLabelled || (this.inSwitch && n.sym == W.break_)) n.sym = 0; // it does not leave the innermost loop
    this.semicolon();
    return this.done(n);
  }

  protected parenthesisedCondition(): Node {
    this.expectOp(Op.LPAR);
    const e = this.expression();
    this.expectOp(Op.RPAR);
    return e;
  }

  protected target(kind: i32): Node {
    return kind != Declares.NOTHING ? this.binding() : this.leftHandSide();
  }
}
