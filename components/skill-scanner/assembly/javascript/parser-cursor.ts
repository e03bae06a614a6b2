// The parser's place in the token stream, and the makers of nodes.
import { Node, N } from "../ast";
import { K, SF } from "../python/lexer-tokens";
import { Faults, Lexer } from "./lexer";
import { Op, T } from "./tokens";
import { isReserved, W } from "./words";

/**
 * Levels of expressions, statements and types in each other, together. Recursion costs stack; what nests deeper is only
 * searched for names and calls. Every cycle of calls in the parser passes through a method that counts `depth`.
 */
export const MAX_DEPTH: i32 = 300;

/** Address that the tree may reach; the rest of the file is then reported as not read. The evaluator needs memory above it. */
const MAX_TREE_END: usize = 128 << 20;

/** What the path of a file says of its syntax. */
export const enum Syntax { PLAIN = 0, TYPES = 1, JSX = 2 }

export abstract class Cursor {
  nodes: i32 = 0;
  protected depth: i32 = 0;
  /** The list of every node without elements. */
  protected none: Node[] = [];

  constructor(public lx: Lexer, protected syntax: i32) {}

  get faults(): Faults { return this.lx.faults; }
  /** Work done: tokens and bytes scanned (Source.steps), nodes, and what looking up names took. */
  get steps(): i32 { return this.lx.steps + this.nodes + this.lx.names.probes; }

  @inline protected isOp(op: i32): bool { return this.lx.kind == T.OP && this.lx.op == op; }
  @inline protected isWord(word: i32): bool { return this.lx.kind == T.NAME && this.lx.sym == word; }
  @inline protected atEnd(): bool { return this.lx.kind == T.EOF; }

  /** An identifier that is no reserved word. */
  @inline protected atIdentifier(): bool { return this.lx.kind == T.NAME && !isReserved(this.lx.sym); }

  protected acceptOp(op: i32): bool {
    if (!this.isOp(op)) return false;
    this.lx.next();
    return true;
  }

  protected acceptWord(word: i32): bool {
    if (!this.isWord(word)) return false;
    this.lx.next();
    return true;
  }

  protected expectOp(op: i32): void { if (!this.acceptOp(op)) this.fault(); }

  protected fault(): void { this.lx.error(this.lx.line); }

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

  // ---- nodes

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

  /** The current token as a node without children. */
  protected token(kind: i32): Node {
    const n = this.node(kind);
    this.lx.next();
    return this.done(n);
  }

  /** A name that the source has not, at the place of `first`. */
  protected madeName(sym: i32, first: Node): Node {
    const n = this.nodeAt(N.Name, first);
    n.sym = sym;
    n.end = n.start;
    return n;
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

  protected expressionStatement(e: Node): Node {
    const n = this.nodeAt(N.ExprStmt, e);
    n.a = e;
    return this.done(n);
  }
}

/** A list that will grow: with room from the start, where a literal would be copied at the first push. */
export function listOf(first: Node): Node[] {
  const l = new Array<Node>();
  l.push(first);
  return l;
}

export function pair(a: Node, b: Node): Node[] {
  const l = listOf(a);
  l.push(b);
  return l;
}

export function append(to: Node[], nodes: Node[] | null): void {
  if (nodes === null) return;
  for (let i = 0; i < nodes.length; i++) to.push(nodes[i]);
}
