// Definitions: functions with a name, types and what is in them, imports. A type's functions are functions of the file.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { Dialect, Has } from "./dialects";
import { Functions } from "./parser-functions";
import { IslandOp } from "./symbols";
import { Role } from "./words";

export abstract class Definitions extends Functions {
  /** Functions of the file, which may be called before they stand there. */
  protected readonly functions: Node[] = new Array<Node>();

  protected define(n: Node, out: Node[]): void {
    if (this.inside == 0) this.functions.push(n);
    else out.push(n);
  }

  /** At `fn`, `function`, `sub`, `def` … and a name behind it. */
  protected functionDefinition(out: Node[]): void {
    const n = this.node(N.FuncDef), l = new Array<Node>(), lx = this.lx;
    n.list = l;
    if (lx.following != Op.LPAR) lx.next(); // `init(…)` is its own name
    this.acceptOp(Op.BANG);
    this.acceptOp(Op.AMP);
    if (this.isOp(Op.LT)) this.skipTypes();
    while (lx.kind == T.NAME) {
      n.sym = lx.sym;
      lx.next();
      if (this.isOp(Op.LT)) this.skipTypes();
      if (this.isOp(Op.LSQ) && lx.dialect == Dialect.Scala) this.skipBrackets();
      if (!this.isOp(Op.DOT) && !this.isOp(IslandOp.SCOPE) && !(this.isOp(Op.COLON) && lx.dialect == Dialect.Lua)) break;
      lx.next();
    }
    if (this.isOp(Op.QUESTION) || this.isOp(Op.BANG)) lx.next();
    while (this.isOp(Op.LPAR) && !this.lineEnded) this.parameters(l);
    if (lx.dialect == Dialect.Perl) this.givenList(l, n);
    this.functionBody(n);
    this.define(this.done(n), out);
  }

  /** What stands between parameters and the body says nothing. */
  protected functionBody(n: Node): void {
    const lx = this.lx;
    if (lx.has(Has.END_WORDS)) {
      while (!lx.nl && !this.atEnd() && lx.has(Has.LINES) && !this.isOp(Op.EQ)) lx.next();
      if (this.acceptOp(Op.EQ)) n.b = this.returning();
      else n.b = this.valued(this.bodyUntilEnd());
      return;
    }
    for (let first = true; !this.atEnd(); first = false) {
      if (this.isOp(Op.LBRACE)) { n.b = this.valued(this.functionBlock()); return; }
      if (this.isOp(Op.SEMI) || this.isOp(Op.RBRACE)) return;
      if (this.isOp(Op.EQ) || this.isOp(Op.ARROW)) { lx.next(); n.b = this.isOp(Op.LBRACE) ? this.valued(this.functionBlock()) : this.returning(); return; }
      if (!first && this.lineEnded && lx.role != Role.WATER) return;
      if (first && this.lineEnded && lx.kind == T.NAME) return;
      if (this.isOp(Op.LPAR) || this.isOp(Op.LSQ)) this.skipBrackets();
      else lx.next();
    }
  }

  private returning(): Node {
    const body = this.node(N.Block), r = this.node(N.Return);
    this.inside++;
    r.a = this.isClosing() ? this.unknown() : this.expression();
    this.inside--;
    this.done(r);
    body.list = this.one(r);
    return this.done(body);
  }

  /** A call that was read where a definition stands: `T name(parameters) {`. */
  protected isBody(e: Node): bool {
    const lx = this.lx;
    if (e.kind != N.Call || !lx.has(Has.TYPES)) return false;
    if (lx.dialect == Dialect.Groovy && !this.isDeclaring) return false;
    if (this.isOp(Op.LBRACE) || this.isOp(Op.ARROW)) return true;
    if (lx.kind == T.NAME) return lx.role == Role.MODIFIER || lx.role == Role.WATER || lx.names.text[lx.sym] == "throws" || lx.names.text[lx.sym] == "noexcept";
    return this.isOp(Op.COLON) && (lx.dialect == Dialect.C || lx.dialect == Dialect.CSharp || lx.dialect == Dialect.Dart);
  }

  protected typedDefinition(call: Node, out: Node[]): void {
    const n = this.nodeAt(N.FuncDef, call), l = new Array<Node>(), callee = call.a!;
    n.list = l;
    if (callee.kind == N.Name || callee.kind == N.Attr) n.sym = callee.sym;
    for (let i = 0; i < call.list!.length; i++) this.parametersOf(call.list![i], l);
    this.functionBody(n);
    this.define(this.done(n), out);
  }

