// Ruby's operands in brackets: groups, hashes, functions.
import { Node, N } from "../ast";
import { Op } from "../javascript/tokens";
import { MAX_DEPTH } from "../parsing/tree-cursor";
import { SF } from "../python/lexer-tokens";
import { RubyOp } from "./lexer";
import { LABEL } from "./lexer-words";
import { Postfix } from "./parser-postfix";
import { R } from "./words";

export abstract class Groups extends Postfix {
  /** A key where no pair is expected: pairs without braces. */
  protected labelled(): Node {
    const n = this.node(N.Dict), l = new Array<Node>();
    n.list = l;
    this.pair(l);
    return this.done(n);
  }

  protected nested(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.unary();
    this.depth--;
    return e;
  }

  protected group(): Node {
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

  protected hash(): Node {
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
  protected pair(into: Node[]): void {
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
  protected arrow(): Node {
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
}
