// import and export. What a module exports is assigned to members of `exports`, as if it were written in CommonJS.
import { Node, N } from "../ast";
import { Declares } from "./parser-classes";
import { Func } from "./parser-functions";
import { SimpleStatements } from "./parser-statements";
import { Op, T } from "./tokens";
import { W } from "./words";

/** ImportFrom.op: what is imported is exported at once. */
export const REEXPORT: i32 = 1;

export abstract class Modules extends SimpleStatements {
  protected abstract statement(out: Node[]): void;

  /** At `import` that begins a declaration. */
  protected importDeclaration(out: Node[]): void {
    const n = this.node(N.ImportFrom), l = new Array<Node>();
    n.list = l;
    this.lx.next();
    const isType = this.isTypeOnly();
    if (isType) this.lx.next();
    if (this.lx.kind == T.STRING) { this.source(n); out.push(n); return; }
    if (this.lx.kind == T.NAME && this.lx.peek() == Op.EQ) { this.importEquals(out, isType); return; }
    if (this.lx.kind == T.NAME) {
      const name = this.nameNode();
      l.push(this.alias(this.madeName(W.default_, name), name.sym));
      this.acceptOp(Op.COMMA);
    }
    if (this.isOp(Op.STAR)) l.push(this.namespaceAlias());
    else if (this.isOp(Op.LBRACE)) this.specifiers(l);
    if (this.acceptWord(W.from_)) this.source(n);
    else this.fault();
    if (!isType) out.push(n);
  }

  /** `import type X`, `import type {X}`: nothing of it runs. */
  private isTypeOnly(): bool {
    if (!this.isWord(W.type_)) return false;
    const next = this.lx.peek();
    if (next == Op.LBRACE || next == Op.STAR) return true;
    return this.lx.wordFollows() && !this.wordIsFrom();
  }

  /** `import type from "m"`, but not `import type from from "m"`. */
  private wordIsFrom(): bool {
    const lx = this.lx;
    let p = lx.end;
    while (lx.at(p) == 32) p++;
    lx.steps += (p - lx.end) >> 5;
    return lx.at(p) == 102 && lx.at(p + 1) == 114 && lx.at(p + 2) == 111 && lx.at(p + 3) == 109 && (lx.at(p + 4) == 32 || lx.at(p + 4) == 34 || lx.at(p + 4) == 39);
  }

  /** `"module" with {...};` */
  private source(n: Node): void {
    if (this.lx.kind == T.STRING) n.a = this.stringNode();
    else this.fault();
    if (this.isWord(W.with_) && this.lx.peek() == Op.LBRACE) {
      this.lx.next();
      this.object();
    }
    this.semicolon();
    this.done(n);
  }

  /** `import x = require("m")` and `import x = a.b`: TypeScript's. */
  private importEquals(out: Node[], isType: bool): void {
    const name = this.nameNode();
    this.lx.next();
    const value = this.leftHandSide();
    this.semicolon();
    if (!isType) out.push(this.assign(name, value, Declares.CONST));
  }

  private alias(name: Node | null, sym: i32): Node {
    const n = name !== null ? this.nodeAt(N.Alias, name) : this.node(N.Alias);
    n.a = name;
    n.sym = sym;
    return this.done(n);
  }

  /** `* as name`, or `*` alone. */
  private namespaceAlias(): Node {
    const n = this.node(N.Alias);
    this.lx.next();
    if (this.acceptWord(W.as_)) n.sym = this.moduleName();
    return this.done(n);
  }

  /** A name, or a text: `import { "odd name" as x }`. */
  private moduleName(): i32 {
    if (this.lx.kind != T.STRING) return this.name();
    this.lx.next();
    return 0;
  }

