// A parser's place in the token stream, and the makers of nodes.
import { isBeyondTrees } from "../arena";
import { Node, N, OCTAL } from "../ast";
import { Ch, Op } from "../javascript/tokens";
import { Faults } from "../python/lexer-faults";
import { K } from "../python/lexer-tokens";
import { T, TokenSource } from "./token-source";

/**
 * Levels of expressions, statements and types in each other, together. Recursion costs stack; what nests deeper is only
 * searched for names. Every cycle of calls in a parser passes through a method that counts `depth`.
 */
export const MAX_DEPTH: i32 = 300;

export abstract class TreeCursor<L extends TokenSource> {
  nodes: i32 = 0;
  protected depth: i32 = 0;
  /** The list of every node without elements. */
  protected none: Node[] = [];

  constructor(public lx: L) {}

  get faults(): Faults { return this.lx.faults; }
  /** Work done: tokens and bytes scanned (Source.steps), nodes, and what looking up names took. */
  get steps(): i32 { return this.lx.steps + this.nodes + this.lx.names.probes; }

  @inline protected isOp(op: i32): bool { return this.lx.kind == T.OP && this.lx.op == op; }
  @inline protected isWord(word: i32): bool { return this.lx.kind == T.NAME && this.lx.sym == word; }
  @inline protected atEnd(): bool { return this.lx.kind == T.EOF; }

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
  protected expectWord(word: i32): void { if (!this.acceptWord(word)) this.fault(); }

  protected fault(): void { this.lx.error(this.lx.line); }

  protected node(kind: i32): Node { return this.nodeFrom(kind, this.lx.start, this.lx.line); }

  /** A node that begins where `first` does. */
  protected nodeAt(kind: i32, first: Node): Node { return this.nodeFrom(kind, first.start, first.line); }

  protected nodeFrom(kind: i32, start: i32, line: i32): Node {
    const n = new Node(kind, start, line);
    this.nodes++;
    if (isBeyondTrees(changetype<usize>(n))) this.lx.stop();
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

  /** The number here; with a zero in front of another digit it is octal. */
  protected number(): Node {
    const n = this.token(N.Num);
    if (this.lx.at(n.start) == Ch.ZERO && n.end > n.start + 1 && this.lx.at(n.start + 1) <= 57) n.op = OCTAL;
    return n;
  }

  /** The name here, which the caller has seen. */
  protected nameNode(): Node {
    const n = this.node(N.Name);
    n.sym = this.lx.sym;
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

  /** Something of which nothing is known. */
  protected unknown(): Node {
    const n = this.node(N.Error);
    n.end = n.start;
    return n;
  }

  protected expressionStatement(e: Node): Node {
    const n = this.nodeAt(N.ExprStmt, e);
    n.a = e;
    return this.done(n);
  }

  /** One value or the other. */
  protected either(a: Node, b: Node): Node {
    const n = this.nodeAt(N.Bool, a);
    n.a = a;
    n.op = -K.or_;
    n.b = b;
    return this.done(n);
  }

  /** A node over a list of others. */
  protected listed(kind: i32, first: Node, list: Node[]): Node {
    const n = this.nodeAt(kind, first);
    n.list = list;
    return this.done(n);
  }

  /** The current token cannot begin what must stand here. */
  protected unreadable(): Node {
    this.fault();
    const n = this.node(N.Error);
    if (!this.isClosing()) this.lx.next();
    return this.done(n);
  }

  /** What belongs to whoever has opened it. */
  protected isClosing(): bool {
    if (this.lx.kind == T.EOF) return true;
    if (this.lx.kind != T.OP) return false;
    switch (this.lx.op) {
      case Op.RPAR: case Op.RSQ: case Op.RBRACE: case Op.COMMA: case Op.SEMI: case Op.COLON: return true;
      default: return false;
    }
  }

  /** In place of what nests too deep: an Error with the names in it, up to the bracket around it or the end of the statement. */
  protected tooDeep(): Node {
    const lx = this.lx;
    lx.faults.cutoff(lx.line);
    const n = this.node(N.Error), found = new Array<Node>();
    n.list = found;
    for (let open = 0; !this.atEnd(); lx.next()) {
      if (lx.kind == T.NAME) { this.salvaged(found); continue; }
      if (lx.kind != T.OP) continue;
      if (lx.op == Op.LPAR || lx.op == Op.LSQ || lx.op == Op.LBRACE) open++;
      else if (lx.op == Op.RPAR || lx.op == Op.RSQ || lx.op == Op.RBRACE) { if (open-- == 0) break; }
      else if (open == 0 && (lx.op == Op.COMMA || lx.op == Op.SEMI)) break;
    }
    return this.done(n);
  }

  /** A name that an earlier one leads to is a member of it. */
  private salvaged(found: Node[]): void {
    const lx = this.lx, last = found.length - 1;
    const isMember = last >= 0 && unchecked(found[last]).end == lx.start - 1 && lx.at(lx.start - 1) == Op.DOT;
    const n = isMember ? this.nodeAt(N.Attr, unchecked(found[last])) : this.node(N.Name);
    n.sym = lx.sym;
    n.op = lx.start;
    n.end = lx.end;
    if (isMember) {
      n.a = unchecked(found[last]);
      unchecked(found[last] = n);
    } else found.push(n);
  }

  // ---- operators by precedence: chains on one level become left-deep trees in a loop

  protected abstract unary(): Node;
  /** Binding power of the operator here; 0 is none. */
  protected abstract power(): i32;
  /** Takes the operator; its code, as Node.op holds it. */
  protected abstract operator(): i32;
  protected abstract kindOf(power: i32): i32;
  /** An operator of this power groups to the right. */
  protected abstract isRight(power: i32): bool;

  protected binary(first: Node, least: i32): Node {
    let left = first, power = this.power();
    while (power >= least && power != 0) {
      const n = this.nodeAt(this.kindOf(power), left);
      n.a = left;
      n.op = this.operator();
      let right = this.unary();
      const next = this.power();
      if (next > power || (next == power && this.isRight(power))) right = this.tighter(right, this.isRight(power) ? power : power + 1);
      n.b = right;
      left = this.done(n);
      power = this.power();
    }
    return left;
  }

  /** The operand that an operator of higher precedence makes of `first`. Too deep, the operators are taken in the order in which they stand. */
  private tighter(first: Node, least: i32): Node {
    if (this.depth >= MAX_DEPTH) {
      this.faults.cutoff(this.lx.line);
      return first;
    }
    this.depth++;
    const e = this.binary(first, least);
    this.depth--;
    return e;
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
