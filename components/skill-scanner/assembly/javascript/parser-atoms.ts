// Operands: names, literals, everything in brackets, functions and classes.
import { Node, N } from "../ast";
import { K } from "../python/lexer";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { Syntax } from "./parser-cursor";
import { Func } from "./parser-functions";
import { Jsx } from "./parser-jsx";
import { Op, T } from "./tokens";
import { isReserved, W } from "./words";

export abstract class Atoms extends Jsx {
  protected abstract newExpression(): Node;
  protected abstract unary(): Node;

  protected atom(): Node {
    const lx = this.lx;
    switch (lx.kind) {
      case T.NAME: return isReserved(lx.sym) ? this.reservedAtom() : this.isWord(W.async_) ? this.asyncAtom() : this.nameNode();
      case T.PRIVATE: return this.nameNode(); // `#x in object`
      case T.NUMBER: return this.token(N.Num);
      case T.STRING: return this.stringNode();
      case T.TEMPLATE: return this.template(false);
      case T.OP: return this.operatorAtom();
      default: return this.unreadableAtom(true);
    }
  }

  private reservedAtom(): Node {
    switch (this.lx.sym) {
      case W.this_: case W.super_: case W.import_: return this.nameNode();
      case W.null_: return this.constant(K.None_);
      case W.true_: return this.constant(K.True_);
      case W.false_: return this.constant(K.False_);
      case W.function_: return this.functionExpression(0);
      case W.class_: return this.classAt(null);
      case W.new_: return this.newExpression();
      case W.in_: case W.instanceof_: case W.else_: case W.case_: case W.default_: return this.unreadableAtom(false);
      default: return this.unreadableAtom(true);
    }
  }

  private constant(sym: i32): Node {
    const n = this.token(N.Const);
    n.sym = sym;
    return n;
  }

  private functionExpression(flags: i32): Node {
    const start = this.lx.start, line = this.lx.line;
    const f = this.functionAt(flags, false);
    if (f !== null) return f;
    this.fault();
    const n = this.nodeFrom(N.Error, start, line);
    return this.done(n);
  }

  /** `async` may begin a function, or be a name. */
  private asyncAtom(): Node {
    const lx = this.lx;
    if (lx.nextIs("function")) {
      lx.next();
      return this.functionExpression(Func.ASYNC);
    }
    const name = this.nameNode();
    if (lx.nl) return name;
    if (this.atIdentifier() && (!this.isWord(W.of_) || lx.peek() == Op.EQ)) return this.asyncArrow(name);
    if (this.isOp(Op.LT)) this.typeArguments();
    return this.isOp(Op.LPAR) ? this.asyncCall(name) : name;
  }

  /** `async x => ...` */
  private asyncArrow(name: Node): Node {
    const parameter = this.nameNode();
    if (this.isOp(Op.ARROW)) return this.arrow(this.asParameters(listOf(parameter)), name, Func.ASYNC);
    this.fault();
    return parameter;
  }

  /** `async (...) => ...`, or a call of something named async. */
  private asyncCall(name: Node): Node {
    const elements = new Array<Node>();
    const isTyped = this.parenthesised(elements);
    if (this.arrowFollows(isTyped)) return this.arrow(this.asParameters(elements), name, Func.ASYNC);
    const n = this.nodeAt(N.Call, name);
    n.a = name;
    n.list = elements;
    return this.done(n);
  }

  private operatorAtom(): Node {
    switch (this.lx.op) {
      case Op.LPAR: return this.paren();
      case Op.LSQ: return this.array();
      case Op.LBRACE: return this.object();
      case Op.LT: return this.angle();
      case Op.AT: return this.decoratedClass();
      case Op.SLASH: case Op.SLASH | (Op.EQ << 8):
        this.lx.regex();
        return this.token(N.Regex);
      case Op.RPAR: case Op.RSQ: case Op.RBRACE: case Op.COMMA: case Op.SEMI: case Op.COLON: return this.unreadableAtom(false);
      default: return this.unreadableAtom(true);
    }
  }

  private unreadableAtom(taken: bool): Node {
    this.fault();
    const n = this.node(N.Error);
    if (taken && !this.atEnd()) this.lx.next();
    return this.done(n);
  }

