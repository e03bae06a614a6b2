// The parser of the languages that are read as islands: what begins with no known word is an expression, and what stands
// behind it another one.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { Dialect, Has } from "./dialects";
import { SimpleStatements } from "./parser-simple";
import { IslandOp } from "./symbols";
import { Role } from "./words";

/** What stands before the `=` of a declaration is shorter. */
const LONGEST_DECLARATION: i32 = 200;

export class IslandParser extends SimpleStatements {
  /** Functions first: they may be called before they stand there. */
  module(): Node {
    const n = this.node(N.Block), rest = new Array<Node>();
    this.lx.next();
    while (!this.atEnd()) {
      const before = this.lx.start;
      this.statement(rest);
      if (this.lx.start == before && !this.atEnd()) { this.fault(); this.lx.next(); }
    }
    n.list = this.functions.concat(rest);
    return this.done(n);
  }

  protected statement(out: Node[]): void {
    const lx = this.lx, before = lx.start, nodes = this.nodes;
    if (this.depth >= MAX_DEPTH) { out.push(this.expressionStatement(this.tooDeep())); lx.next(); return; }
    this.depth++;
    this.statementHere(out);
    this.depth--;
    if (lx.start == before && !this.atEnd()) {
      if (!this.isOp(Op.RBRACE) && !(lx.kind == T.NAME && lx.role == Role.END)) { this.fault(); lx.next(); }
      else if (this.nodes == nodes) this.acceptOp(Op.SEMI);
    }
  }

  private statementHere(out: Node[]): void {
    const lx = this.lx;
    if (lx.kind == T.OP) {
      if (lx.op == Op.SEMI || lx.op == Op.COMMA) { lx.next(); return; }
      if (lx.op == Op.LBRACE && !lx.has(Has.END_WORDS)) { out.push(this.block()); return; }
      if (this.annotation()) return;
    }
    if (lx.dialect == Dialect.Vim && this.command(out)) return;
    if (lx.dialect == Dialect.AppleScript && this.phrase(out)) return;
    if (lx.kind != T.NAME || !this.known(out)) this.simple(out, 0);
  }

  /** A statement that a word begins; false when it is an expression. */
  private known(out: Node[]): bool {
    const lx = this.lx, isParenthesis = lx.following == Op.LPAR;
    switch (lx.role) {
      case Role.IF: case Role.UNLESS: this.ifStatement(out); return true;
      case Role.WHILE: case Role.UNTIL: this.whileStatement(out); return true;
      case Role.FOR: this.forStatement(out); return true;
      case Role.SWITCH: if (lx.following == Op.DOT || lx.following == Op.EQ) return false; this.switchStatement(out); return true;
      case Role.TRY: this.tryStatement(out); return true;
      case Role.DO: case Role.LOOP: case Role.BEGIN: return this.doStatement(out);
      case Role.RETURN: out.push(this.returned()); return true;
      case Role.JUMP: this.jump(out); return true;
      case Role.ELSE: case Role.ELIF: case Role.CATCH: case Role.FINALLY:
        lx.next();
        if (this.isOp(Op.LPAR)) this.skipBrackets();
        return true;
      case Role.THEN: case Role.END: lx.next(); return true;
      case Role.CASE: case Role.DEFAULT: return this.label();
      case Role.FUNCTION: {
        if (isParenthesis ? lx.dialect != Dialect.Swift : !isNameStart(lx.following)) return false;
        this.functionDefinition(out);
        return true;
      }
      case Role.TYPE: if (!isNameStart(lx.following) && lx.following != Op.LBRACE && lx.following != Op.LT) return false; return this.typed(out);
      case Role.IMPORT: return this.importing(out);
      case Role.DECLARE: if (this.isContextual() && !isParenthesis) return false; lx.next(); this.declared(out); return true;
      case Role.MODIFIER: if (!isNameStart(lx.following) && lx.following != Op.LBRACE && lx.following != Op.AT) return false; lx.next(); return true;
      case Role.WATER: if (!isNameStart(lx.following)) return false; lx.next(); this.skipRest(); return true;
      default: return false;
    }
  }

