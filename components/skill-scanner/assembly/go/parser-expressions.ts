// Go's expressions, lowered to the tree of all languages: conversions are what they convert, `&x` is x, and a literal of a
// type is a list, a map or a call of the type.
import { Node, N, OCTAL } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { GoOp } from "./lexer";
import { Kind, Types } from "./parser-types";
import { G, isKeyword } from "./words";

/** Binding powers; 0 is no binary operator. */
const enum P { NONE, OR, AND, COMPARE, SUM, PRODUCT }

/** Await.op of `&x`: whoever is handed it may write to x. */
export const POINTER: i32 = 1;

export abstract class Expressions extends Types {
  /** In the head of a statement a brace begins its block. */
  protected noLiteral: bool = false;

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
      case T.NUMBER: {
        const n = this.token(N.Num);
        if (lx.at(n.start) == Ch.ZERO && n.end > n.start + 1 && lx.at(n.start + 1) <= 57) n.op = OCTAL;
        return n;
      }
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

  /** What stands behind an operand, in a loop, so that a million of them need no stack. */
  private postfix(first: Node): Node {
    let e = first;
    for (;;) {
      if (this.lx.kind != T.OP) return e;
      switch (this.lx.op) {
        case Op.DOT: e = this.dotted(e); break;
        case Op.LPAR: e = this.call(e); break;
        case Op.LSQ: e = this.item(e); break;
        case Op.LBRACE:
          if (this.noLiteral || !isTypeName(e)) return e;
          e = this.literal(e, Kind.NAMED, e);
          break;
        default: return e;
      }
    }
    return e;
  }

  /** `a.b`; `a.(T)` is a. */
  private dotted(object: Node): Node {
    if (this.lx.at(this.lx.pos) != Op.LPAR) return this.member(object);
    this.lx.next();
    this.lx.next();
    if (!this.acceptType()) this.type();
    this.expectOp(Op.RPAR);
    return object;
  }

  private acceptType(): bool {
    return this.acceptWord(G.type_);
  }

  private call(callee: Node): Node {
    const n = this.nodeAt(N.Call, callee), noLiteral = this.noLiteral;
    n.a = callee;
    n.list = this.none;
    this.noLiteral = false;
    this.lx.next();
    if (!this.isOp(Op.RPAR)) n.list = this.arguments();
    this.noLiteral = noLiteral;
    this.expectOp(Op.RPAR);
    return this.done(n);
  }

  private arguments(): Node[] {
    const l = new Array<Node>();
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start, e = this.expression();
      l.push(this.isOp(Op.SPREAD) ? this.spread(e) : e);
      if (this.acceptOp(Op.COMMA) || this.isOp(Op.RPAR)) continue;
      this.fault();
      if (this.lx.start == before || this.isClosing()) break;
    }
    return l;
  }

  /** `list...` */
  private spread(e: Node): Node {
    const n = this.nodeAt(N.Star, e);
    n.op = Op.STAR;
    n.a = e;
    this.lx.next();
    return this.done(n);
  }

  /** `a[b]`, `a[b:c]`, and the types that a generic function is given. */
  private item(object: Node): Node {
    const n = this.nodeAt(N.Subscript, object), noLiteral = this.noLiteral;
    n.a = object;
    this.noLiteral = false;
    this.lx.next();
    n.b = this.isOp(Op.COLON) ? this.slice(null) : this.index();
    this.noLiteral = noLiteral;
    this.expectOp(Op.RSQ);
    return this.done(n);
  }

  private index(): Node {
    const first = this.expression();
    if (this.isOp(Op.COLON)) return this.slice(first);
    while (this.acceptOp(Op.COMMA)) this.expression();
    return first;
  }

  private slice(low: Node | null): Node {
    const n = low === null ? this.node(N.Slice) : this.nodeAt(N.Slice, low);
    n.a = low;
    for (n.op = 0; this.isOp(Op.COLON) && n.op < 3; ) {
      n.op++;
      this.lx.next();
      if (this.isOp(Op.COLON) || this.isOp(Op.RSQ)) continue;
      if (n.list === null) n.list = listOf(this.expression());
      else n.list!.push(this.expression());
    }
    return this.done(n);
  }

  /** `{ elements }` of a type. Elements that are braces alone have the type that the outer one says. */
  private literal(first: Node, kind: i32, name: Node | null): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const elements = new Array<Node>(), noLiteral = this.noLiteral;
    let isKeyed = kind == Kind.MAP;
    this.noLiteral = false;
    this.lx.next();
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      const before = this.lx.start, key = this.element();
      if (this.acceptOp(Op.COLON)) {
        isKeyed = true;
        this.keyed(elements, key, this.element(), kind, name !== null);
      } else elements.push(key);
      if (this.acceptOp(Op.COMMA)) continue;
      if (this.acceptOp(Op.SEMI) || this.isOp(Op.RBRACE)) continue;
      this.fault();
      if (this.lx.start == before || this.isClosing()) break;
    }
    this.noLiteral = noLiteral;
    this.expectOp(Op.RBRACE);
    this.depth--;
    if (name !== null) return this.callOf(name, elements);
    if (kind == Kind.BYTES) return this.callOf(this.madeName(G.bytes_, first), listOf(this.listed(N.List, first, elements)));
    return this.listed(isKeyed && kind != Kind.LIST ? N.Dict : N.List, first, elements);
  }

  private element(): Node {
    return this.isOp(Op.LBRACE) ? this.literal(this.node(N.Error), Kind.OTHER, null) : this.expression();
  }

  /** Of a struct a key is the name of a field; in a list it is an index. */
  private keyed(into: Node[], key: Node, value: Node, kind: i32, isStruct: bool): void {
    if (kind == Kind.LIST || kind == Kind.BYTES) { into.push(value); return; }
    if (!isStruct) {
      into.push(kind == Kind.MAP || key.kind != N.Name ? key : this.fieldText(key));
      into.push(value);
      return;
    }
    if (key.kind == N.Name) {
      const n = this.nodeAt(N.Keyword, key);
      n.sym = key.sym;
      n.a = value;
      into.push(this.done(n));
    } else into.push(this.listed(N.List, key, pairOf(key, value)));
  }

  private fieldText(key: Node): Node {
    const n = this.nodeAt(N.Str, key);
    n.op = BARE;
    n.end = key.end;
    return n;
  }

  private callOf(callee: Node, list: Node[]): Node {
    const n = this.nodeAt(N.Call, callee);
    n.a = callee;
    n.list = list;
    return this.done(n);
  }
}

/** SF.BARE */
const BARE: i32 = 64;

function pairOf(a: Node, b: Node): Node[] {
  const l = listOf(a);
  l.push(b);
  return l;
}

/** `T` and `a.T` may have a literal behind them. */
function isTypeName(e: Node): bool {
  return e.kind == N.Name || (e.kind == N.Attr && e.a!.kind == N.Name) || (e.kind == N.Subscript && isTypeName(e.a!));
}