  /** `{ a, b as c, type T }`: an Alias each, with the first name in `a` and the second, or the same again, as `sym`. */
  private specifiers(out: Node[]): void {
    this.lx.next();
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      const before = this.lx.start;
      this.specifier(out);
      if (!this.goesOn(Op.RBRACE, before)) break;
    }
    this.expectOp(Op.RBRACE);
  }

  private specifier(out: Node[]): void {
    const isType = this.isTypeSpecifier();
    if (isType) this.lx.next();
    const name = this.node(N.Name);
    name.sym = this.moduleName();
    this.done(name);
    const sym = this.acceptWord(W.as_) ? this.moduleName() : name.sym;
    if (!isType) out.push(this.alias(name, sym));
  }

  /** `{ type T }`, `{ type T as U }`; but `{ type }` and `{ type as t }` are names. */
  private isTypeSpecifier(): bool {
    if (!this.isWord(W.type_) || !this.lx.wordFollows()) return false;
    return !(this.lx.peek() == 97 && this.lx.at(this.lx.end + 2) == 115 && this.lx.at(this.lx.end + 3) == 32);
  }

  /** At `export`. */
  protected exportDeclaration(out: Node[], decorators: Node[] | null): void {
    const first = this.node(N.Name);
    this.lx.next();
    if (this.acceptWord(W.default_)) { this.exportDefault(out, first, decorators); return; }
    if (this.isOp(Op.STAR) || this.isOp(Op.LBRACE)) { this.exportList(out, first, false); return; }
    if (this.isOp(Op.EQ)) { this.exportEquals(out, first); return; }
    if (this.isWord(W.type_) && (this.lx.peek() == Op.LBRACE || this.lx.peek() == Op.STAR)) {
      this.lx.next();
      this.exportList(out, first, true);
      return;
    }
    if (this.isWord(W.as_)) { this.lx.next(); this.acceptWord(W.namespace_); this.name(); this.semicolon(); return; } // export as namespace X
    this.exportStatement(out, decorators);
  }

  private exportDefault(out: Node[], first: Node, decorators: Node[] | null): void {
    let value: Node | null = null;
    if (this.isWord(W.function_)) value = this.functionAt(0, false);
    else if (this.isWord(W.async_) && this.lx.nextIs("function")) {
      this.lx.next();
      value = this.functionAt(Func.ASYNC, false);
    } else if (this.isWord(W.class_) || this.isOp(Op.AT) || (this.isWord(W.abstract_) && this.lx.wordFollows())) value = this.defaultClass(decorators);
    else if (this.isWord(W.interface_) && this.lx.wordFollows()) { this.statement(out); return; }
    else {
      value = this.single();
      this.semicolon();
    }
    if (value !== null) this.export(out, first, W.default_, this.asVariable(out, value));
  }

  private defaultClass(decorators: Node[] | null): Node {
    const own = this.memberDecorators();
    this.acceptWord(W.abstract_);
    return this.classAt(own !== null ? own : decorators);
  }

  /** A function or class with a name is also a variable of the module. */
  private asVariable(out: Node[], value: Node): Node {
    if (value.sym == 0 || (value.kind != N.Lambda && value.kind != N.ClassDef) || value.op & Func.ARROW) return value;
    if (value.kind == N.Lambda) value.kind = N.FuncDef;
    out.push(value);
    const name = this.madeName(value.sym, value);
    return name;
  }

  /** `exports.name = value` */
  private export(out: Node[], place: Node, name: i32, value: Node): void {
    const target = this.nodeAt(N.Attr, place);
    target.a = this.madeName(W.exports_, place);
    target.sym = name;
    target.op = place.start;
    target.end = place.start;
    out.push(this.assign(target, value, Declares.NOTHING));
  }

  /** `{ a, b as c }` and `*`, also from another module. */
  private exportList(out: Node[], first: Node, isType: bool): void {
    const n = this.nodeAt(N.ImportFrom, first), l = new Array<Node>();
    n.list = l;
    n.op = REEXPORT;
    if (this.isOp(Op.STAR)) l.push(this.namespaceAlias());
    else this.specifiers(l);
    const isFrom = this.acceptWord(W.from_);
    if (isFrom) this.source(n);
    else this.semicolon();
    if (isType) return;
    if (isFrom) { out.push(n); return; }
    for (let i = 0; i < l.length; i++) if (l[i].a !== null) this.export(out, l[i], l[i].sym, l[i].a!);
  }

  /** TypeScript's `export = value`. */
  private exportEquals(out: Node[], first: Node): void {
    this.lx.next();
    const value = this.single();
    this.semicolon();
    const target = this.nodeAt(N.Attr, first);
    target.a = this.madeName(W.module_, first);
    target.sym = W.exports_;
    target.op = first.start;
    target.end = first.start;
    out.push(this.assign(target, value, Declares.NOTHING));
  }

  /** A declaration whose names are exported. */
  private exportStatement(out: Node[], decorators: Node[] | null): void {
    const from = out.length;
    if (decorators !== null && (this.isWord(W.class_) || this.isWord(W.abstract_))) {
      this.acceptWord(W.abstract_);
      out.push(this.classAt(decorators));
    } else this.statement(out);
    for (let i = from, count = out.length; i < count; i++) {
      const n = out[i];
      if ((n.kind == N.FuncDef || n.kind == N.ClassDef) && n.sym != 0) this.export(out, n, n.sym, this.madeName(n.sym, n));
      else if (n.kind == N.Assign && n.op != Declares.NOTHING) this.exportTarget(out, n.list![0]);
    }
  }

  private exportTarget(out: Node[], target: Node): void {
    if (target.kind == N.Name) { this.export(out, target, target.sym, this.madeName(target.sym, target)); return; }
    const l = target.list;
    if (l === null || (target.kind != N.Dict && target.kind != N.List)) return;
    for (let i = 0; i < l.length; i++) if (l[i].kind == N.Name) this.export(out, l[i], l[i].sym, this.madeName(l[i].sym, l[i]));
  }
}
