// The parser's place in the token stream, and the makers of nodes that other languages have not.
import { Node, N } from "../ast";
import { TreeCursor } from "../parsing/tree-cursor";
import { K, Lexer, Op, T } from "./lexer";

export abstract class Cursor extends TreeCursor<Lexer> {
  /** An identifier's id. Keywords are taken too, without a complaint: Python 2 has `x.exec`, broken code anything. */
  protected name(): i32 {
    if (this.lx.kind != T.NAME) { this.fault(); return 0; }
    const sym = this.lx.sym;
    this.lx.next();
    return sym;
  }

  protected nameNode(): Node {
    const n = this.node(N.Name);
    n.sym = this.name();
    return this.done(n);
  }

  /** At the dot after `object`. */
  protected attribute(object: Node): Node {
    const n = this.nodeAt(N.Attr, object);
    this.lx.next();
    n.line = this.lx.line;
    n.op = this.lx.start;
    n.a = object;
    n.sym = this.name();
    return this.done(n);
  }

  /** No token of this logical line is left. */
  @inline protected atLineEnd(): bool { return this.lx.kind <= T.DEDENT; }

  protected startsExpr(): bool {
    const lx = this.lx;
    if (this.atLineEnd()) return false;
    if (lx.kind == T.OP) {
      switch (lx.op) {
        case Op.RPAR: case Op.RSQ: case Op.RBRACE: case Op.SEMI: case Op.EQ:
        case Op.COLON: case Op.COMMA: case Op.WALRUS:
          return false;
        default: return true;
      }
    }
    if (lx.kind == T.NAME) {
      switch (lx.sym) {
        case K.if_: case K.else_: case K.for_: case K.in_: case K.from_: case K.as_:
        case K.and_: case K.or_: case K.is_:
          return false;
        default: return true;
      }
    }
    return true;
  }
}