  /** `struct name *f(…)` is a type that stands before a name. */
  private typed(out: Node[]): bool {
    if (this.lx.dialect == Dialect.C && !this.opensType()) { this.lx.next(); return true; }
    this.typeDefinition(out);
    return true;
  }

  private opensType(): bool {
    const lx = this.lx;
    let p = lx.pos;
    for (let i = 0; i < 80 && p < lx.len; i++, p++) {
      const c = lx.at(p);
      if (c == Op.LBRACE || c == Op.COLON) return true;
      if (c == Op.SEMI || c == Op.LPAR || c == Op.RPAR || c == Op.EQ || c == Op.STAR || c == Op.COMMA) return false;
    }
    return false;
  }

  /** C#'s `using` also holds what is put away at the end. */
  private importing(out: Node[]): bool {
    const lx = this.lx, following = lx.following;
    if (following == Op.LPAR || following == Op.EQ || following == Op.DOT) { if (lx.dialect != Dialect.CSharp || following != Op.LPAR) return false; lx.next(); this.condition(out); return true; }
    if (lx.dialect == Dialect.CSharp && this.declaresInside()) { lx.next(); return true; }
    this.imported(out);
    return true;
  }

  /** `using var x = …`, `using T x = …` */
  private declaresInside(): bool {
    const lx = this.lx;
    let names = 0, p = lx.pos;
    for (const end = min(lx.len, p + LONGEST_DECLARATION); p < end && lx.at(p) != Op.SEMI && lx.at(p) != 10; p++) {
      if (lx.at(p) == Op.EQ) return names > 1;
      if (lx.at(p) > 32 && lx.at(p - 1) <= 32) names++;
    }
    return false;
  }

  /** `case a:` outside of what chooses, `default:` */
  private label(): bool {
    const lx = this.lx;
    if (lx.following == Op.DOT || lx.following == Op.EQ || lx.following == Op.LPAR && lx.role == Role.DEFAULT) return false;
    lx.next();
    while (!this.isOp(Op.COLON) && !this.isOp(Op.SEMI) && !this.isOp(Op.RBRACE) && !this.isOp(Op.ARROW) && !this.isOp(IslandOp.ARROW) && !lx.nl && !this.atEnd()) lx.next();
    if (this.isOp(Op.COLON) || this.isOp(Op.ARROW) || this.isOp(IslandOp.ARROW)) lx.next();
    return true;
  }

  private doStatement(out: Node[]): bool {
    const lx = this.lx, following = lx.following;
    if (!lx.has(Has.END_WORDS) && following != Op.LBRACE) return false;
    lx.next();
    out.push(this.body());
    if (lx.has(Has.END_WORDS)) this.takeEnd();
    if (lx.kind == T.NAME && (lx.role == Role.WHILE || lx.role == Role.UNTIL)) { lx.next(); out.push(this.expressionStatement(this.condition(out))); }
    else if (lx.kind == T.NAME && lx.role == Role.CATCH) this.tryRest(out);
    return true;
  }

  /** Swift's `do { … } catch { … }` */
  private tryRest(out: Node[]): void {
    while (this.lx.kind == T.NAME && this.lx.role == Role.CATCH) {
      this.lx.next();
      while (!this.isOp(Op.LBRACE) && !this.atEnd() && !this.lx.nl) this.lx.next();
      out.push(this.body());
    }
  }

  private returned(): Node {
    const n = this.node(N.Return), lx = this.lx;
    lx.next();
    if (!this.isClosing() && !this.lineEnded && !(lx.kind == T.NAME && (lx.role == Role.END || lx.role == Role.IF || lx.role == Role.UNLESS) && lx.dialect != Dialect.Rust && lx.dialect != Dialect.Kotlin)) {
      const e = this.expression();
      n.a = this.isOp(Op.COMMA) && lx.dialect == Dialect.Lua ? this.tupled(e) : e;
    }
    return this.done(n);
  }

  private jump(out: Node[]): void {
    const n = this.token(N.Simple);
    n.sym = K.pass_;
    if (this.lx.kind == T.NAME && this.lx.role == Role.NONE && !this.lx.nl) this.lx.next();
    out.push(n);
  }
}

function isNameStart(c: i32): bool { return (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c == 95 || c >= 0x80 || c == 36 || c == 96 || c == Op.BANG || c == Op.AMP; }
