// Declarations that only TypeScript has: interfaces, types, enums, namespaces, `declare`. Each begins with two words on
// one line, or with a reserved one, which is an error in JavaScript.
import { Node, N } from "../ast";
import { Declares } from "./parser-classes";
import { Modules } from "./parser-modules";
import { Op, T } from "./tokens";
import { W } from "./words";

export abstract class Declarations extends Modules {
  /** Reads one, if it stands here. */
  protected typeDeclaration(out: Node[]): bool {
    const lx = this.lx;
    if (lx.kind != T.NAME || !lx.wordFollows() || this.operatorFollows()) return this.isWord(W.module_) || this.isWord(W.global_) ? this.moduleBlock(out) : false;
    switch (lx.sym) {
      case W.interface_: this.interface(); return true;
      case W.type_: this.typeAlias(); return true;
      case W.enum_: this.enumeration(out); return true;
      case W.abstract_: if (lx.nextIs("class")) { lx.next(); out.push(this.classAt(null)); return true; } return false;
      case W.declare_: this.ambient(); return true;
      case W.namespace_: case W.module_: this.namespace(out); return true;
      case W.const_: return this.constEnum(out);
      default: return false;
    }
  }

  /** `module "m" { ... }` and `global { ... }`, which stand below `declare` only. */
  private moduleBlock(out: Node[]): bool {
    const next = this.lx.nextOnLine();
    if (!this.isAmbient || (this.isWord(W.module_) ? next != 34 && next != 39 : next != Op.LBRACE)) return false;
    this.lx.next();
    if (this.lx.kind == T.STRING) this.lx.next();
    if (this.isOp(Op.LBRACE)) out.push(this.braces());
    else this.semicolon();
    return true;
  }
  private isAmbient: bool = false;

  private interface(): void {
    this.lx.next();
    this.name();
    this.typeList();
    if (this.acceptWord(W.extends_)) this.types();
    this.type(); // its body reads as an object type
  }

  private typeAlias(): void {
    this.lx.next();
    this.name();
    this.typeList();
    if (this.acceptOp(Op.EQ)) this.type();
    else this.fault();
    this.semicolon();
  }

  private constEnum(out: Node[]): bool {
    const lx = this.lx, word = "enum ";
    let p = lx.end;
    while (lx.at(p) == 32) p++;
    lx.steps += (p - lx.end) >> 5;
    for (let i = 0; i < 5; i++) if (lx.at(p + i) != word.charCodeAt(i)) return false;
    lx.next();
    this.enumeration(out);
    return true;
  }

  /** An object, as far as what runs is concerned. */
  private enumeration(out: Node[]): void {
    this.lx.next();
    const name = this.nameNode(), n = this.node(N.Dict), l = new Array<Node>();
    n.list = l;
    this.expectOp(Op.LBRACE);
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      const before = this.lx.start;
      l.push(this.key());
      l.push(this.acceptOp(Op.EQ) ? this.single() : this.undefined());
      if (!this.goesOn(Op.RBRACE, before)) break;
    }
    this.expectOp(Op.RBRACE);
    out.push(this.assign(name, this.done(n), Declares.CONST));
  }

  /** Says what exists elsewhere: nothing of it runs. */
  private ambient(): void {
    const outer = this.isAmbient;
    this.isAmbient = true;
    this.lx.next();
    this.statement(new Array<Node>());
    this.isAmbient = outer;
  }

  private namespace(out: Node[]): void {
    this.lx.next();
    do { this.name(); } while (this.acceptOp(Op.DOT));
    if (this.isOp(Op.LBRACE)) out.push(this.braces());
    else this.semicolon();
  }
}
