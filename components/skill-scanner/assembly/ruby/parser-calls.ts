// Ruby's calls: arguments with and without parentheses, and blocks, which are functions that the callee is handed.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { RubyOp } from "./lexer";
import { LABEL } from "./lexer-words";
import { Texts } from "./parser-texts";
import { isKeyword, isModifier, R } from "./words";

/** Star.op of `&block`. */
export const BLOCK_PASS: i32 = Op.AMP;

export abstract class Calls extends Texts {
  /** A `do` belongs to an outer statement or call. */
  protected noDo: bool = false;

  protected abstract expression(): Node;
  protected abstract parameters(closing: i32, into: Node[]): void;
  protected abstract bodyOf(first: Node, statements: Node[]): Node;
  protected abstract body(first: Node): Node;

  /** Where a call without parentheses has its first argument: the current token is what stands behind its name. */
  protected argumentFollows(): bool {
    const lx = this.lx;
    if (lx.nl) return false;
    const isApart = lx.spaced && lx.at(lx.end) > Ch.SPACE;
    switch (lx.kind) {
      case T.NUMBER: case T.STRING: case T.TEMPLATE: case LABEL: return lx.spaced;
      case T.NAME: return lx.spaced && (!isModifier(lx.sym) || lx.sym == R.not_);
      case T.OP: break;
      default: return false;
    }
    switch (lx.op) {
      case RubyOp.LAMBDA: return true;
      case Op.LPAR: return lx.spaced;
      case Op.LSQ: return lx.spaced;
      case Op.MINUS: case Op.STAR: case Op.AMP: case Op.POW: case Op.BANG: case Op.TILDE: case RubyOp.SCOPE: return isApart;
      default: return false;
    }
  }

  /** A call of `callee`, with its arguments and its block, when there are any. */
  protected called(callee: Node, isCommand: bool): Node {
    const n = this.nodeAt(N.Call, callee), lx = this.lx;
    n.a = callee;
    n.list = this.none;
    if (this.isOp(Op.LPAR) && !lx.spaced && !lx.nl) n.list = this.parenthesised(Op.RPAR);
    else if (isCommand && this.argumentFollows()) n.list = this.bare();
    this.done(n);
    return this.blocked(n);
  }

  /** From the opening bracket through the closing one. */
  protected parenthesised(closing: i32): Node[] {
    const noDo = this.noDo;
    this.noDo = false;
    this.lx.next();
    const list = this.arguments(closing);
    this.noDo = noDo;
    if (!this.acceptOp(closing)) this.fault();
    return list;
  }

  private bare(): Node[] {
    const noDo = this.noDo;
    this.noDo = true;
    const list = this.arguments(0);
    this.noDo = noDo;
    return list;
  }

  /** Pairs with `=>` are one Dict behind the others. */
  protected arguments(closing: i32): Node[] {
    const list = new Array<Node>(), lx = this.lx;
    let pairs: Node | null = null;
    while (!this.atEnd() && !(closing != 0 && this.isOp(closing))) {
      const before = lx.start, e = this.argument();
      if (this.acceptOp(RubyOp.HASH_ROCKET)) {
        if (pairs === null) pairs = this.listed(N.Dict, e, new Array<Node>());
        pairs.list!.push(e);
        pairs.list!.push(this.expression());
        this.done(pairs);
      } else list.push(e);
      if (this.acceptOp(Op.COMMA)) continue;
      if (closing == 0 || this.isOp(closing)) break;
      if (lx.nl && lx.start > before) continue; // a line's end between them: an error of little weight
      this.fault();
      if (lx.start == before || this.isClosing()) break;
    }
    if (pairs !== null) list.push(pairs);
    return list.length == 0 ? this.none : list;
  }

  private argument(): Node {
    const lx = this.lx;
    if (lx.kind == LABEL) return this.keyword();
    if (lx.kind == T.OP && (lx.op == Op.STAR || lx.op == Op.POW || lx.op == Op.AMP)) return this.spread();
    const e = this.expression();
    if ((e.kind == N.Str || e.kind == N.FStr) && this.isOp(Op.COLON) && !lx.spaced) { // "key": value
      lx.next();
      const l = listOf(e);
      l.push(this.expression());
      return this.listed(N.Dict, e, l);
    }
    return e;
  }

  /** `name: value`; without a value it is the variable of that name. */
  private keyword(): Node {
    const n = this.node(N.Keyword), lx = this.lx, name = this.node(N.Name);
    n.sym = name.sym = lx.sym;
    lx.next();
    this.done(name);
    n.a = this.isClosing() ? name : this.expression();
    return this.done(n);
  }

  private spread(): Node {
    const n = this.node(N.Star);
    n.op = this.lx.op;
    this.lx.next();
    n.a = this.isClosing() ? this.unknown() : this.expression();
    return this.done(n);
  }

  // ---- blocks

  /** `{ |x| … }` or `do |x| … end` behind a call. */
  protected blocked(call: Node): Node {
    const isBrace = this.isOp(Op.LBRACE) && !this.lx.nl;
    if (!isBrace && (this.noDo || !this.isWord(R.do_))) return call;
    const block = this.blockHere(isBrace);
    const list = new Array<Node>();
    for (let i = 0; i < call.list!.length; i++) list.push(call.list![i]);
    list.push(block);
    call.list = list;
    return this.done(call);
  }

  protected blockHere(isBrace: bool): Node {
    const n = this.node(N.Lambda), parameters = new Array<Node>(), noDo = this.noDo;
    n.list = parameters;
    if (this.depth >= MAX_DEPTH) { n.kind = N.Error; n.list = null; this.lx.next(); return this.closed(n, isBrace); }
    this.depth++;
    this.noDo = false;
    this.lx.next();
    if (this.acceptOp(Op.PIPE)) {
      this.parameters(Op.PIPE, parameters);
      if (!this.acceptOp(Op.PIPE)) this.fault();
    } else if (!this.acceptOp(Op.OR)) this.implicit(parameters);
    n.b = isBrace ? this.bodyOf(n, this.statements()) : this.body(n);
    this.noDo = noDo;
    this.depth--;
    return this.closed(n, isBrace);
  }

  private closed(n: Node, isBrace: bool): Node {
    if (isBrace) { if (!this.acceptOp(Op.RBRACE)) this.fault(); }
    else if (!this.acceptWord(R.end_)) this.fault();
    return this.done(n);
  }

  /** `it` and `_1` */
  private implicit(into: Node[]): void {
    const n = this.node(N.Param);
    n.sym = R.it_;
    n.end = n.start;
    n.list = listOf(this.madeName(R._1_, n));
    into.push(n);
  }

  protected isName(): bool { return this.lx.kind == T.NAME && !isKeyword(this.lx.sym); }
}
