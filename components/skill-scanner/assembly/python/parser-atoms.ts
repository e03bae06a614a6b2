// Names, literals and everything in brackets.
import { Node, N } from "../ast";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { K, Op, T } from "./lexer";
import { Strings } from "./parser-strings";

export abstract class Atoms extends Strings {
  /** After goesOn(): whether the last thing before the closing bracket was a comma. */
  protected commaLast: bool = false;

  protected abstract expr(): Node;
  protected abstract namedExpr(): Node;
  protected abstract starExpr(): Node;
  protected abstract unary(): Node;
  protected abstract condition(): Node;
  protected abstract target(): Node;
  protected abstract targetList(): Node;

  protected atom(): Node {
    const lx = this.lx;
    switch (lx.kind) {
      case T.NAME: return lx.sym > K.LAST_KW ? this.nameNode() : this.keywordAtom();
      case T.NUMBER: {
        const n = this.node(N.Num);
        lx.next();
        return this.done(n);
      }
      case T.STRING: case T.FSTRING: return this.strings();
      case T.OP: return this.operatorAtom();
      default: return this.unreadableAtom(lx.kind == T.ERR);
    }
  }

  private keywordAtom(): Node {
    const sym = this.lx.sym;
    if (sym >= K.None_) {
      const n = this.node(N.Const);
      n.sym = sym;
      this.lx.next();
      return this.done(n);
    }
    if (sym == K.lambda_ || sym == K.yield_) return this.expr();
    if (sym == K.await_ || sym == K.not_) return this.unary();
    // `if`, `for` and the like may belong to what this operand is missing from
    return this.unreadableAtom(sym <= K.global_ || this.startsExpr());
  }

  private operatorAtom(): Node {
    const lx = this.lx;
    switch (lx.op) {
      case Op.LPAR: return this.paren();
      case Op.LSQ: return this.listOrComp();
      case Op.LBRACE: return this.brace();
      case Op.ELLIPSIS: {
        const n = this.node(N.Const);
        lx.next();
        return this.done(n);
      }
      case Op.BACKTICK: { // Python 2's repr
        this.fault();
        lx.next();
        const e = this.expr();
        this.acceptOp(Op.BACKTICK);
        return e;
      }
      case Op.STAR: case Op.POW: return this.strayStar();
      default: return this.unreadableAtom(this.startsExpr());
    }
  }

  private strayStar(): Node {
    this.fault();
    const n = this.node(N.Star);
    n.op = this.lx.op;
    this.lx.next();
    if (this.startsExpr() && !this.isOp(Op.STAR) && !this.isOp(Op.POW)) n.a = this.target();
    return this.done(n);
  }

  private unreadableAtom(taken: bool): Node {
    this.fault();
    const n = this.node(N.Error);
    if (taken) this.lx.next();
    return this.done(n);
  }

  private paren(): Node {
    const start = this.lx.start, line = this.lx.line;
    this.lx.next();
    if (this.acceptOp(Op.RPAR)) return this.empty(N.Tuple, start, line);
    const first = this.element(Op.LPAR);
    const only = this.atComp() ? this.comp(first, null, Op.LPAR) : first;
    if (only.kind != N.Alias && this.acceptOp(Op.RPAR)) return only;
    return this.elements(this.nodeFrom(N.Tuple, start, line), only, Op.RPAR, Op.LPAR);
  }

  private empty(kind: i32, start: i32, line: i32): Node {
    const n = this.nodeFrom(kind, start, line);
    n.list = this.none;
    return this.done(n);
  }

  private listOrComp(): Node {
    const start = this.lx.start, line = this.lx.line;
    this.lx.next();
    if (this.acceptOp(Op.RSQ)) return this.empty(N.List, start, line);
    let first = this.element(Op.LSQ);
    if (this.atComp()) {
      first = this.comp(first, null, Op.LSQ);
      if (this.acceptOp(Op.RSQ)) return this.done(first);
    }
    return this.elements(this.nodeFrom(N.List, start, line), first, Op.RSQ, Op.LSQ);
  }

  /** The elements after the first, and the closing bracket. */
  private elements(n: Node, first: Node, close: i32, open: i32): Node {
    const l = listOf(first);
    n.list = l;
    let before = first.start;
    while (this.goesOn(close, before)) {
      before = this.lx.start;
      l.push(this.element(open));
    }
    return this.done(n);
  }

  /** An element of a display. `as` belongs to `with (a as b, c as d):`. */
  private element(open: i32): Node {
    const e = this.starExpr();
    if (open != Op.LPAR || !this.acceptWord(K.as_)) return e;
    const n = this.nodeAt(N.Alias, e);
    n.a = e;
    n.b = this.target();
    return this.done(n);
  }

  /**
   * After an element: takes the comma, or the closing bracket and returns false. Moves forward whatever stands there,
   * or gives up at the line's end.
   */
  protected goesOn(close: i32, before: i32): bool {
    this.commaLast = false;
    if (this.acceptOp(close)) return false;
    const lx = this.lx;
    if (this.acceptOp(Op.COMMA)) this.commaLast = true;
    else {
      this.fault();
      if (!this.atLineEnd() && (lx.start == before || !this.startsExpr())) lx.next();
    }
    if (this.acceptOp(close)) return false;
    if (!this.atLineEnd()) return true;
    this.fault();
    return false;
  }

  private brace(): Node {
    const n = this.node(N.Dict);
    this.lx.next();
    if (this.acceptOp(Op.RBRACE)) return this.empty(N.Dict, n.start, n.line);
    const l = new Array<Node>();
    n.list = l;
    let before = this.lx.start;
    const first = this.entry(n, l);
    if (this.atComp()) {
      const comp = this.comp(first, l.length > 1 ? l[1] : null, Op.LBRACE);
      if (this.acceptOp(Op.RBRACE)) return this.done(comp);
      l.push(comp);
    }
    while (this.goesOn(Op.RBRACE, before)) {
      before = this.lx.start;
      this.entry(n, l);
    }
    return this.done(n);
  }

  /** Adds a key with its value, or an element; returns the key. */
  private entry(n: Node, l: Node[]): Node {
    const key = this.starExpr();
    l.push(key);
    if (this.acceptOp(Op.COLON)) l.push(this.expr());
    else if (key.kind != N.Star || key.op == Op.STAR) n.kind = N.Set;
    return key;
  }

  @inline protected atComp(): bool { return this.isWord(K.for_) || this.isWord(K.async_); }

  /** The element when no `for` follows: a Comp has one. */
  protected comp(element: Node, value: Node | null, open: i32): Node {
    if (this.depth >= MAX_DEPTH) return this.cutComp(element, value);
    this.depth++;
    const n = this.nodeAt(N.Comp, element);
    n.a = element;
    n.b = value;
    n.op = open;
    const l = new Array<Node>();
    n.list = l;
    while (this.clause(l)) {}
    this.depth--;
    return l.length > 0 ? this.done(n) : element;
  }

  private cutComp(element: Node, value: Node | null): Node {
    const n = this.tooDeep();
    n.list!.push(element);
    if (value !== null) n.list!.push(value);
    return n;
  }

  private clause(l: Node[]): bool {
    const isAsync = this.acceptWord(K.async_);
    if (this.isWord(K.for_)) l.push(this.compFor());
    else if (isAsync) this.fault();
    else if (l.length > 0 && this.acceptWord(K.if_)) l.push(this.condition());
    else return false;
    return true;
  }

  private compFor(): Node {
    const n = this.node(N.For);
    this.lx.next();
    n.a = this.targetList();
    this.expectWord(K.in_);
    n.b = this.condition();
    return this.done(n);
  }
}
