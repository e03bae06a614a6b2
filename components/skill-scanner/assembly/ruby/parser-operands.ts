// Ruby's operands, and what stands behind them: members, items, in a loop.
import { Node, N, OCTAL } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { K, SF } from "../python/lexer-tokens";
import { LABEL, RubyOp } from "./lexer";
import { Calls } from "./parser-calls";
import { isKeyword, R } from "./words";

export abstract class Operands extends Calls {
  /** What begins with a keyword and is a value; null when none does. */
  protected abstract compound(): Node | null;

  protected operand(): Node {
    return this.postfix(this.primary());
  }

  private primary(): Node {
    const lx = this.lx;
    switch (lx.kind) {
      case T.NUMBER: {
        const n = this.token(N.Num);
        if (lx.at(n.start) == Ch.ZERO && n.end > n.start + 1 && lx.at(n.start + 1) <= 57) n.op = OCTAL;
        return n;
      }
      case T.STRING: return this.adjacent(this.stringNode());
      case T.TEMPLATE: return this.adjacent(this.template());
      case T.NAME: return this.word();
      case LABEL: return this.labelled();
      case T.OP: return this.symbolic();
      default: return this.unreadable();
    }
  }

  /** Literals side by side are one text. */
  private adjacent(first: Node): Node {
    const lx = this.lx;
    if (lx.nl || lx.kind != T.TEMPLATE || (first.kind != N.Str && first.kind != N.FStr)) return first;
    const parts = listOf(first), n = this.nodeAt(N.FStr, first);
    while (lx.kind == T.TEMPLATE && !lx.nl) parts.push(this.template());
    n.list = parts;
    return this.done(n);
  }

  /** A key where no pair is expected: pairs without braces. */
  private labelled(): Node {
    const n = this.node(N.Dict), l = new Array<Node>();
    n.list = l;
    this.pair(l);
    return this.done(n);
  }

  private word(): Node {
    const lx = this.lx, symbol = lx.sym;
    switch (symbol) {
      case R.nil_: return this.constant(K.None_);
      case R.true_: return this.constant(K.True_);
      case R.false_: return this.constant(K.False_);
      case R.self_: return this.nameNode();
      case R.defined_: return this.prefixWord();
      case R.lambda_: case R.proc_: return this.maker();
      case R.BEGIN_: case R.END_: {
        const call = this.nameNode();
        return this.called(call, false);
      }
      case R.super_: return this.called(this.nameNode(), true);
      case R.yield_: {
        const name = this.nameNode();
        return this.called(name, true);
      }
      default: break;
    }
    if (isKeyword(symbol)) {
      const n = this.compound();
      return n === null ? this.unreadable() : n;
    }
    return this.named();
  }

  /** A variable, a constant, or a method that is called on nothing. */
  private named(): Node {
    const lx = this.lx, first = lx.at(lx.start), symbol = lx.sym;
    if (first == Op.AT) return this.instanceVariable();
    const name = this.nameNode(), isConstant = first >= 65 && first <= 90;
    if (lx.isLocal(symbol) || first == Ch.DOLLAR) return name;
    const hasArguments = this.isOp(Op.LPAR) && !lx.spaced && !lx.nl;
    if (isConstant && !hasArguments && !(lx.kind == T.TEMPLATE && this.argumentFollows())) return name;
    return this.called(name, true);
  }

  /** `@name` is a field of self. */
  private instanceVariable(): Node {
    const lx = this.lx, n = this.node(N.Attr), self = this.node(N.Name);
    self.sym = R.self_;
    self.end = lx.end;
    n.a = self;
    n.op = lx.start;
    n.sym = lx.sym;
    lx.next();
    return this.done(n);
  }

  private constant(symbol: i32): Node {
    const n = this.token(N.Const);
    n.sym = symbol;
    return n;
  }

  private prefixWord(): Node {
    this.lx.next();
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const n = this.node(N.Error);
    n.list = listOf(this.unary());
    this.depth--;
    return this.done(n);
  }

  /** `lambda { |x| … }` and `proc do … end` are the function itself. */
  private maker(): Node {
    const name = this.nameNode();
    if (this.isOp(Op.LBRACE)) return this.blockHere(true);
    if (this.isWord(R.do_) && !this.noDo) return this.blockHere(false);
    return this.lx.isLocal(name.sym) ? name : this.called(name, true);
  }

  private symbolic(): Node {
    switch (this.lx.op) {
      case Op.LPAR: return this.group();
      case Op.LSQ: {
        const first = this.node(N.List);
        return this.listed(N.List, first, this.parenthesised(Op.RSQ));
      }
      case Op.LBRACE: return this.hash();
      case RubyOp.LAMBDA: return this.arrow();
      case RubyOp.SCOPE:
        this.lx.next();
        return this.primary_();
      case RubyOp.RANGE: case Op.SPREAD:
        this.lx.next();
        return this.isClosing() ? this.unknown() : this.nested();
      default: return this.unreadable();
    }
  }

  /** `::Name` */
  private primary_(): Node {
    return this.lx.kind == T.NAME ? this.nameNode() : this.unreadable();
  }

  private nested(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.unary();
    this.depth--;
    return e;
  }

  private group(): Node {
    const n = this.node(N.Error), noDo = this.noDo;
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    this.noDo = false;
    this.lx.next();
    const inside = this.statements();
    this.noDo = noDo;
    this.depth--;
    if (!this.acceptOp(Op.RPAR)) this.fault();
    if (inside.length == 1 && inside[0].kind == N.ExprStmt) return inside[0].a!;
    if (inside.length > 0) return this.listed(N.Block, n, inside);
    return this.done(n);
  }

