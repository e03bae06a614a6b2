// Go's expressions, lowered to the tree of all languages: conversions are what they convert, and `&x` is x.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { GoOp } from "./lexer";
import { Postfix } from "./parser-postfix";
import { Kind } from "./parser-types";
import { G, isKeyword } from "./words";

/** Binding powers; 0 is no binary operator. */
const enum P { NONE, OR, AND, COMPARE, SUM, PRODUCT }

/** Await.op of `&x`: whoever is handed it may write to x. */
export const POINTER: i32 = 1;

export abstract class Expressions extends Postfix {
  protected abstract block(): Node;

  protected expression(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.binary(this.unary(), P.OR);
    this.depth--;
    return e;
  }

  protected expressions(): Node[] {
    const l = listOf(this.expression());
    while (this.acceptOp(Op.COMMA)) l.push(this.expression());
    return l;
  }

  protected power(): i32 {
    if (this.lx.kind != T.OP) return P.NONE;
    switch (this.lx.op) {
      case Op.OR: return P.OR;
      case Op.AND: return P.AND;
      case Op.EQEQ: case Op.NE: case Op.LT: case Op.LE: case Op.GT: case Op.GE: return P.COMPARE;
      case Op.PLUS: case Op.MINUS: case Op.PIPE: case Op.CARET: return P.SUM;
      case Op.STAR: case Op.SLASH: case Op.PERCENT: case Op.SHL: case Op.SHR: case Op.AMP: case GoOp.CLEAR: return P.PRODUCT;
      default: return P.NONE;
    }
  }

  protected operator(): i32 {
    const op = this.lx.op;
    this.lx.next();
    return op == Op.AND ? -K.and_ : op == Op.OR ? -K.or_ : op;
  }

  protected kindOf(power: i32): i32 { return power <= P.AND ? N.Bool : power == P.COMPARE ? N.Compare : N.Bin; }
  protected isRight(power: i32): bool { return false; }

  protected unary(): Node {
    if (this.lx.kind != T.OP) return this.postfix(this.operand());
    switch (this.lx.op) {
      case Op.BANG: return this.prefixed(N.Unary, -K.not_);
      case Op.MINUS: case Op.PLUS: return this.prefixed(N.Unary, this.lx.op);
      case Op.CARET: return this.prefixed(N.Unary, Op.TILDE);
      case Op.AMP: return this.prefixed(N.Await, POINTER);
      case Op.STAR: case GoOp.RECEIVE: case Op.TILDE: return this.prefixed(N.Await, 0);
      default: return this.postfix(this.operand());
    }
  }

  private prefixed(kind: i32, op: i32): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.node(kind);
    this.lx.next();
    n.op = op;
    n.a = this.unary();
    this.depth--;
    return this.done(n);
  }

  private operand(): Node {
    const lx = this.lx;
    switch (lx.kind) {
      case T.NUMBER: return this.number();
      case T.STRING: {
        const n = this.node(N.Str);
        n.op = lx.sflags;
        lx.next();
        return this.done(n);
      }
      case T.NAME: return this.word();
      case T.OP:
        if (lx.op == Op.LPAR) return this.parenthesised();
        if (lx.op == Op.LSQ) return this.ofType();
        return this.unreadable();
      default: return this.unreadable();
    }
  }

  private word(): Node {
    switch (this.lx.sym) {
      case G.func_: return this.functionLiteral();
      case G.map_: case G.struct_: case G.interface_: case G.chan_: return this.ofType();
      case G.nil_: return this.constant(K.None_);
      default: return isKeyword(this.lx.sym) ? this.unreadable() : this.nameOrTruth();
    }
  }

  private nameOrTruth(): Node {
    const text = this.lx.names.text[this.lx.sym];
    if (text == "true") return this.constant(K.True_);
    if (text == "false") return this.constant(K.False_);
    return this.nameNode();
  }

  private constant(symbol: i32): Node {
    const n = this.token(N.Const);
    n.sym = symbol;
    return n;
  }

  private parenthesised(): Node {
    const noLiteral = this.noLiteral;
    this.noLiteral = false;
    this.lx.next();
    const e = this.expression();
    this.noLiteral = noLiteral;
    this.expectOp(Op.RPAR);
    return e;
  }

  /** `func(…) … { … }`; without a body it is a type. */
  private functionLiteral(): Node {
    const n = this.node(N.Lambda), parameters = new Array<Node>(), noLiteral = this.noLiteral;
    n.list = parameters;
    this.lx.next();
    this.signature(parameters);
    this.noLiteral = false;
    if (this.isOp(Op.LBRACE)) n.b = this.block();
    else n.kind = N.Error;
    this.noLiteral = noLiteral;
    if (n.kind == N.Error) n.list = null;
    return this.done(n);
  }

  /** A type where an operand stands: of a literal or a conversion; alone it says nothing. */
  private ofType(): Node {
    const first = this.node(N.Error), noLiteral = this.noLiteral;
    this.noLiteral = false;
    this.type();
    this.noLiteral = noLiteral;
    const kind = this.typeKind;
    this.done(first);
    if (this.isOp(Op.LBRACE)) return this.literal(first, kind, null);
    if (!this.isOp(Op.LPAR) || kind == Kind.MAP || kind == Kind.STRUCT) return first;
    return this.parenthesised();
  }
}
