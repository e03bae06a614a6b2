// Go's types. What they say is of no use here but for composite literals: they are stepped over.
import { Node, N } from "../ast";
import { MAX_DEPTH, TreeCursor } from "../parsing/tree-cursor";
import { Op, T } from "../javascript/tokens";
import { GoLexer, GoOp } from "./lexer";
import { G, isKeyword } from "./words";

/** What a type's literals hold, as far as it matters. */
export const enum Kind { NAMED, LIST, BYTES, MAP, STRUCT, FUNC, OTHER }

export abstract class Types extends TreeCursor<GoLexer> {
  /** The last type that was read. */
  protected typeKind: i32 = Kind.NAMED;
  /** Its name, when it has one. */
  protected typeName: Node | null = null;

  protected abstract expression(): Node;

  protected atName(): bool { return this.lx.kind == T.NAME && !isKeyword(this.lx.sym); }

  /** False where no type begins. */
  protected type(): bool {
    this.typeName = null;
    this.typeKind = Kind.OTHER;
    if (this.depth >= MAX_DEPTH) { this.tooDeep(); return true; }
    this.depth++;
    const found = this.typeHere();
    this.depth--;
    return found;
  }

  private typeHere(): bool {
    const lx = this.lx;
    if (lx.kind == T.OP) return this.symbolType();
    if (lx.kind != T.NAME) return false;
    switch (lx.sym) {
      case G.map_: this.mapType(); return true;
      case G.chan_:
        lx.next();
        this.acceptOp(GoOp.RECEIVE);
        this.type();
        this.as(Kind.OTHER);
        return true;
      case G.func_:
        lx.next();
        this.signature(null);
        this.as(Kind.FUNC);
        return true;
      case G.struct_: case G.interface_:
        lx.next();
        this.skipBraces();
        this.as(Kind.STRUCT);
        return true;
      default:
        if (isKeyword(lx.sym)) return false;
        this.namedType();
        return true;
    }
  }

  private as(kind: i32): void {
    this.typeKind = kind;
    this.typeName = null;
  }

  private symbolType(): bool {
    switch (this.lx.op) {
      case Op.STAR: case GoOp.RECEIVE: case Op.TILDE: case Op.SPREAD:
        this.lx.next();
        this.type();
        return true;
      case Op.LPAR:
        this.lx.next();
        this.type();
        this.expectOp(Op.RPAR);
        return true;
      case Op.LSQ:
        this.lx.next();
        if (!this.isOp(Op.RSQ)) this.bound();
        this.expectOp(Op.RSQ);
        this.elementType();
        return true;
      default: return false;
    }
  }

  /** `[4]`, `[...]` */
  private bound(): void {
    if (!this.acceptOp(Op.SPREAD)) this.expression();
  }

  /** The type of a list's elements, its brackets being read. */
  protected elementType(): void {
    const isBytes = this.isWord(G.byte_) || this.isWord(G.rune_);
    if (!this.type() && !this.isClosing()) this.fault(); // `Set[T]` among results looks like a list
    this.as(isBytes && this.typeKind == Kind.NAMED ? Kind.BYTES : Kind.LIST);
  }

  private mapType(): void {
    this.lx.next();
    this.expectOp(Op.LSQ);
    this.type();
    this.expectOp(Op.RSQ);
    this.type();
    this.as(Kind.MAP);
  }

  /** `a`, `a.b`, `a.b[c, d]` */
  private namedType(): void {
    let name = this.nameNode();
    while (this.isOp(Op.DOT)) name = this.member(name);
    if (this.isOp(Op.LSQ)) this.typeArguments();
    this.typeKind = Kind.NAMED;
    this.typeName = name;
  }

  /** At the dot behind `object`. */
  protected member(object: Node): Node {
    const lx = this.lx, n = this.nodeAt(N.Attr, object);
    lx.next();
    n.line = lx.line;
    n.op = lx.start;
    n.a = object;
    if (lx.kind == T.NAME) {
      n.sym = lx.sym;
      lx.next();
    } else this.fault();
    return this.done(n);
  }

  private typeArguments(): void {
    this.lx.next();
    while (!this.isOp(Op.RSQ) && this.type() && this.acceptOp(Op.COMMA)) {}
    this.expectOp(Op.RSQ);
  }

  /** From `{` through its `}`: fields and methods of a type. */
  protected skipBraces(): void {
    if (!this.isOp(Op.LBRACE)) { this.fault(); return; }
    let open = 0;
    do {
      if (this.isOp(Op.LBRACE)) open++;
      else if (this.isOp(Op.RBRACE)) open--;
      this.lx.next();
    } while (open > 0 && !this.atEnd());
    if (open > 0) this.fault();
  }

  /** `(parameters) results`; the parameters are put into `into`. */
  protected signature(into: Node[] | null): void {
    this.parameters(into);
    if (this.isOp(Op.LPAR)) this.parameters(null);
    else if (!this.isOp(Op.LBRACE)) this.type();
  }

  /** Names alone are types, unless one of them has a type behind it. */
  protected parameters(into: Node[] | null): void {
    const list = new Array<Node>();
    let isNamed = false;
    this.expectOp(Op.LPAR);
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start, n = this.node(N.Param);
      if (this.atName()) {
        n.sym = this.lx.sym;
        this.lx.next();
        if (this.isOp(Op.DOT)) this.qualified(n);
        else if (!this.isOp(Op.COMMA) && !this.isOp(Op.RPAR)) {
          isNamed = true;
          if (this.isOp(Op.SPREAD)) n.op = 1;
          this.type();
        }
      } else this.type();
      list.push(this.done(n));
      if (!this.acceptOp(Op.COMMA) && !this.isOp(Op.RPAR)) {
        this.fault();
        if (this.lx.start == before) break;
      }
    }
    this.expectOp(Op.RPAR);
    if (into === null) return;
    for (let i = 0; i < list.length; i++) {
      if (!isNamed) list[i].sym = 0;
      into.push(list[i]);
    }
  }

  private qualified(parameter: Node): void {
    parameter.sym = 0;
    while (this.acceptOp(Op.DOT)) if (this.lx.kind == T.NAME) this.lx.next();
    if (this.isOp(Op.LSQ)) this.typeArguments();
  }
}
