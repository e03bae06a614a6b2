// The parser's place in the token stream, and the makers of nodes.
import { Node, N } from "../ast";
import { Faults, K, Lexer, Op, T } from "./lexer";

/**
 * Beyond CPython's 200 brackets. Recursion costs stack; what nests deeper is only searched for names and calls. Every
 * cycle of calls in the parser passes through a method that counts `depth`: expr, condition, bitOr, prefixed, exponent,
 * tighter, target, comp, pattern.
 */
export const MAX_DEPTH: i32 = 256;

/**
 * Address that the tree may reach; the rest of the file is then reported as not read. The resolver needs memory above
 * it.
 */
export const MAX_TREE_END: usize = 128 << 20;

export abstract class Cursor {
  nodes: i32 = 0;
  protected depth: i32 = 0;
  /** The list of every node without elements. */
  protected none: Node[] = [];

  constructor(public lx: Lexer) {}

  get faults(): Faults { return this.lx.faults; }
  get errors(): i32 { return this.lx.faults.errors; }
  /** Work done: tokens and bytes scanned (Source.steps), nodes, and what looking up names took. */
  get steps(): i32 { return this.lx.steps + this.nodes + this.lx.names.probes; }

  @inline protected isOp(op: i32): bool { return this.lx.kind == T.OP && this.lx.op == op; }
  @inline protected isKw(k: i32): bool { return this.lx.kind == T.NAME && this.lx.sym == k; }

  protected acceptOp(op: i32): bool {
    if (!this.isOp(op)) return false;
    this.lx.next();
    return true;
  }

  protected acceptKw(k: i32): bool {
    if (!this.isKw(k)) return false;
    this.lx.next();
    return true;
  }

  protected expectOp(op: i32): void { if (!this.acceptOp(op)) this.fault(); }
  protected expectKw(k: i32): void { if (!this.acceptKw(k)) this.fault(); }

  protected fault(): void { this.lx.faults.error(this.lx.line); }

  protected node(kind: i32): Node { return this.nodeFrom(kind, this.lx.start, this.lx.line); }

  /** A node that begins where `first` does. */
  protected nodeAt(kind: i32, first: Node): Node { return this.nodeFrom(kind, first.start, first.line); }

  protected nodeFrom(kind: i32, start: i32, line: i32): Node {
    const n = new Node(kind, start, line);
    this.nodes++;
    if (changetype<usize>(n) > MAX_TREE_END) this.lx.stop();
    return n;
  }

  /** Ends a node with the last token taken. */
  @inline protected done(n: Node): Node {
    n.end = this.lx.prevEnd;
    return n;
  }

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

/**
 * A list that begins with `first` and will grow: with room from the start, where a literal would be copied at the first
 * push.
 */
export function listOf(first: Node): Node[] {
  const l = new Array<Node>();
  l.push(first);
  return l;
}
