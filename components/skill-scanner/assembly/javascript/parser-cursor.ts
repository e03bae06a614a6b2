// The parser's place in the token stream, and the makers of nodes that other languages have not.
import { Node, N } from "../ast";
import { pair, TreeCursor } from "../parsing/tree-cursor";
import { K, SF } from "../python/lexer-tokens";
import { Lexer } from "./lexer";
import { Op, T } from "./tokens";
import { isReserved, W } from "./words";

/** What the path of a file says of its syntax. */
export const enum Syntax { PLAIN = 0, TYPES = 1, JSX = 2 }

export abstract class Cursor extends TreeCursor<Lexer> {
  constructor(lx: Lexer, protected syntax: i32) { super(lx); }

  /** An identifier that is no reserved word. */
  @inline protected atIdentifier(): bool { return this.lx.kind == T.NAME && !isReserved(this.lx.sym); }

  /** The end of a statement: a semicolon, a line end, or what cannot belong to it. */
  protected semicolon(): void {
    if (this.acceptOp(Op.SEMI) || this.lx.nl || this.isOp(Op.RBRACE) || this.atEnd()) return;
    this.fault();
  }

  /** What ends an operand that may be missing. */
  protected atOperandEnd(): bool {
    const lx = this.lx;
    if (lx.kind == T.EOF) return true;
    if (lx.kind == T.NAME) return lx.sym == W.of_ || lx.sym == W.in_;
    if (lx.kind != T.OP) return false;
    switch (lx.op) {
      case Op.RPAR: case Op.RSQ: case Op.RBRACE: case Op.COMMA: case Op.SEMI: case Op.COLON: return true;
      default: return false;
    }
  }

  /** What is missing, as a value: the hole of an array. */
  protected undefined(): Node {
    const n = this.node(N.Const);
    n.sym = K.None_;
    n.end = n.start;
    return n;
  }

  protected nameNode(): Node {
    const n = this.node(N.Name);
    n.sym = this.name();
    return this.done(n);
  }

  /** Id of the identifier or private name here. */
  protected name(): i32 {
    const lx = this.lx;
    if (lx.kind != T.NAME && lx.kind != T.PRIVATE) { this.fault(); return 0; }
    const sym = lx.sym;
    lx.next();
    return sym;
  }

  protected stringNode(): Node {
    const n = this.node(N.Str);
    n.op = this.lx.sflags;
    this.lx.next();
    return this.done(n);
  }

  /** The word here as a text. */
  protected wordText(): Node {
    const n = this.node(N.Str);
    n.op = SF.BARE | SF.JS;
    n.sym = this.lx.sym;
    this.lx.next();
    return this.done(n);
  }

  protected block(first: Node, statements: Node[]): Node {
    const n = this.nodeAt(N.Block, first);
    n.list = statements;
    return this.done(n);
  }

  /** `target = value` as a statement; `declares` is a Declares. */
  protected assign(target: Node, value: Node, declares: i32): Node {
    const n = this.nodeAt(N.Assign, target);
    n.list = pair(target, value);
    n.op = declares;
    return this.done(n);
  }
}
