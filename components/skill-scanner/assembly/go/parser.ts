// Go parser: tolerant, one token of lookahead. What it cannot read is skipped to the end of the statement.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { SF } from "../python/lexer-tokens";
import { GoLexer } from "./lexer";
import { Statements } from "./parser-statements";
import { G } from "./words";

export class GoParser extends Statements {
  /** Imports, functions, variables, and then what runs by itself: in this order a walk meets what it needs. */
  module(): Node {
    const n = this.node(N.Block), imports = new Array<Node>(), functions = new Array<Node>(), rest = new Array<Node>();
    this.lx.next();
    while (!this.atEnd()) this.declaration(imports, functions, rest);
    n.list = joined(imports, functions, rest);
    return this.done(n);
  }

  private declaration(imports: Node[], functions: Node[], rest: Node[]): void {
    const lx = this.lx, before = lx.start;
    if (lx.kind == T.NAME) {
      switch (lx.sym) {
        case G.package_: lx.next(); if (this.atName()) lx.next(); this.endStatement(); return;
        case G.import_: this.imports(imports); this.endStatement(); return;
        case G.func_: functions.push(this.functionDeclaration()); this.endStatement(); return;
        default: break;
      }
    }
    this.statement(rest);
    if (lx.start == before && !this.atEnd()) { this.fault(); lx.next(); }
  }

  private imports(into: Node[]): void {
    const n = this.node(N.Import), list = new Array<Node>();
    n.list = list;
    this.lx.next();
    if (this.acceptOp(Op.LPAR)) {
      while (!this.isOp(Op.RPAR) && !this.atEnd()) {
        const before = this.lx.start;
        this.imported(list);
        if (!this.acceptOp(Op.SEMI) && !this.isOp(Op.RPAR)) this.fault();
        if (this.lx.start == before) this.lx.next();
      }
      this.expectOp(Op.RPAR);
    } else this.imported(list);
    into.push(this.done(n));
  }

  /** `name "path"`; sym: the name, or 0. `. "path"` has op 1. */
  private imported(list: Node[]): void {
    const lx = this.lx, n = this.node(N.Alias);
    if (lx.kind == T.NAME) { n.sym = lx.sym; lx.next(); } else if (this.acceptOp(Op.DOT)) n.op = 1;
    if (lx.kind != T.STRING) { this.fault(); return; }
    const path = this.node(N.Str);
    path.op = lx.sflags;
    lx.next();
    n.a = this.done(path);
    if (n.sym == 0 && n.op == 0) n.sym = this.packageName(path);
    list.push(this.done(n));
  }

  /** The last part of an import path that is no version: what a package is called without another name. */
  private packageName(path: Node): i32 {
    const lx = this.lx;
    let from = path.start + 1, to = path.end - 1;
    if (path.op & SF.BARE) { from--; to++; }
    let start = startOfPart(lx, from, to);
    if (start > from && isVersion(lx, start, to)) { to = start - 1; start = startOfPart(lx, from, to); }
    for (let p = to - 1; p > start; p--) if (lx.at(p) == Ch.DOT) to = p; // gopkg.in/yaml.v3
    return lx.names.of(String.UTF8.decodeUnsafe(changetype<usize>(lx.src) + start, max(0, to - start)));
  }

  /** A method has its receiver as the first parameter, and no name: it is no function of the package. */
  private functionDeclaration(): Node {
    const n = this.node(N.FuncDef), parameters = new Array<Node>();
    let isMethod = false;
    n.list = parameters;
    this.lx.next();
    if (this.isOp(Op.LPAR)) {
      isMethod = true;
      this.parameters(parameters);
    }
    if (this.atName()) {
      if (!isMethod) n.sym = this.lx.sym;
      this.lx.next();
    } else this.fault();
    if (this.isOp(Op.LSQ)) this.typeParameters();
    this.signature(parameters);
    if (this.isOp(Op.LBRACE)) n.b = this.block();
    return this.done(n);
  }
}

function startOfPart(lx: GoLexer, from: i32, to: i32): i32 {
  let start = to;
  while (start > from && lx.at(start - 1) != Ch.SLASH) start--;
  return start;
}

/** `v2` */
function isVersion(lx: GoLexer, from: i32, to: i32): bool {
  if (to - from < 2 || lx.at(from) != 118) return false;
  for (let p = from + 1; p < to; p++) if (lx.at(p) < Ch.ZERO || lx.at(p) > 57) return false;
  return true;
}

/** In one piece from the start: a long list that grows leaves all its former ones behind. */
function joined(a: Node[], b: Node[], c: Node[]): Node[] {
  const all = new Array<Node>(a.length + b.length + c.length);
  copy(all, a, 0);
  copy(all, b, a.length);
  copy(all, c, a.length + b.length);
  return all;
}

function copy(to: Node[], from: Node[], at: i32): void {
  for (let i = 0; i < from.length; i++) unchecked(to[at + i] = unchecked(from[i]));
}
