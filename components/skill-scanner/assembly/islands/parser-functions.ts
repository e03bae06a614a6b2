// Functions of the languages that are read as islands: with a name, without one, and what they are handed.
import { Node, N } from "../ast";
import { Cls, Op, T, classOf } from "../javascript/tokens";
import { listOf, MAX_DEPTH } from "../parsing/tree-cursor";
import { Dialect, Has } from "./dialects";
import { asTarget, Expressions } from "./parser-expressions";
import { IslandOp } from "./symbols";
import { Role } from "./words";

export abstract class Functions extends Expressions {
  protected abstract block(): Node;
  protected abstract bodyUntilEnd(): Node;
  protected abstract statement(out: Node[]): void;
  /** How many functions are around. */
  protected inside: i32 = 0;

  // ---- arguments

  /** One argument or element: `a`, `name: a`, `name = a`, and those below. */
  protected argument(): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const e = this.lx.kind == T.NAME && this.isNamed() ? this.named() : this.element();
    this.depth--;
    return e;
  }

  /** `key => a`, `[key] = a`, `Type name`, `key: a` */
  private element(): Node {
    const lx = this.lx;
    const isKey = this.isOp(Op.LSQ) && lx.dialect == Dialect.Lua;
    let e = this.expression();
    while (lx.kind == T.NAME && lx.role != Role.IN && !this.lineEnded && this.isDeclared()) {
      if (lx.role == Role.FOR || lx.role == Role.IF) return this.generated(e);
      e = this.expression();
    }
    if (lx.kind != T.OP) return e;
    if (lx.op == Op.COLON && this.hasPairs()) { lx.next(); return this.typedOr(e); }
    if (lx.op == Op.ARROW || (lx.op == IslandOp.ARROW && lx.dialect == Dialect.Kotlin)) { lx.next(); return this.entryOf(e, this.expression()); }
    if (isKey && e.kind == N.Walrus && e.a!.kind == N.List && e.a!.list!.length == 1) return this.entryOf(e.a!.list![0], e.b!);
    return e;
  }

  /** A type may be behind the colon, or a value. */
  private typedOr(e: Node): Node {
    if (this.lx.has(Has.COLON_TYPES) && this.lx.dialect != Dialect.Swift && this.lx.dialect != Dialect.Rust) { this.skipType(); return e; }
    return this.entryOf(e, this.expression());
  }

  private hasPairs(): bool { return this.lx.dialect != Dialect.C && this.lx.dialect != Dialect.PHP && this.lx.dialect != Dialect.Java; }

  /** Two operands side by side: the first one is a type, or a word of which nothing is known. */
  private isDeclared(): bool {
    const dialect = this.lx.dialect;
    if (this.lx.role == Role.FOR || this.lx.role == Role.IF) return dialect == Dialect.Julia;
    return this.lx.has(Has.TYPES) || dialect == Dialect.PHP;
  }

  /** `f(x) for x in list` */
  private generated(e: Node): Node {
    const lx = this.lx;
    while (!this.atEnd() && !this.isClosing()) { const before = lx.start; this.expression(); if (lx.start == before) lx.next(); }
    return e;
  }

  private isNamed(): bool {
    const lx = this.lx;
    let p = lx.pos;
    while (lx.at(p) <= 32 && p < lx.len) p++;
    const c = lx.at(p), d = lx.at(p + 1);
    if (c == Op.COLON) return d != Op.COLON && d != Op.EQ && (lx.has(Has.COLON_NAMES) || (lx.has(Has.DATA_BRACES) && lx.dialect != Dialect.C && lx.dialect != Dialect.Vim) || lx.dialect == Dialect.Rust);
    if (c != Op.EQ || d == Op.EQ || d == Op.TILDE) return false;
    if (d == Op.GT) return lx.has(Has.SIGILS) && lx.at(lx.start) != 36;
    return lx.has(Has.EQUALS_NAMES) || (lx.has(Has.DATA_BRACES) && lx.dialect != Dialect.Java && lx.dialect != Dialect.Perl && this.open > 0);
  }

  private named(): Node {
    const n = this.node(N.Keyword), lx = this.lx;
    n.sym = lx.sym;
    lx.next();
    lx.next(); // the sign
    n.a = this.isClosing() ? this.unknown() : this.argument();
    if (n.a!.kind == N.Keyword || n.a!.kind == N.Slice) n.a = n.a!.a;
    return this.done(n);
  }

  // ---- functions without a name

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

  /** Names that were read as expressions are parameters. */
  protected parametersOf(e: Node, into: Node[]): void {
    if (e.kind == N.Tuple || e.kind == N.List) { for (let i = 0; i < e.list!.length; i++) this.parameterOf(e.list![i], into); return; }
    this.parameterOf(e, into);
  }

  protected parameterOf(e: Node, into: Node[]): void {
    const n = this.nodeAt(N.Param, e);
    let target = e;
    if (e.kind == N.Walrus || e.kind == N.Keyword) { n.b = e.kind == N.Walrus ? e.b : e.a; target = e.kind == N.Walrus ? e.a! : e; }
    if (target.kind == N.Slice) target = target.a!;
    if (target.kind == N.Star && target.a !== null) target = target.a!;
    target = asTarget(target);
    while (target.kind == N.Subscript) target = target.a!;
    if (target.kind == N.Name || target.kind == N.Keyword || target.kind == N.Attr) n.sym = target.sym;
    n.end = e.end;
    into.push(n);
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

  // ---- parameters

  /** `(a: T = b, T c, …$d)` */
  protected parameters(into: Node[]): void {
    const open = this.open++;
    this.lx.next();
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start;
      this.parameter(into);
      if (this.lx.start == before) this.lx.next();
    }
    this.open = open;
    this.expectOp(Op.RPAR);
  }

  /** The last name before a type or a default is the parameter's. */
  private parameter(into: Node[]): void {
    const n = this.node(N.Param), lx = this.lx;
    while (!this.atEnd() && !this.isOp(Op.COMMA) && !this.isOp(Op.RPAR) && !this.isOp(Op.PIPE) && !this.isOp(Op.SEMI)) {
      if (lx.kind == T.NAME) { if (lx.role == Role.NONE || lx.role == Role.THIS || n.sym == 0) n.sym = lx.sym; lx.next(); }
      else if (this.isOp(Op.SPREAD)) { n.op = 1; lx.next(); }
      else if (this.isOp(Op.COLON) || this.isOp(IslandOp.SCOPE)) { lx.next(); this.skipType(); }
      else if (this.acceptOp(Op.EQ)) n.b = this.isClosing() ? null : this.expression();
      else if (this.isOp(Op.LPAR) || this.isOp(Op.LSQ) || this.isOp(Op.LBRACE)) this.skipBrackets();
      else if (this.isOp(Op.LT)) { const before = lx.start; this.skipTypes(); if (lx.start == before) lx.next(); }
      else if (this.isClosing() && !this.isOp(Op.COLON)) break;
      else lx.next();
    }
    this.done(n);
    if (n.sym != 0 && lx.roleOf(n.sym) != Role.THIS) into.push(n);
    this.acceptOp(Op.COMMA);
    this.acceptOp(Op.SEMI);
  }

  protected one(n: Node): Node[] { return listOf(n); }
}