  /** Julia's `f(x) = y` */
  protected shortDefinition(e: Node, out: Node[]): void {
    const n = this.nodeAt(N.FuncDef, e), l = new Array<Node>(), body = this.nodeAt(N.Block, e.b!), r = this.nodeAt(N.Return, e.b!);
    n.list = l;
    n.sym = e.a!.a!.sym;
    for (let i = 0; i < e.a!.list!.length; i++) this.parametersOf(e.a!.list![i], l);
    r.a = e.b;
    body.list = this.one(this.done(r));
    n.b = this.done(body);
    this.define(this.done(n), out);
  }

  /** `class A : B { … }`; what is in it belongs to the file. */
  protected typeDefinition(out: Node[]): void {
    const lx = this.lx, word = lx.names.text[lx.sym];
    const isWater = lx.dialect == Dialect.Rust ? word == "struct" || word == "enum" || word == "union" : word == "enum" && (lx.dialect == Dialect.C || lx.dialect == Dialect.CSharp);
    lx.next();
    if (lx.has(Has.END_WORDS)) {
      while (!lx.nl && !this.atEnd()) lx.next();
      const body = this.bodyUntilEnd();
      for (let i = 0; i < body.list!.length; i++) out.push(body.list![i]);
      return;
    }
    for (let first = true; !this.atEnd() && !this.isOp(Op.LBRACE); first = false) {
      if (this.acceptOp(Op.SEMI)) return;
      if (this.isOp(Op.RBRACE) || (!first && this.lineEnded && lx.kind != T.OP)) return;
      if (this.isOp(Op.LPAR) || this.isOp(Op.LSQ)) this.skipBrackets();
      else lx.next();
    }
    if (isWater) { this.skipBrackets(); return; }
    this.members(out);
  }

  private members(out: Node[]): void {
    if (!this.isOp(Op.LBRACE)) return;
    this.lx.next();
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) this.statement(out);
    this.expectOp(Op.RBRACE);
  }

  /** `use a::b as c`, `using c = a.b`: the name stands for the other. Without one, names are known by their last part. */
  protected imported(out: Node[]): void {
    const lx = this.lx;
    lx.next();
    if (lx.kind == T.NAME && (lx.role == Role.MODIFIER || lx.role == Role.FUNCTION || lx.role == Role.DECLARE)) lx.next();
    const first = this.dottedName();
    if (first !== null && (lx.role == Role.CAST || lx.role == Role.IN)) {
      lx.next();
      if (lx.kind == T.NAME) this.renamed(this.nameNode(), first, out);
    } else if (first !== null && this.acceptOp(Op.EQ)) {
      const other = this.dottedName();
      if (other !== null) this.renamed(first, other, out);
    }
    this.skipRest();
  }

  private renamed(name: Node, value: Node, out: Node[]): void {
    const n = this.nodeAt(N.Assign, name);
    n.list = this.pairOf(name, value);
    out.push(this.done(n));
  }

  /** To the end of the statement. */
  protected skipRest(): void {
    const lx = this.lx;
    while (!this.atEnd() && !this.isOp(Op.SEMI) && !this.isOp(Op.RBRACE) && !(lx.nl && lx.has(Has.LINES))) {
      if (this.isOp(Op.LBRACE)) this.skipBrackets();
      else lx.next();
    }
    this.acceptOp(Op.SEMI);
  }

  /** `@Name(…)`, C#'s `[Name(…)]`, PHP's `#[…]` */
  protected annotation(): bool {
    const lx = this.lx;
    if (this.isOp(Op.AT) && lx.has(Has.ANNOTATIONS)) {
      lx.next();
      if (lx.kind == T.NAME && lx.role == Role.TYPE) return true; // `@interface`
      this.dottedName();
      if (this.isOp(Op.LPAR) && !lx.spaced) this.skipBrackets();
      return true;
    }
    if (this.isOp(Ch.HASH)) { lx.next(); if (this.isOp(Op.LSQ)) this.skipBrackets(); return true; }
    if (!this.isOp(Op.LSQ) || lx.dialect != Dialect.CSharp) return false;
    this.skipBrackets();
    return true;
  }
}
