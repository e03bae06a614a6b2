// Ruby parser: tolerant, one token of lookahead. Where it cannot read on it goes on with the next line.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH, pair } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { Compounds } from "./parser-compounds";
import { R } from "./words";

/** Modifiers of one statement: each is a level of the tree that `depth` does not count. */
const MOST_MODIFIERS: i32 = 4;

export class RubyParser extends Compounds {
  module(): Node {
    const n = this.node(N.Block);
    this.lx.note(R.it_);
    this.lx.note(R._1_);
    this.lx.next();
    const l = new Array<Node>();
    n.list = l;
    while (!this.atEnd()) {
      const found = this.statements();
      for (let i = 0; i < found.length; i++) l.push(found[i]);
      if (this.atEnd()) break;
      this.fault(); // an `end` or a bracket that closes nothing
      this.lx.next();
    }
    return this.done(n);
  }

  /** Up to what ends them, which is left there. */
  protected statements(): Node[] {
    const out = new Array<Node>();
    while (!this.endsStatements()) {
      if (this.acceptOp(Op.SEMI)) continue;
      const before = this.lx.start, line = this.lx.line;
      this.statement(out);
      this.endStatement();
      if (this.lx.start == before && this.lx.line == line && !this.endsStatements()) {
        this.fault();
        this.lx.next();
      }
    }
    return out;
  }

  private endsStatements(): bool {
    const lx = this.lx;
    if (lx.kind == T.EOF) return true;
    if (lx.kind == T.OP) return lx.op == Op.RPAR || lx.op == Op.RBRACE || lx.op == Op.RSQ;
    if (lx.kind != T.NAME) return false;
    switch (lx.sym) {
      case R.end_: case R.else_: case R.elsif_: case R.when_: case R.in_: case R.rescue_: case R.ensure_: return true;
      default: return false;
    }
  }

  /** A line's end or a semicolon; what stands before it belongs to nothing. */
  private endStatement(): void {
    if (this.acceptOp(Op.SEMI) || this.lx.nl || this.endsStatements()) return;
    this.fault();
    while (!this.lx.nl && !this.isOp(Op.SEMI) && !this.endsStatements()) {
      if (this.lx.kind == T.TEMPLATE) this.template();
      else this.lx.next();
    }
  }

  private statement(out: Node[]): void {
    if (this.depth >= MAX_DEPTH) {
      out.push(this.expressionStatement(this.tooDeep()));
      return;
    }
    this.depth++;
    const first = this.sentence();
    const e = this.isOp(Op.COMMA) && !this.lx.nl && isTarget(first) ? this.severalAssigned(first) : this.listAssigned(first);
    this.modified(out, e);
    this.depth--;
  }

  protected sentence(): Node {
    let left = this.expression();
    while (this.lx.kind == T.NAME && !this.lx.nl && (this.lx.sym == R.and_ || this.lx.sym == R.or_)) {
      const n = this.nodeAt(N.Bool, left);
      n.a = left;
      n.op = -this.lx.sym;
      this.lx.next();
      n.b = this.expression();
      left = this.done(n);
    }
    return left;
  }

  /** `a = 1, 2` */
  private listAssigned(e: Node): Node {
    if (e.kind != N.Walrus || !this.isOp(Op.COMMA) || this.lx.nl) return e;
    const values = listOf(e.b!);
    while (this.acceptOp(Op.COMMA)) values.push(this.expression());
    e.b = this.listed(N.Tuple, values[0], values);
    return this.done(e);
  }

  /** `a, *b = c` */
  private severalAssigned(first: Node): Node {
    const targets = listOf(this.place(first));
    while (this.acceptOp(Op.COMMA)) {
      if (this.isOp(Op.EQ)) break;
      targets.push(this.place(this.target()));
    }
    const target = this.listed(N.Tuple, first, targets);
    if (!this.acceptOp(Op.EQ)) {
      if (!this.isOp(Op.RPAR)) this.fault(); // `a, (b, c) = d`
      return target;
    }
    const values = listOf(this.expression());
    while (this.acceptOp(Op.COMMA)) values.push(this.expression());
    return this.assign(target, values.length == 1 ? values[0] : this.listed(N.Tuple, values[0], values));
  }

  private target(): Node {
    if (!this.isOp(Op.STAR)) return this.operand();
    const n = this.node(N.Star);
    n.op = Op.STAR;
    this.lx.next();
    n.a = this.isClosing() || this.isOp(Op.EQ) ? this.unknown() : this.operand();
    return this.done(n);
  }

  /** `a if b unless c while d`, in a loop, the last one being outermost. */
  private modified(out: Node[], e: Node): void {
    let statement = this.asStatement(e);
    const lx = this.lx;
    for (let count = 0; lx.kind == T.NAME && !lx.nl && count < MOST_MODIFIERS; count++) {
      const word = lx.sym;
      if (word == R.rescue_) {
        lx.next();
        const other = this.asStatement(this.expression());
        const n = this.nodeAt(N.Try, statement);
        n.list = pair(this.block(statement, listOf(statement)), this.block(other, listOf(other)));
        statement = this.done(n);
        continue;
      }
      if (word != R.if_ && word != R.unless_ && word != R.while_ && word != R.until_) break;
      lx.next();
      const test = this.sentence();
      const n = this.nodeAt(word == R.if_ || word == R.unless_ ? N.If : N.While, statement);
      n.list = pair(word == R.unless_ || word == R.until_ ? this.negated(test) : test, this.block(statement, listOf(statement)));
      statement = this.done(n);
    }
    out.push(statement);
  }

  private asStatement(e: Node): Node {
    return e.kind >= N.ExprStmt ? e : this.expressionStatement(e);
  }
}

/** What several values may be assigned to. */
function isTarget(e: Node): bool {
  switch (e.kind) {
    case N.Name: case N.Attr: case N.Subscript: case N.Star: case N.Tuple: return true;
    case N.Call: return e.list!.length == 0;
    default: return false;
  }
}
