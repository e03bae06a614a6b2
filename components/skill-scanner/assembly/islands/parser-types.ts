// Types and what only they need: they are stepped over.
import { Node, N } from "../ast";
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { Has } from "./dialects";
import { Texts } from "./parser-texts";
import { IslandOp } from "./symbols";
import { Role } from "./words";

/** Bytes between `<` and `>` that are looked at. */
const LONGEST_TYPES: i32 = 160;

export abstract class Types extends Texts {
  /** How many parentheses and brackets are open: in them a line's end is a blank. */
  protected open: i32 = 0;

  /** A line has ended, and with it the statement. */
  protected get lineEnded(): bool { return this.lx.nl && this.open == 0 && this.lx.has(Has.LINES); }

  /** Position behind the types between `<` and `>`, when that is what stands at p; else -1. */
  protected typesEnd(p: i32): i32 {
    const lx = this.lx;
    let open = 0;
    for (let q = p; q < p + LONGEST_TYPES && q < lx.len; q++) {
      const c = lx.at(q);
      if (c == Op.LT) open++;
      else if (c == Op.GT) {
        if (lx.at(q - 1) == Ch.MINUS || lx.at(q - 1) == Op.EQ) continue;
        if (--open == 0) { lx.steps += (q - p) >> 3; return q + 1; }
      } else if (!(classOf(c) & Cls.WORD) && !isOfTypes(c)) break;
    }
    lx.steps += LONGEST_TYPES >> 5;
    return -1;
  }

  /** `<T, U>` in a place where only types stand. */
  protected skipTypes(): void {
    const end = this.typesEnd(this.lx.start);
    if (end < 0) return;
    while (this.lx.start < end && !this.atEnd()) this.lx.next();
  }

  /** A type behind a colon or an arrow. */
  protected skipType(): void {
    const lx = this.lx;
    for (let isFirst = true; !this.atEnd(); isFirst = false) {
      if (!isFirst && this.lineEnded) return;
      if (lx.kind == T.NAME) {
        const role = lx.role;
        if (!isFirst && (role == Role.WATER || role == Role.MODIFIER || role == Role.IN || role == Role.AND || role == Role.OR)) return;
        lx.next();
        continue;
      }
      if (lx.kind == T.STRING || lx.kind == T.NUMBER) { lx.next(); continue; }
      if (lx.kind != T.OP) return;
      switch (lx.op) {
        case Op.LT: { const before = lx.start; this.skipTypes(); if (lx.start == before) return; break; }
        case Op.LPAR: case Op.LSQ: this.skipBrackets(); break;
        case Op.DOT: case IslandOp.SCOPE: case Op.AMP: case Op.STAR: case Op.QUESTION: case Op.BANG: case Op.PLUS: case IslandOp.ARROW: case Ch.SQUOTE: case Op.AT:
          lx.next();
          break;
        default: return;
      }
    }
  }

  /** From an opening bracket through the one that closes it. */
  protected skipBrackets(): void {
    const lx = this.lx;
    let open = 0;
    do {
      if (lx.kind == T.OP) {
        if (lx.op == Op.LPAR || lx.op == Op.LSQ || lx.op == Op.LBRACE) open++;
        else if (lx.op == Op.RPAR || lx.op == Op.RSQ || lx.op == Op.RBRACE) open--;
      }
      lx.next();
    } while (open > 0 && !this.atEnd());
  }

  /** At a NAME: `a`, `a.b`; null when there is none. */
  protected dottedName(): Node | null {
    const lx = this.lx;
    if (lx.kind != T.NAME) return null;
    let name = this.nameNode();
    while (lx.kind == T.OP && (lx.op == Op.DOT || lx.op == IslandOp.SCOPE || lx.op == IslandOp.BACKSLASH)) {
      lx.next();
      if (lx.kind != T.NAME) break;
      name = this.memberOf(name);
    }
    return name;
  }

  /** At a NAME that is a member of `object`. */
  protected memberOf(object: Node): Node {
    const lx = this.lx, n = this.nodeAt(N.Attr, object);
    n.line = lx.line;
    n.op = lx.start;
    n.a = object;
    n.sym = lx.sym;
    lx.next();
    return this.done(n);
  }
}

function isOfTypes(c: i32): bool {
  switch (c) {
    case Ch.SPACE: case Op.COMMA: case Op.DOT: case Op.QUESTION: case Op.AMP: case Op.STAR: case Op.LSQ: case Op.RSQ: case Op.COLON: case Ch.SQUOTE:
    case Ch.MINUS: case Op.EQ: case Op.LPAR: case Op.RPAR: case Ch.LF: case Op.AT: case Op.PLUS: case Op.BANG:
      return true;
    default: return false;
  }
}
