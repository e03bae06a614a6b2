// What stands behind an operand: members, calls, items, casts.
import { Node, N } from "../ast";
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { listOf } from "../parsing/tree-cursor";
import { Dialect, Has } from "./dialects";
import { Operands } from "./parser-operands";
import { IslandOp } from "./symbols";
import { Role } from "./words";

export abstract class Postfix extends Operands {
  /** A brace behind an operand begins a block: of a condition or a loop. */
  protected noBraces: bool = false;

  /** In a loop, so that a million of them need no stack. */
  protected postfix(first: Node): Node {
    const lx = this.lx;
    let e = first;
    for (;;) {
      if (this.lineEnded && !this.continues()) return e;
      if (lx.kind == T.NAME) {
        if (lx.role == Role.CAST && !this.isContextual()) { e = this.cast(e); continue; }
        return e;
      }
      if (lx.kind != T.OP) {
        if (lx.dialect == Dialect.Lua && (lx.kind == T.STRING || lx.kind == T.TEMPLATE) && isCallee(e)) { e = this.callWith(e, this.operand()); continue; }
        return e;
      }
      const next = this.behind(e);
      if (next === null) return e;
      e = next;
    }
    return e;
  }

  /** A line that goes on with a member. */
  private continues(): bool {
    const lx = this.lx;
    return lx.kind == T.OP && (lx.op == Op.DOT || lx.op == IslandOp.SAFE) && classOf(lx.at(lx.pos)) & Cls.LETTER;
  }

  private behind(e: Node): Node | null {
    const lx = this.lx;
    switch (lx.op) {
      case Op.DOT: return this.isJoint() ? null : this.member(e);
      case IslandOp.SAFE: case IslandOp.SCOPE: return this.member(e);
      case IslandOp.ARROW: return lx.has(Has.SIGILS) || lx.dialect == Dialect.C ? this.member(e) : null;
      case IslandOp.SAFE_ARROW: return this.member(e);
      case IslandOp.DOLLAR: case Op.AT: return lx.dialect == Dialect.R ? this.member(e) : null;
      case Op.COLON: return lx.dialect == Dialect.Lua && classOf(lx.at(lx.pos)) & Cls.LETTER ? this.member(e) : null;
      case Op.LPAR: return this.isVariable(e) ? null : this.call(e);
      case Op.LSQ: return lx.spaced && (lx.has(Has.END_WORDS) || lx.dialect == Dialect.Swift) ? null : this.item(e, Op.RSQ);
      case Op.LBRACE: return this.braced(e);
      case Op.LT: return this.generic(e);
      case Op.BANG: case Op.QUESTION: case IslandOp.SURE: case Op.INC: case Op.DEC: return this.marked(e);
      default: return null;
    }
  }

  /** A dot that joins texts: PHP's and Perl's have members behind arrows. */
  private isJoint(): bool {
    const lx = this.lx;
    if (!lx.has(Has.DOT_JOINS) || lx.dialect == Dialect.Lua) return false;
    return lx.dialect != Dialect.Vim || lx.spaced || !(classOf(lx.at(lx.pos)) & Cls.LETTER);
  }

  /** `$x (` is no call in Perl. */
  private isVariable(e: Node): bool {
    return this.lx.dialect == Dialect.Perl && e.kind == N.Name && this.lx.at(e.start) == Ch.DOLLAR;
  }

  private member(object: Node): Node {
    const lx = this.lx;
    lx.next();
    if (lx.kind == T.NAME) {
      const member = this.memberOf(object);
      const isMade = lx.dialect == Dialect.Perl && !this.isOp(Op.LPAR) && lx.names.text[member.sym] == "new"; // A->new
      return isMade ? this.callOf(member, new Array<Node>()) : member;
    }
    if (this.isOp(Op.LT)) { this.skipTypes(); return object; } // a::<T>
    if (this.isOp(Op.LPAR)) return this.call(object);
    if (this.isOp(Op.LSQ)) return this.item(object, Op.RSQ);
    if (this.isOp(Op.LBRACE)) return this.item(object, Op.RBRACE);
    if (this.isOp(Op.STAR) || this.isOp(Op.AT) || this.isOp(IslandOp.DOLLAR)) { lx.next(); return object; } // `use a::*`, `->@*`
    if (lx.kind == T.NUMBER || lx.kind == T.STRING) lx.next(); // tuple.0
    else if (this.isOp(Op.BANG) || this.isOp(IslandOp.SURE)) return this.exclaimed(object);
    return object;
  }

  /** Scala's `"command".!` */
  private exclaimed(object: Node): Node {
    const n = this.nodeAt(N.Attr, object), lx = this.lx;
    n.op = lx.start;
    n.a = object;
    n.sym = lx.names.of("!");
    lx.next();
    this.done(n);
    return this.callOf(n, new Array<Node>());
  }

  protected callOf(callee: Node, list: Node[]): Node {
    const n = this.nodeAt(N.Call, callee);
    n.a = callee;
    n.list = list;
    return this.done(n);
  }

