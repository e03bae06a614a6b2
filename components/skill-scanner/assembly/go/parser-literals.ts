// Go's composite literals: a list, a map, or a call of the type.
import { Node, N } from "../ast";
import { Op } from "../javascript/tokens";
import { listOf, MAX_DEPTH, pair } from "../parsing/tree-cursor";
import { SF } from "../python/lexer-tokens";
import { Kind, Types } from "./parser-types";
import { G } from "./words";

export abstract class Literals extends Types {
  /** In the head of a statement a brace begins its block. */
  protected noLiteral: bool = false;

  /** `{ elements }` of a type. Elements that are braces alone have the type that the outer one says. */
  protected literal(first: Node, kind: i32, name: Node | null): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const elements = new Array<Node>(), noLiteral = this.noLiteral;
    let isKeyed = kind == Kind.MAP;
    this.noLiteral = false;
    this.lx.next();
    while (!this.isOp(Op.RBRACE) && !this.atEnd()) {
      const before = this.lx.start, key = this.element();
      if (this.acceptOp(Op.COLON)) {
        isKeyed = true;
        this.keyed(elements, key, this.element(), kind, name !== null);
      } else elements.push(key);
      if (this.acceptOp(Op.COMMA)) continue;
      if (this.acceptOp(Op.SEMI) || this.isOp(Op.RBRACE)) continue;
      this.fault();
      if (this.lx.start == before || this.isClosing()) break;
    }
    this.noLiteral = noLiteral;
    this.expectOp(Op.RBRACE);
    this.depth--;
    if (name !== null) return this.callOf(name, elements);
    if (kind == Kind.BYTES) return this.callOf(this.madeName(G.bytes_, first), listOf(this.listed(N.List, first, elements)));
    return this.listed(isKeyed && kind != Kind.LIST ? N.Dict : N.List, first, elements);
  }

  private element(): Node {
    return this.isOp(Op.LBRACE) ? this.literal(this.node(N.Error), Kind.OTHER, null) : this.expression();
  }

  /** Of a struct a key is the name of a field; in a list it is an index. */
  private keyed(into: Node[], key: Node, value: Node, kind: i32, isStruct: bool): void {
    if (kind == Kind.LIST || kind == Kind.BYTES) { into.push(value); return; }
    if (!isStruct) {
      into.push(kind == Kind.MAP || key.kind != N.Name ? key : this.fieldText(key));
      into.push(value);
      return;
    }
    if (key.kind == N.Name) {
      const n = this.nodeAt(N.Keyword, key);
      n.sym = key.sym;
      n.a = value;
      into.push(this.done(n));
    } else into.push(this.listed(N.List, key, pair(key, value)));
  }

  private fieldText(key: Node): Node {
    const n = this.nodeAt(N.Str, key);
    n.op = SF.BARE;
    n.end = key.end;
    return n;
  }

  private callOf(callee: Node, list: Node[]): Node {
    const n = this.nodeAt(N.Call, callee);
    n.a = callee;
    n.list = list;
    return this.done(n);
  }
}
