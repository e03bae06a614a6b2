// Expressions of the languages that are read as islands, lowered to the tree of all languages: whatever joins texts is a sum.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { Dialect, Has } from "./dialects";
import { PIPE } from "./lexer";
import { Postfix } from "./parser-postfix";
import { IslandOp } from "./symbols";
import { Role } from "./words";

/** Of a pipeline; each lies within the next. */
const MAX_STAGES: i32 = 64;

/** Binding powers; 0 is no binary operator. */
const enum P { NONE, OR, AND, COMPARE, SUM, PRODUCT }

export abstract class Expressions extends Postfix {
  protected abstract lambdaOf(first: Node): Node;

  /** `in` belongs to a loop, or to a function's parameters. */
  protected noIn: bool = false;

  protected expression(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.assigned(this.conditional());
    this.depth--;
    return e;
  }

  /** With `? :`, and with functions that are written with an arrow. */
  protected conditional(): Node {
    const first = this.binary(this.unary(), P.OR), lx = this.lx;
    if (lx.kind != T.OP || this.lineEnded) return first;
    if (lx.op == PIPE) return this.piped(first);
    if (this.isArrow()) return this.lambdaOf(first);
    if (lx.op != Op.QUESTION) return first;
    const n = this.nodeAt(N.IfExp, first), open = this.open++;
    lx.next();
    const yes = this.expression();
    this.open = open;
    if (!this.acceptOp(Op.COLON)) return yes;
    const l = this.pairOf(first, yes);
    l.push(this.expression());
    n.list = l;
    return this.done(n);
  }

  /** What stands before it are parameters. */
  private isArrow(): bool {
    const lx = this.lx, op = lx.op;
    if (lx.dialect == Dialect.PHP || lx.dialect == Dialect.Perl || lx.dialect == Dialect.Rust || lx.dialect == Dialect.Swift || lx.dialect == Dialect.C || lx.dialect == Dialect.R) return false;
    return (op == Op.ARROW && !this.inMatch) || (op == IslandOp.ARROW && !this.inMatch);
  }

  /** Arrows stand behind what a value is compared with. */
  protected inMatch: bool = false;

  /** `a |> f(b)` is f(a, b). */
  private piped(first: Node): Node {
    let e = first;
    for (let stages = 0; this.isOp(PIPE); stages++) {
      if (stages == MAX_STAGES) return this.tooDeep();
      this.lx.next();
      const callee = this.unary();
      const l = new Array<Node>();
      l.push(e);
      if (callee.kind == N.Call) for (let i = 0; i < callee.list!.length; i++) l.push(callee.list![i]);
      const n = this.nodeAt(N.Call, e);
      n.a = callee.kind == N.Call ? callee.a : callee;
      n.list = l;
      e = this.done(n);
    }
    return e;
  }

  /** `a = b`, `a += b`, `a <- b` */
  private assigned(target: Node): Node {
    const lx = this.lx;
    if (lx.kind != T.OP || this.lineEnded) return target;
    switch (lx.op) {
      case Op.EQ: case IslandOp.DEFINE: return this.assignment(target);
      case IslandOp.LEFT: case IslandOp.LEFT_OUT: return lx.dialect == Dialect.R ? this.assignment(target) : target;
      case IslandOp.ARROW: {
        if (lx.dialect != Dialect.R) return target;
        lx.next(); // value -> name
        return this.walrus(this.unary(), target);
      }
      default: return isCompound(lx.op) ? this.compound(target) : target;
    }
  }

  private assignment(target: Node): Node {
    this.lx.next();
    const isDeclaring = this.isDeclaring;
    this.isDeclaring = false;
    const value = this.expression();
    this.isDeclaring = isDeclaring;
    const n = this.walrus(asTarget(target), value);
    if (n.a !== target) n.op = DECLARED;
    return n;
  }

  private walrus(target: Node, value: Node): Node {
    const n = this.nodeAt(N.Walrus, target);
    n.a = target;
    n.b = value;
    return this.done(n);
  }

  private compound(target: Node): Node {
    const n = this.nodeAt(N.AugAssign, target), op = this.lx.op;
    this.lx.next();
    n.a = asTarget(target);
    n.b = this.expression();
    n.op = (op & 0xff) == Op.DOT || (op == (Op.STAR | Op.EQ << 8) && this.lx.dialect == Dialect.Julia) ? Op.PLUS | (Op.EQ << 8) : op;
    return this.done(n);
  }

  protected power(): i32 {
    const lx = this.lx;
    if (this.lineEnded && !this.leads()) return P.NONE;
    if (lx.kind == T.NAME) return this.wordPower();
    if (lx.kind != T.OP) return P.NONE;
    switch (lx.op) {
      case Op.OR: case Op.NULLISH: case IslandOp.ELVIS: return P.OR;
      case IslandOp.FLOOR: return lx.dialect == Dialect.Perl ? P.OR : P.PRODUCT;
      case Op.AND: return P.AND;
      case Op.EQEQ: case Op.NE: case Op.LE: case Op.GE: case Op.SAME: case Op.NOT_SAME: case IslandOp.MATCH: case IslandOp.NO_MATCH: case IslandOp.UNLIKE:
      case IslandOp.ORDER: case IslandOp.NE2: case Op.LT: case Op.GT: case Op.SPREAD: case IslandOp.HALF_OPEN: case IslandOp.CLOSED:
        return P.COMPARE;
      case IslandOp.JOIN: return lx.dialect == Dialect.Dart ? P.NONE : lx.has(Has.DOT_JOINS) ? P.SUM : P.COMPARE;
      case Op.DOT: return lx.has(Has.DOT_JOINS) ? P.SUM : P.NONE;
      case Op.PLUS: case Op.MINUS: case Op.CARET: case Op.SHL: case Op.SHR: case Op.AMP: return P.SUM;
      case Op.PIPE: return lx.dialect == Dialect.Vim ? P.NONE : P.SUM;
      case Op.STAR: case Op.SLASH: case Op.PERCENT: case Op.POW: return P.PRODUCT;
      default: return P.NONE;
    }
  }