  protected call(callee: Node): Node {
    const n = this.nodeAt(N.Call, callee), noBraces = this.noBraces, isDeclaring = this.isDeclaring;
    this.noBraces = this.isDeclaring = false;
    n.a = callee;
    n.list = this.arguments();
    this.noBraces = noBraces;
    this.isDeclaring = isDeclaring;
    if (this.isOp(Op.LBRACE) && !this.noBraces && !this.lineEnded && this.lx.has(Has.CLOSURES) && !this.isDeclaring) {
      n.list = n.list!.concat(listOf(this.closure()));
    }
    return this.done(n);
  }

  /** A definition may stand here: the brace behind a call is a body. */
  protected isDeclaring: bool = false;

  private callWith(callee: Node, argument: Node): Node {
    return this.callOf(callee, listOf(argument));
  }

  private item(object: Node, closing: i32): Node {
    const n = this.nodeAt(N.Subscript, object), open = this.open++, noBraces = this.noBraces, lx = this.lx;
    this.noBraces = false;
    n.a = object;
    lx.next();
    const isWord = closing == Op.RBRACE && lx.kind == T.NAME && lx.following == Op.RBRACE;
    if (isWord) {
      const key = this.token(N.Str);
      key.op = BARE_WORD;
      n.b = key;
    } else if (this.isOp(closing)) n.b = this.unknown();
    else {
      n.b = this.argument();
      if (n.b!.kind == N.Keyword || n.b!.kind == N.Slice) n.b = n.b!.a;
      while (!this.isOp(closing) && !this.atEnd() && !this.isClosingBrace()) { if (!this.acceptOp(Op.COMMA)) { const before = lx.start; this.expression(); if (lx.start == before) lx.next(); } }
    }
    this.open = open;
    this.noBraces = noBraces;
    this.expectOp(closing);
    return this.done(n);
  }

  private isClosingBrace(): bool { return this.isOp(Op.RBRACE) || this.isOp(Op.RPAR) || this.isOp(Op.SEMI); }

  /** Perl's `$x{key}`, a table for a call, a function handed over behind a call. */
  private braced(e: Node): Node | null {
    const lx = this.lx;
    if (lx.dialect == Dialect.Perl) return lx.spaced || (!this.isVariable(e) && e.kind != N.Subscript) ? null : this.item(e, Op.RBRACE);
    if (this.noBraces) return null;
    if (lx.dialect == Dialect.Lua) return isCallee(e) ? this.callWith(e, this.operand()) : null;
    if (lx.dialect == Dialect.Rust) return isType(lx.at(lastStart(e))) && (e.kind == N.Name || e.kind == N.Attr) ? this.callWith(e, this.fields()) : null;
    if (!lx.has(Has.CLOSURES) || this.isDeclaring || this.lineEnded || (e.kind != N.Name && e.kind != N.Attr)) return null;
    return this.callWith(e, this.closure());
  }

  /** `T { a: b, c }` */
  private fields(): Node { return this.collection(Op.RBRACE, N.List); }

  /** `f<T>(…)`, `T<U> name`, `T<U>::f` */
  private generic(e: Node): Node | null {
    const lx = this.lx;
    if (lx.dialect == Dialect.Lua && this.typesEnd(lx.start) == lx.start + 7) { this.skipTypes(); return e; } // <const>, <close>
    if (lx.has(Has.SIGILS) || lx.has(Has.END_WORDS) || lx.spaced || (e.kind != N.Name && e.kind != N.Attr)) return null;
    const end = this.typesEnd(lx.start);
    if (end < 0) return null;
    let p = end;
    while (lx.at(p) == Ch.SPACE) p++;
    const c = lx.at(p);
    if (c != Op.LPAR && c != Op.DOT && c != Op.COLON && c != Op.RPAR && c != Op.LBRACE && c != Op.LSQ && c != Op.QUESTION && c != Op.AMP && c != Op.STAR && c != Op.SEMI && c != Op.COMMA && c != Op.GT && !(classOf(c) & Cls.LETTER)) return null;
    while (lx.start < end && !this.atEnd()) lx.next();
    return e;
  }

  /** `a!`, `a?`, `a!!`, `a++`; a question mark that a colon belongs to is none of them. */
  private marked(e: Node): Node | null {
    const lx = this.lx;
    if (lx.op == Op.INC || lx.op == Op.DEC) { if (lx.nl) return null; lx.next(); return e; }
    if (lx.op == Op.QUESTION) {
      if (lx.dialect != Dialect.Rust && (lx.dialect != Dialect.Swift || lx.spaced)) return null;
    } else if (lx.dialect == Dialect.Scala) return lx.spaced || e.kind == N.Call || e.kind == N.Str || e.kind == N.FStr ? this.exclaimed(e) : null;
    else if (lx.op == Op.BANG ? lx.dialect != Dialect.Swift || lx.spaced : lx.dialect != Dialect.Kotlin) return null;
    lx.next();
    return e;
  }

  private cast(e: Node): Node {
    this.lx.next();
    if (this.isOp(Op.QUESTION) || this.isOp(Op.BANG)) this.lx.next();
    this.skipType();
    return e;
  }
}

function isCallee(e: Node): bool { return e.kind == N.Name || e.kind == N.Attr || e.kind == N.Call; }

function isType(c: i32): bool { return c >= 65 && c <= 90; }

function lastStart(e: Node): i32 { return e.kind == N.Attr ? e.op : e.start; }

const BARE_WORD: i32 = 64 | 1;