  private hash(): Node {
    const n = this.node(N.Dict), l = new Array<Node>(), noDo = this.noDo;
    n.list = l;
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    this.noDo = false;
    this.lx.next();
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      const before = this.lx.start;
      this.pair(l);
      if (this.acceptOp(Op.COMMA) || this.isOp(Op.RBRACE)) continue;
      this.fault();
      if (this.lx.start == before || this.isClosing()) break;
    }
    this.noDo = noDo;
    this.depth--;
    if (!this.acceptOp(Op.RBRACE)) this.fault();
    return this.done(n);
  }

  /** `key => value`, `key: value`, `"key": value`, `**more` */
  private pair(into: Node[]): void {
    const lx = this.lx;
    if (this.isOp(Op.POW)) {
      const n = this.node(N.Star);
      n.op = Op.POW;
      lx.next();
      n.a = this.expression();
      into.push(this.done(n));
      return;
    }
    if (lx.kind == LABEL) {
      const key = this.node(N.Str), name = this.node(N.Name);
      key.op = SF.BARE;
      key.end = lx.end;
      name.sym = lx.sym;
      name.end = lx.end;
      lx.next();
      into.push(key);
      into.push(this.isClosing() ? name : this.expression());
      return;
    }
    const key = this.expression();
    into.push(key);
    if (this.acceptOp(RubyOp.HASH_ROCKET) || this.acceptOp(Op.COLON)) { into.push(this.expression()); return; }
    this.fault();
    into.push(this.unknown());
  }

  /** `->(x) { … }` */
  private arrow(): Node {
    const parameters = new Array<Node>();
    this.lx.next();
    if (this.acceptOp(Op.LPAR)) {
      this.parameters(Op.RPAR, parameters);
      if (!this.acceptOp(Op.RPAR)) this.fault();
    } else if (this.isName()) this.parameters(Op.LBRACE, parameters);
    const isBrace = this.isOp(Op.LBRACE);
    if (!isBrace && !this.isWord(R.do_)) return this.unreadable();
    const n = this.blockHere(isBrace);
    if (n.kind == N.Lambda && parameters.length > 0) n.list = parameters;
    return n;
  }

  private postfix(first: Node): Node {
    let e = first;
    const lx = this.lx;
    for (;;) {
      if (lx.kind != T.OP) return e;
      switch (lx.op) {
        case Op.DOT: case RubyOp.SAFE: e = this.member(e); break;
        case RubyOp.SCOPE:
          if (lx.nl) return e;
          e = this.member(e);
          break;
        case Op.LSQ:
          if (lx.spaced || lx.nl) return e;
          e = this.item(e);
          break;
        default: return e;
      }
    }
    return e;
  }

  /** `a.b`, `a.b(c)`, `a.b c`, `a.(c)`, `A::B`: all but a constant is a call. */
  private member(object: Node): Node {
    const lx = this.lx, isScope = lx.op == RubyOp.SCOPE, n = this.nodeAt(N.Attr, object);
    lx.next();
    n.a = object;
    n.line = lx.line;
    n.op = lx.start;
    if (this.isOp(Op.LPAR)) { // a.(b)
      n.sym = R.call_;
      n.end = lx.start;
      lx.spaced = false;
      return this.called(n, false);
    }
    const first = lx.at(lx.start);
    if (lx.kind == T.NAME || lx.kind == LABEL) {
      n.sym = lx.sym;
      if (lx.kind == LABEL) lx.pos = lx.end; // the `:` of a ternary
    } else if (lx.kind == T.TEMPLATE || lx.kind == T.OP) { // a.`, a.+
      if (this.isClosing()) { this.fault(); return object; }
      n.sym = this.lx.names.of("+");
    } else { this.fault(); return object; }
    lx.next();
    this.done(n);
    const isConstant = isScope && first >= 65 && first <= 90;
    if (isConstant && !(this.isOp(Op.LPAR) && !lx.spaced)) return n;
    if (this.isAssigned()) return n;
    return this.called(n, true);
  }

  /** `a.b = c`, `a.b += c`: what stands left of it is a place. */
  private isAssigned(): bool {
    return this.lx.kind == T.OP && assignment(this.lx.op) >= 0;
  }

  private item(object: Node): Node {
    const n = this.nodeAt(N.Subscript, object);
    n.a = object;
    const keys = this.parenthesised(Op.RSQ);
    n.b = keys.length == 1 ? keys[0] : this.listed(N.Tuple, object, keys);
    return this.done(n);
  }
}

/** The operator of an assignment without its `=`, 0 for `=` itself; -1 for what assigns nothing. */
export function assignment(op: i32): i32 {
  switch (op) {
    case Op.EQ: return 0;
    case Op.PLUS | (Op.EQ << 8): case Op.MINUS | (Op.EQ << 8): case Op.STAR | (Op.EQ << 8): case Op.SLASH | (Op.EQ << 8):
    case Op.PERCENT | (Op.EQ << 8): case Op.PIPE | (Op.EQ << 8): case Op.AMP | (Op.EQ << 8): case Op.CARET | (Op.EQ << 8):
      return op & 255;
    case Op.OR | (Op.EQ << 16): case Op.AND | (Op.EQ << 16): case Op.SHL | (Op.EQ << 16): case Op.SHR | (Op.EQ << 16): case Op.POW | (Op.EQ << 16):
      return op & 0xffff;
    default: return -1;
  }
}