  /** Operators with which a line may begin that belongs to the one before. */
  private leads(): bool {
    const lx = this.lx;
    if (lx.kind != T.OP) return false;
    return lx.op == Op.AND || lx.op == Op.OR || lx.op == Op.NULLISH || lx.op == IslandOp.ELVIS || lx.op == IslandOp.JOIN;
  }

  private wordPower(): i32 {
    switch (this.lx.role) {
      case Role.OR: return P.OR;
      case Role.AND: return P.AND;
      case Role.TEST: return P.COMPARE;
      case Role.IN: return this.noIn ? P.NONE : P.COMPARE;
      case Role.JOIN: return this.lx.following == Op.EQ ? P.NONE : P.PRODUCT;
      default: return P.NONE;
    }
  }

  protected operator(): i32 {
    const lx = this.lx, op = lx.op, role = lx.role;
    if (lx.kind == T.NAME) {
      lx.next();
      return role == Role.OR ? -K.or_ : role == Role.AND ? -K.and_ : role == Role.IN ? -K.in_ : role == Role.JOIN ? Op.STAR : Op.EQEQ;
    }
    lx.next();
    switch (op) {
      case Op.AND: return -K.and_;
      case Op.OR: case Op.NULLISH: case IslandOp.ELVIS: return -K.or_;
      case IslandOp.FLOOR: return lx.dialect == Dialect.Perl ? -K.or_ : op;
      case Op.DOT: return Op.PLUS;
      case IslandOp.JOIN: if (lx.kind == T.OP && lx.op == Op.EQ) lx.next(); return Op.PLUS; // Vim's ..=
      case Op.STAR: return lx.dialect == Dialect.Julia ? Op.PLUS : op;
      case Op.AMP: return lx.dialect == Dialect.AppleScript ? Op.PLUS : op;
      default: return op;
    }
  }

  protected kindOf(power: i32): i32 { return power <= P.AND ? N.Bool : power == P.COMPARE ? N.Compare : N.Bin; }
  protected isRight(power: i32): bool { return false; }

  protected unary(): Node {
    const lx = this.lx;
    if (lx.kind != T.OP) return this.castOf(this.postfix(this.operand()));
    switch (lx.op) {
      case Op.BANG: case Op.TILDE: case IslandOp.SURE: return this.prefixed(N.Unary, -K.not_);
      case Op.MINUS: case Op.PLUS: return this.prefixed(N.Unary, lx.op);
      case Op.AMP: case Op.STAR: case Op.AND: case Op.INC: case Op.DEC: case IslandOp.LEFT: case Op.CARET: case Op.POW: return this.prefixed(N.Await, 0);
      case IslandOp.JOIN: case Op.SPREAD: case IslandOp.CLOSED: case IslandOp.HALF_OPEN: {
        const n = this.prefixed(N.Star, Op.STAR);
        n.op = Op.STAR;
        return n;
      }
      case Op.LPAR: return this.castOf(this.postfix(this.operand()));
      default: return this.postfix(this.operand());
    }
  }

  /** `(T) value`: where nothing joins two operands, the first one is a type. */
  private castOf(e: Node): Node {
    const lx = this.lx;
    if (!lx.has(Has.TYPES) || lx.at(lx.prevEnd - 1) != Op.RPAR || e.kind == N.Call || lx.nl || this.depth >= MAX_DEPTH) return e;
    const isOperand = lx.kind == T.STRING || lx.kind == T.TEMPLATE || lx.kind == T.NUMBER || (lx.kind == T.NAME && (lx.role == Role.NONE || lx.role == Role.NEW || lx.role == Role.THIS));
    if (!isOperand || (e.kind != N.Name && e.kind != N.Attr && e.kind != N.Subscript && e.kind != N.Bin)) return e;
    this.depth++;
    const value = this.unary();
    this.depth--;
    return value;
  }

  private prefixed(kind: i32, op: i32): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.node(kind);
    n.op = op;
    this.lx.next();
    n.a = this.isClosing() ? this.unknown() : this.unary();
    this.depth--;
    return this.done(n);
  }
}

/** Walrus.op: a type stands before the name. */
export const DECLARED: i32 = 1;

/** `a += b` and its kin, but no comparison. */
function isCompound(op: i32): bool {
  if (op == Op.EQEQ || op == Op.NE || op == Op.LE || op == Op.GE || op == Op.SAME || op == Op.NOT_SAME || op == IslandOp.UNLIKE || op == IslandOp.CLOSED || op == IslandOp.DEFINE) return false;
  return (op >>> 8 == Op.EQ || op >>> 16 == Op.EQ) && op > 0xff;
}

/** Of `char *name` and `Map<K, V> name` only the name is one. */
export function asTarget(e: Node): Node {
  let n = e;
  while ((n.kind == N.Bin || n.kind == N.Compare || n.kind == N.Await) && (n.b !== null || n.a !== null)) n = n.b !== null ? n.b! : n.a!;
  return n;
}
