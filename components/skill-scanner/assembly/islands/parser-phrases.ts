// Calls without parentheses, Perl's above all. Statements where a value is asked for.
import { Node, N } from "../ast";
import { Ch, Op, T } from "../javascript/tokens";
import { listOf } from "../parsing/tree-cursor";
import { Dialect } from "./dialects";
import { Choices } from "./parser-choices";
import { IslandOp } from "./symbols";
import { Role } from "./words";

export abstract class Phrases extends Choices {
  /** How many arguments the function that is being read has taken with `shift`. */
  private shifts: i32 = 0;

  /** A condition or a block as a value: the last of what it holds. */
  protected statementValue(): Node {
    const first = this.node(N.Block), l = new Array<Node>();
    first.list = l;
    if (this.isOp(Op.LBRACE)) l.push(this.block());
    else this.statement(l);
    this.done(first);
    if (l.length != 1 || l[0].kind != N.If) return first;
    const parts = l[0].list!, value = this.listed(N.IfExp, first, new Array<Node>());
    for (let i = 0; i < parts.length; i++) {
      const inner = parts[i].list;
      const isBlock = (i & 1) != 0 || i == parts.length - 1;
      if (isBlock && (parts[i].kind != N.Block || inner === null || inner.length != 1 || inner[0].kind != N.ExprStmt)) return first;
      value.list!.push(isBlock ? inner![0].a! : parts[i]);
    }
    return value;
  }

  protected isText(text: string): bool { return this.lx.kind == T.NAME && this.lx.names.text[this.lx.sym] == text; }

  /** At what stands behind a word: its arguments, when they may stand there. */
  protected wordCall(name: Node): Node {
    const lx = this.lx;
    if (lx.at(name.start) == Ch.DOLLAR || lx.at(name.start) == Op.AT || lx.nl) return name;
    if (lx.dialect != Dialect.Perl) return this.isWordCall(name) ? this.withOthers(name) : name;
    if (this.isOp(Op.LBRACE) && lx.spaced && !this.noBraces) return this.callOf(name, this.handedBlock());
    const text = lx.names.text[name.sym];
    if (text == "shift" && !this.isOp(Op.LPAR)) return this.shifted(name);
    if (!this.beginsArgument()) return name;
    if (text != "print" && text != "printf" && text != "say") return this.withOthers(name);
    const isHandle = lx.kind == T.NAME && lx.at(lx.start) >= 65 && lx.at(lx.start) <= 90 && lx.following != Op.LPAR;
    const first = isHandle ? this.nameNode() : this.argument();
    if (this.beginsArgument()) return this.printed(first, name);
    const l = listOf(first);
    this.others(l);
    return this.callOf(name, l);
  }

  private withOthers(name: Node): Node {
    const l = new Array<Node>();
    l.push(this.argument());
    this.others(l);
    return this.callOf(name, l);
  }

  /** Words of PHP and Groovy that need no parentheses. */
  private isWordCall(name: Node): bool {
    const lx = this.lx;
    if (lx.dialect == Dialect.Groovy) return lx.kind == T.STRING || lx.kind == T.TEMPLATE;
    const text = lx.names.text[name.sym];
    return (text == "echo" || text == "print" || text == "include" || text == "include_once" || text == "require" || text == "require_once") && !this.isOp(Op.LPAR) && !this.isClosing();
  }

  private handedBlock(): Node[] {
    const l = listOf(this.closure());
    if (this.acceptOp(Op.COMMA) || this.beginsArgument()) { l.push(this.argument()); this.others(l); }
    return l;
  }

  private others(l: Node[]): void {
    while (this.acceptOp(Op.COMMA) && !this.isClosing()) l.push(this.argument());
  }

  /** `print $file "text"` */
  private printed(file: Node, name: Node): Node {
    const n = this.nodeAt(N.Attr, file), l = new Array<Node>();
    n.a = file;
    n.sym = name.sym;
    n.op = name.start;
    n.end = file.end;
    l.push(this.argument());
    this.others(l);
    return this.callOf(n, l);
  }

  private beginsArgument(): bool {
    const lx = this.lx;
    switch (lx.kind) {
      case T.STRING: case T.TEMPLATE: case T.NUMBER: case T.REGEX: return true;
      case T.NAME: return (lx.role == Role.NONE || lx.role == Role.DECLARE || lx.role == Role.FUNCTION || lx.role == Role.QUOTE || lx.role == Role.NULL) && !lx.nl;
      case T.OP: return lx.op == IslandOp.BACKSLASH || (lx.op == IslandOp.DOLLAR && lx.spaced);
      default: return false;
    }
  }

  /** The next of the arguments: they are parameters of their own then. */
  private shifted(name: Node): Node {
    if (this.lx.kind == T.NAME && this.lx.names.text[this.lx.sym] == "$_") this.lx.next();
    else if (this.beginsArgument()) return this.argument();
    return this.madeName(this.shiftedName(this.shifts++), name);
  }

  private shiftedName(i: i32): i32 { return this.lx.names.of(":" + min(i, 9).toString()); }

  protected functionBody(n: Node): void {
    const before = this.shifts;
    this.shifts = 0;
    super.functionBody(n);
    const taken = new Array<Node>();
    for (let i = 0; i < min(this.shifts, 9); i++) {
      const p = this.nodeAt(N.Param, n);
      p.sym = this.shiftedName(i);
      p.end = p.start;
      taken.push(p);
    }
    if (taken.length > 0) n.list = taken.concat(n.list!);
    this.shifts = before;
  }
}