  private decoratedClass(): Node {
    const decorators = this.memberDecorators();
    if (this.isWord(W.class_)) return this.classAt(decorators);
    const n = this.unreadableAtom(false);
    n.list = decorators;
    return n;
  }

  /** Parameters of an arrow function, or an expression in parentheses. */
  private paren(): Node {
    const start = this.lx.start, line = this.lx.line, elements = new Array<Node>();
    const isTyped = this.parenthesised(elements);
    if (this.arrowFollows(isTyped)) {
      return this.arrow(this.asParameters(elements), this.nodeFrom(N.Tuple, start, line), 0);
    }
    if (isTyped || elements.length == 0) this.fault();
    if (elements.length == 1) return elements[0];
    const n = elements.length > 0 ? this.nodeAt(N.Sequence, elements[0]) : this.nodeFrom(N.Sequence, start, line);
    n.list = elements;
    return this.done(n);
  }

  /** From `(` through `)`. Whether what is inside can only be parameters. */
  private parenthesised(elements: Node[]): bool {
    const noIn = this.noIn, colonEnds = this.colonEnds, isTyped = this.isTyped;
    this.noIn = this.colonEnds = this.isTyped = false;
    this.lx.next();
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start;
      elements.push(this.element());
      if (!this.goesOn(Op.RPAR, before)) break;
    }
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    const found = this.isTyped;
    this.isTyped = isTyped;
    if (!this.acceptOp(Op.RPAR)) this.fault();
    this.bareArrow = null;
    return found;
  }

  /** Behind parentheses: whether `=>` follows, which may have a type before it. */
  private arrowFollows(isTyped: bool): bool {
    const isAnnotated = (isTyped || !this.colonEnds) && this.annotation();
    if (this.isOp(Op.ARROW) && !this.lx.nl) return true;
    if (isAnnotated) this.fault();
    return false;
  }

  /** JSX; in TypeScript also `<T>(x: T) => x` and `<T>x`. */
  private angle(): Node {
    const lx = this.lx;
    if (this.syntax & Syntax.TYPES && (!(this.syntax & Syntax.JSX) || this.atTypeParameters())) {
      const start = lx.start, line = lx.line;
      this.typeList();
      if (!this.isOp(Op.LPAR)) return this.asserted();
      const e = this.paren();
      if (e.kind == N.Lambda) { e.start = start; e.line = line; }
      return e;
    }
    return this.syntax & Syntax.JSX ? this.jsx() : this.unreadableAtom(true);
  }

  /** The operand of `<T>x`. */
  private asserted(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.unary();
    this.depth--;
    return e;
  }

  /** In TSX: `<T,>` and `<T extends U>` begin a function. */
  private atTypeParameters(): bool {
    const lx = this.lx;
    let p = lx.end;
    const from = p;
    while (isSpaceOrWord(lx.at(p))) p++;
    lx.steps += (p - from) >> 5;
    if (lx.at(p) == Op.COMMA) return true;
    const text = "extends ";
    for (let q = from; q < p && q < from + 64; q++) {
      let i = 0;
      while (i < 8 && lx.at(q + i) == text.charCodeAt(i)) i++;
      if (i == 8) return true;
    }
    return false;
  }

  protected decorator(): Node {
    const n = this.node(N.Decorator);
    this.lx.next();
    if (this.depth >= MAX_DEPTH) n.a = this.tooDeep();
    else {
      this.depth++;
      n.a = this.leftHandSide();
      this.depth--;
    }
    return this.done(n);
  }

  /** What is called, with a call's arguments still to come. */
  protected call(callee: Node, form: i32): Node {
    const n = this.nodeAt(N.Call, callee);
    n.a = callee;
    n.op = form;
    n.list = this.arguments();
    return this.done(n);
  }

  private arguments(): Node[] {
    const noIn = this.noIn, colonEnds = this.colonEnds;
    this.lx.next();
    if (this.acceptOp(Op.RPAR)) return this.none;
    const l = new Array<Node>();
    this.noIn = this.colonEnds = false;
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start;
      l.push(this.isOp(Op.SPREAD) ? this.spread() : this.single());
      if (!this.goesOn(Op.RPAR, before)) break;
    }
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    if (!this.acceptOp(Op.RPAR)) this.fault();
    return l;
  }
}

function isSpaceOrWord(c: i32): bool {
  return c == 32 || c == 95 || c == 36 || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}
