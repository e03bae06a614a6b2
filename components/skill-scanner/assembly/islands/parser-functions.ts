// Functions of the languages that are read as islands: with a name, without one, and what they are handed.
import { Node, N } from "../ast";
import { Cls, Op, T, classOf } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { Dialect, Has } from "./dialects";
import { Arguments } from "./parser-arguments";
import { IslandOp } from "./symbols";
import { Role } from "./words";

export abstract class Functions extends Arguments {
  protected abstract block(): Node;
  protected abstract bodyUntilEnd(): Node;
  protected abstract statement(out: Node[]): void;
  /** How many functions are around. */
  protected inside: i32 = 0;

  /** `(a, b) => …`, `a -> …`: at the arrow. */
  protected lambdaOf(first: Node): Node {
    const n = this.nodeAt(N.Lambda, first), l = new Array<Node>(), inMatch = this.inMatch;
    this.parametersOf(first, l);
    n.list = l;
    this.lx.next();
    this.inMatch = false;
    if (this.isOp(Op.LBRACE)) n.b = this.valued(this.functionBlock());
    else n.a = this.isClosing() ? this.unknown() : this.expression();
    this.inMatch = inMatch;
    return this.done(n);
  }

  /** `{ a, b -> … }`, `{ a in … }`, `{ … }` */
  protected closure(): Node {
    const n = this.node(N.Lambda), l = new Array<Node>(), body = this.node(N.Block), statements = new Array<Node>(), lx = this.lx;
    const open = this.open, noBraces = this.noBraces, isDeclaring = this.isDeclaring, inMatch = this.inMatch;
    this.open = 0;
    this.noBraces = this.isDeclaring = this.inMatch = false;
    n.list = l;
    n.b = body;
    body.list = statements;
    this.inside++;
    lx.next();
    if (this.depth >= MAX_DEPTH) statements.push(this.expressionStatement(this.tooDeep()));
    else {
      this.depth++;
      this.header(l);
      while (!this.isOp(Op.RBRACE) && !this.atEnd()) this.statement(statements);
      this.depth--;
    }
    this.inside--;
    this.open = open;
    this.noBraces = noBraces;
    this.isDeclaring = isDeclaring;
    this.inMatch = inMatch;
    this.expectOp(Op.RBRACE);
    this.done(body);
    this.valued(body);
    return this.done(n);
  }

  /** Parameters, when an arrow or `in` is behind them; else what is first is a statement. */
  private header(parameters: Node[]): void {
    const lx = this.lx;
    if (lx.dialect != Dialect.Perl && this.hasHeader()) {
      while (!this.isArrowHere() && !this.atEnd() && !this.isOp(Op.RBRACE)) {
        if (lx.kind == T.NAME && lx.role != Role.CASE) {
          const n = this.node(N.Param);
          n.sym = lx.sym;
          lx.next();
          parameters.push(this.done(n));
          if (this.acceptOp(Op.COLON)) this.skipType();
        } else lx.next();
      }
      if (this.isArrowHere()) lx.next();
      return;
    }
    const n = this.node(N.Param);
    n.sym = lx.names.of(lx.dialect == Dialect.Swift ? "$0" : lx.dialect == Dialect.Perl ? "$_" : "it");
    n.end = n.start;
    parameters.push(n);
  }

  private isArrowHere(): bool {
    return this.isOp(IslandOp.ARROW) || this.isOp(Op.ARROW) || (this.lx.kind == T.NAME && this.lx.role == Role.IN);
  }

  /** An arrow or `in` stands on the first line, behind nothing but names. */
  private hasHeader(): bool {
    const lx = this.lx;
    let p = lx.start;
    for (const end = min(p + 120, lx.len); p < end; p++) {
      const c = lx.at(p), d = lx.at(p + 1);
      if ((c == 45 || c == 61) && d == Op.GT) return lx.dialect != Dialect.Swift;
      if (c == 105 && d == 110 && lx.at(p + 2) <= 32 && lx.at(p - 1) == 32) return lx.dialect == Dialect.Swift; // in
      if (!(classOf(c) & Cls.WORD) && c != 32 && c != Op.COMMA && c != Op.LPAR && c != Op.RPAR && c != Op.COLON && c != Op.DOT && c != Op.QUESTION && c != Op.LT && c != Op.GT && c != Op.LSQ && c != Op.RSQ && c != 10) break;
    }
    lx.steps += 4;
    return false;
  }

  /** `function (a) { … }`, `sub { … }`, `|a| b`, `fn($a) => b`, `\(x) y` */
  protected functionLiteral(): Node {
    const lx = this.lx, n = this.node(N.Lambda), l = new Array<Node>();
    const isBars = lx.kind == T.OP;
    n.list = l;
    if (isBars && lx.op != IslandOp.BACKSLASH) this.barred(l);
    else {
      lx.next();
      this.acceptOp(Op.AMP);
      if (lx.kind == T.NAME && lx.role == Role.NONE) lx.next();
      if (this.isOp(Op.LPAR)) this.parameters(l);
      this.captured();
    }
    if (lx.dialect == Dialect.Perl) this.givenList(l, n);
    if (this.isOp(IslandOp.ARROW) || this.isOp(Op.COLON)) { lx.next(); this.skipType(); }
    if (this.acceptOp(Op.ARROW) || (!this.isOp(Op.LBRACE) && !lx.has(Has.END_WORDS))) n.a = this.depth < MAX_DEPTH && !this.isClosing() ? this.expression() : this.unknown();
    else n.b = this.valued(lx.has(Has.END_WORDS) ? this.bodyUntilEnd() : this.functionBlock());
    return this.done(n);
  }

  /** PHP's `use ($a, &$b)` */
  private captured(): void {
    if (this.lx.kind != T.NAME || this.lx.role != Role.IMPORT) return;
    this.lx.next();
    if (this.isOp(Op.LPAR)) this.skipBrackets();
  }

  /** Perl's functions are given a list: `@_`. */
  protected givenList(into: Node[], first: Node): void {
    const n = this.nodeAt(N.Param, first);
    n.sym = this.lx.names.of("$_");
    n.op = 1;
    n.end = n.start;
    into.push(n);
  }

  private barred(into: Node[]): void {
    if (this.acceptOp(Op.OR)) return;
    this.lx.next();
    while (!this.isOp(Op.PIPE) && !this.atEnd()) {
      const before = this.lx.start;
      this.parameter(into);
      if (this.lx.start == before) this.lx.next();
    }
    this.expectOp(Op.PIPE);
  }

  protected functionBlock(): Node {
    const open = this.open, noBraces = this.noBraces, isDeclaring = this.isDeclaring, inMatch = this.inMatch;
    this.open = 0;
    this.noBraces = this.isDeclaring = this.inMatch = false;
    this.inside++;
    const body = this.block();
    this.inside--;
    this.open = open;
    this.noBraces = noBraces;
    this.isDeclaring = isDeclaring;
    this.inMatch = inMatch;
    return body;
  }

  /** The last expression is what is returned, where the language has it so. */
  protected valued(body: Node): Node {
    const l = body.list;
    if (l === null || l.length == 0 || !this.lx.has(Has.LAST_VALUE | Has.CLOSURES)) return body;
    const last = l[l.length - 1];
    if (last.kind == N.ExprStmt) last.kind = N.Return;
    return body;
  }

  protected one(n: Node): Node[] { return listOf(n); }
}
