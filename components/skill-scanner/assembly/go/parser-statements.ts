// Go's statements. `switch` and `select` become conditions, a loop with a counter a condition and its body.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { listOf, MAX_DEPTH, pair } from "../parsing/tree-cursor";
import { K } from "../python/lexer-tokens";
import { GoOp } from "./lexer";
import { Expressions } from "./parser-expressions";
import { G } from "./words";

/** Assign.op: the names are new ones of this function. */
export const DECLARES: i32 = 1;
/** For.op: the target takes the values of a map, not its keys. */
export const VALUES: i32 = 2;

export abstract class Statements extends Expressions {
  protected block(): Node {
    const n = this.node(N.Block), l = new Array<Node>();
    n.list = l;
    this.expectOp(Op.LBRACE);
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) this.next(l);
    this.expectOp(Op.RBRACE);
    return this.done(n);
  }

  private next(out: Node[]): void {
    const before = this.lx.start, line = this.lx.line;
    this.statement(out);
    if (this.lx.start > before || this.lx.line > line || this.atEnd() || this.isOp(Op.RBRACE)) return;
    this.fault();
    this.lx.next();
  }

  protected statement(out: Node[]): void {
    if (this.depth >= MAX_DEPTH) {
      out.push(this.expressionStatement(this.tooDeep()));
      return;
    }
    this.depth++;
    this.statementHere(out);
    this.depth--;
    this.endStatement();
  }

  /** A semicolon, or the brace around; what stands before it belongs to nothing. */
  protected endStatement(): void {
    if (this.acceptOp(Op.SEMI) || this.isOp(Op.RBRACE) || this.atEnd()) return;
    this.fault();
    for (let open = 0; !this.atEnd(); this.lx.next()) {
      if (this.lx.kind != T.OP) continue;
      if (this.lx.op == Op.LBRACE) open++;
      else if (this.lx.op == Op.RBRACE) { if (open-- == 0) return; }
      else if (this.lx.op == Op.SEMI && open == 0) { this.lx.next(); return; }
    }
  }

  private statementHere(out: Node[]): void {
    const lx = this.lx;
    if (this.isOp(Op.LBRACE)) { out.push(this.block()); return; }
    if (this.isOp(Op.SEMI)) return;
    if (lx.kind != T.NAME) { this.simple(out); return; }
    switch (lx.sym) {
      case G.var_: case G.const_: this.group(out, true); return;
      case G.type_: this.group(out, false); return;
      case G.if_: this.ifStatement(out); return;
      case G.for_: this.forStatement(out); return;
      case G.switch_: case G.select_: this.switchStatement(out); return;
      case G.return_: out.push(this.returned()); return;
      case G.go_: case G.defer_:
        lx.next();
        out.push(this.expressionStatement(this.expression()));
        return;
      case G.break_: case G.continue_: out.push(this.jump(lx.sym == G.break_ ? K.break_ : K.continue_)); return;
      case G.goto_: case G.fallthrough_:
        lx.next();
        if (this.atName()) lx.next();
        return;
      default: this.simple(out);
    }
  }

  private jump(word: i32): Node {
    const n = this.token(N.Simple);
    n.sym = word;
    if (this.atName()) {
      n.sym = K.pass_; // it leaves some other statement than the innermost one
      this.lx.next();
    }
    return n;
  }

  private returned(): Node {
    const n = this.node(N.Return);
    this.lx.next();
    if (!this.isOp(Op.SEMI) && !this.isOp(Op.RBRACE)) n.a = this.tupleOf(this.expressions());
    return this.done(n);
  }

  private tupleOf(list: Node[]): Node {
    return list.length == 1 ? list[0] : this.listed(N.Tuple, list[0], list);
  }

  /** An expression, an assignment, a label or a counter's step. */
  private simple(out: Node[]): void {
    const list = this.expressions();
    if (this.lx.kind != T.OP) { this.alone(out, list); return; }
    switch (this.lx.op) {
      case Op.EQ: case GoOp.DEFINE: this.assigned(out, list); return;
      case Op.COLON:
        this.lx.next();
        this.labelled(out);
        return;
      case Op.INC: case Op.DEC: this.stepped(out, list[0]); return;
      case GoOp.RECEIVE: // channel <- value
        this.lx.next();
        list.push(this.expression());
        this.alone(out, list);
        return;
      default: this.compound(out, list);
    }
  }

  /** The statement behind a label says it all. */
  private labelled(out: Node[]): void {
    if (this.isOp(Op.RBRACE)) return;
    if (this.depth >= MAX_DEPTH) { out.push(this.expressionStatement(this.tooDeep())); return; }
    this.depth++;
    this.statementHere(out);
    this.depth--;
  }

  /** One statement, however many there are: nodes that no token stands for would not be bounded by the end of the tree's room. */
  private alone(out: Node[], list: Node[]): void {
    out.push(this.expressionStatement(this.tupleOf(list)));
  }

  private assigned(out: Node[], targets: Node[]): void {
    const declares = this.lx.op == GoOp.DEFINE ? DECLARES : 0;
    this.lx.next();
    if (this.isWord(G.range_)) { this.ranged(out, targets, declares); return; }
    this.assign(out, this.tupleOf(targets), this.tupleOf(this.expressions()), declares);
  }

  private assign(out: Node[], target: Node, value: Node, declares: i32): void {
    const n = this.listed(N.Assign, target, pair(target, value));
    n.op = declares;
    out.push(n);
  }

  private stepped(out: Node[], target: Node): void {
    const n = this.nodeAt(N.AugAssign, target), one = this.node(N.Error);
    n.a = target;
    n.op = Op.PLUS | (Op.EQ << 8);
    n.b = one;
    this.lx.next();
    this.done(one);
    out.push(this.done(n));
  }

  /** `a += b` */
  private compound(out: Node[], list: Node[]): void {
    const op = this.lx.op, isShort = op >>> 8 == Op.EQ;
    if (!isShort && op >>> 16 != Op.EQ) { this.alone(out, list); return; }
    const n = this.nodeAt(N.AugAssign, list[0]);
    n.a = list[0];
    n.op = op;
    this.lx.next();
    n.b = this.expression();
    out.push(this.done(n));
  }

  /** `var`, `const` and `type`, alone or several in parentheses. */
  private group(out: Node[], isValue: bool): void {
    this.lx.next();
    if (!this.acceptOp(Op.LPAR)) { this.specification(out, isValue); return; }
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start;
      this.specification(out, isValue);
      if (!this.acceptOp(Op.SEMI) && !this.isOp(Op.RPAR)) {
        this.fault();
        if (this.lx.start == before) this.lx.next();
      }
    }
    this.expectOp(Op.RPAR);
  }

  private specification(out: Node[], isValue: bool): void {
    if (!this.atName()) { this.fault(); return; }
    if (isValue) this.variables(out);
    else this.typeDeclaration();
  }

  /** `type T = U`, `type T[P any] struct { … }` */
  private typeDeclaration(): void {
    this.lx.next();
    if (this.isOp(Op.LSQ) && this.lx.at(this.lx.pos) != Op.RSQ) this.typeParameters();
    this.acceptOp(Op.EQ);
    if (!this.isOp(Op.SEMI)) this.type();
  }

  /** `[T any, U A | B]`; `[4]byte` looks alike. */
  protected typeParameters(): void {
    this.lx.next();
    for (let open = 1; open > 0 && !this.atEnd(); this.lx.next()) {
      if (this.isOp(Op.LSQ)) open++;
      else if (this.isOp(Op.RSQ)) open--;
    }
  }

  /** `a, b T = c, d`; without a value it is what the type makes. */
  private variables(out: Node[]): void {
    const names = listOf(this.nameNode());
    while (this.acceptOp(Op.COMMA)) {
      if (!this.atName()) { this.fault(); break; }
      names.push(this.nameNode());
    }
    this.typeName = null;
    if (!this.isOp(Op.EQ) && !this.isOp(Op.SEMI) && !this.isOp(Op.RPAR)) this.type();
    const name = this.typeName;
    if (this.acceptOp(Op.EQ)) this.assign(out, this.tupleOf(names), this.tupleOf(this.expressions()), DECLARES);
    else if (name !== null && name.kind == N.Attr) for (let i = 0; i < names.length; i++) this.assign(out, names[i], this.made(name), DECLARES);
  }

  /** `var buffer bytes.Buffer` */
  private made(type: Node): Node {
    const n = this.nodeAt(N.Call, type);
    n.a = type;
    n.list = this.none;
    n.end = type.end;
    return n;
  }

  // ---- compound statements

  /** `init; condition {`: the init goes before the statement. Null without a condition. */
  private head(out: Node[]): Node | null {
    const noLiteral = this.noLiteral, from = out.length;
    this.noLiteral = true;
    if (!this.isOp(Op.SEMI) && !this.isOp(Op.LBRACE)) this.simple(out);
    if (this.acceptOp(Op.SEMI)) {
      if (!this.isOp(Op.LBRACE)) this.simple(out);
      else out.push(this.expressionStatement(this.unknown()));
    }
    this.noLiteral = noLiteral;
    if (out.length == from) return null;
    const last = out[out.length - 1];
    if (last.kind == N.ExprStmt) { out.pop(); return last.a; }
    return last.kind == N.Assign ? last.list![last.list!.length - 1] : null; // `switch x := y.(type) {`
  }

  private ifStatement(out: Node[]): void {
    const n = this.node(N.If), l = new Array<Node>();
    n.list = l;
    let goesOn = true;
    while (goesOn) {
      this.lx.next();
      const condition = this.head(out);
      l.push(condition === null ? this.unknown() : condition);
      l.push(this.block());
      const isElse = this.acceptWord(G.else_);
      goesOn = isElse && this.isWord(G.if_);
      if (isElse && !goesOn) l.push(this.block());
    }
    out.push(this.done(n));
  }

  private forStatement(out: Node[]): void {
    const start = this.lx.start, line = this.lx.line, noLiteral = this.noLiteral;
    this.lx.next();
    this.noLiteral = true;
    let condition: Node | null = null;
    const step = new Array<Node>();
    if (this.isWord(G.range_)) this.ranged(step, new Array<Node>(), 0);
    else if (!this.isOp(Op.LBRACE)) {
      if (!this.isOp(Op.SEMI)) this.simple(step);
      if (step.length == 1 && step[0].kind == N.For) {} // `for x := range y`
      else if (!this.isOp(Op.SEMI)) condition = step.length > 0 ? step.pop().a : null;
      else condition = this.counted(out, step);
    }
    this.noLiteral = noLiteral;
    const body = this.block();
    if (step.length == 1 && step[0].kind == N.For) {
      step[0].list![1] = body;
      step[0].start = start;
      out.push(this.done(step[0]));
      return;
    }
    for (let i = 0; i < step.length; i++) body.list!.push(step[i]);
    const n = this.nodeFrom(N.While, start, line);
    n.list = pair(condition === null ? this.unknown() : condition, body);
    out.push(this.done(n));
  }

  /** `init; condition; step`: what `step` holds is the init so far. */
  private counted(out: Node[], step: Node[]): Node | null {
    for (let i = 0; i < step.length; i++) out.push(step[i]);
    step.length = 0;
    this.lx.next();
    let condition: Node | null = null;
    if (!this.isOp(Op.SEMI)) condition = this.expression();
    if (this.acceptOp(Op.SEMI) && !this.isOp(Op.LBRACE)) this.simple(step);
    return condition;
  }

  /** `a, b := range c`: a For whose body is still to come. */
  private ranged(out: Node[], targets: Node[], declares: i32): void {
    this.lx.next();
    const iterable = this.expression();
    const n = this.nodeAt(N.For, iterable);
    const hasValue = targets.length > 1;
    n.a = targets.length == 0 ? this.unknown() : targets[hasValue ? 1 : 0];
    n.op = declares << 2 | (hasValue ? VALUES : 0);
    n.list = pair(iterable, this.listed(N.Block, iterable, new Array<Node>()));
    out.push(this.done(n));
  }

  /** A chain of conditions; of `select` nothing is known of them. */
  private switchStatement(out: Node[]): void {
    const n = this.node(N.If), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    const tag = this.head(out);
    let otherwise: Node | null = null;
    this.expectOp(Op.LBRACE);
    while (this.isWord(G.case_) || this.isWord(G.default_)) {
      const isDefault = this.isWord(G.default_);
      this.lx.next();
      const body = this.node(N.Block), statements = new Array<Node>();
      body.list = statements;
      let condition: Node | null = null;
      if (!isDefault) condition = this.caseOf(tag, statements);
      this.expectOp(Op.COLON);
      while (!this.isOp(Op.RBRACE) && !this.isWord(G.case_) && !this.isWord(G.default_) && !this.atEnd()) this.next(statements);
      this.done(body);
      if (isDefault) { otherwise = body; continue; }
      l.push(condition === null ? this.unknown() : condition);
      l.push(body);
    }
    if (otherwise !== null) l.push(otherwise);
    if (!this.isOp(Op.RBRACE)) this.skipRest();
    this.expectOp(Op.RBRACE);
    out.push(this.done(n));
  }

  /** What is no case, up to the brace that closes the statement. */
  private skipRest(): void {
    this.fault();
    for (let open = 0; !this.atEnd(); this.lx.next()) {
      if (this.isOp(Op.LBRACE)) open++;
      else if (this.isOp(Op.RBRACE) && open-- == 0) return;
    }
  }

  /** Types are no values; what a channel gives is bound in the body. */
  private caseOf(tag: Node | null, body: Node[]): Node | null {
    const from = body.length, outer = this.noLiteral;
    this.noLiteral = false;
    let condition: Node | null = null;
    do {
      if (this.isWord(G.func_) || this.isWord(G.map_) || this.isWord(G.chan_) || this.isWord(G.interface_) || this.isWord(G.struct_)) { this.type(); continue; }
      const e = this.expression();
      condition = condition === null ? e : this.eitherOf(condition, e);
    } while (this.acceptOp(Op.COMMA));
    this.noLiteral = outer;
    if (condition !== null && this.lx.kind == T.OP && (this.isOp(Op.EQ) || this.isOp(GoOp.DEFINE) || this.isOp(GoOp.RECEIVE))) {
      const isSent = this.isOp(GoOp.RECEIVE), declares = this.isOp(GoOp.DEFINE) ? DECLARES : 0;
      this.lx.next();
      const value = this.expression();
      if (isSent) body.push(this.expressionStatement(value));
      else this.assign(body, condition.kind == N.Bool ? condition.a! : condition, value, declares);
      return null;
    }
    if (condition === null || tag === null || body.length > from || condition.kind == N.Bool) return condition;
    const n = this.nodeAt(N.Compare, tag);
    n.a = tag;
    n.op = Op.EQEQ;
    n.b = condition;
    return this.done(n);
  }

  private eitherOf(a: Node, b: Node): Node {
    const n = this.nodeAt(N.Bool, a);
    n.a = a;
    n.op = -K.or_;
    n.b = b;
    return this.done(n);
  }
}
