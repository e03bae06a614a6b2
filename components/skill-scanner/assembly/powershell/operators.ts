// Operators by precedence: chains on one level become left-deep trees in a loop.
import { N, Node } from "../ast";
import { Ch, isDigit } from "../shell/reader";
import { Operands } from "./operands";
import { Power, PowerOp, powerOf } from "./nodes";
import { isLetter } from "./reader";

export abstract class Operators extends Operands {
  protected item(): Node { return this.binary(this.unary(), Power.Logic); }

  /** Commas bind more tightly than operators between two values. */
  protected expression(): Node { return this.binary(this.listed(), Power.Logic); }

  /** Operators behind a first operand that may be a list. */
  private binary(first: Node, least: i32): Node {
    let left = first;
    this.blanks();
    for (let op = this.operatorHere(); op != 0 && powerOf(op) >= least; op = this.operatorHere()) {
      const power = powerOf(op);
      this.pos = this.wordEnd;
      this.lines();
      const n = this.nodeFrom(N.Bin, left.start, left.line);
      n.a = left;
      n.op = op;
      n.b = this.tighter(this.listed(), power);
      left = this.done(n);
      this.blanks();
    }
    return left;
  }

  /** The operand that operators of higher precedence make of `first`. */
  private tighter(first: Node, power: i32): Node {
    this.blanks();
    return powerOf(this.operatorHere()) > power ? this.binary(first, power + 1) : first;
  }

  /** `a, b, c` */
  protected listed(): Node {
    const first = this.unary();
    this.blanks();
    if (this.byte != Ch.COMMA || this.inArguments) return first;
    const n = this.nodeFrom(N.List, first.start, first.line), list = new Array<Node>();
    n.list = list;
    list.push(first);
    while (this.accept(Ch.COMMA)) {
      this.lines();
      list.push(this.unary());
      this.blanks();
    }
    return this.done(n);
  }

  /** Whether an operator stands here that belongs to what follows. */
  protected startsUnary(): bool {
    const c = this.byte, d = this.next;
    switch (c) {
      case Ch.BANG: case Ch.COMMA: return true;
      case Ch.LSQ: return this.typeEnd() >= 0;
      case Ch.PLUS: return d == Ch.PLUS || isDigit(d) || d == Ch.DOLLAR || d == Ch.LPAR;
      case Ch.MINUS: return d == Ch.MINUS ? this.at(this.pos + 2) == Ch.DOLLAR : isDigit(d) || d == Ch.DOLLAR || d == Ch.LPAR || (isLetter(d) && this.prefixHere() != 0);
      default: return false;
    }
  }

  /** `-join`, `-split`, `-not`, `-bnot` in front of an operand. */
  private prefixHere(): i32 {
    const name = this.lowerWord(this.pos + 1);
    if (name == "not" || name == "bnot") return PowerOp.Negation;
    if (name == "join") return PowerOp.Join;
    return name == "split" || name == "isplit" || name == "csplit" ? PowerOp.Split : 0;
  }

  protected unary(): Node {
    this.blanks();
    const c = this.byte;
    if (c == Ch.LSQ) return this.casted();
    if (!this.startsUnary()) return this.operand();
    const n = this.node(N.Unary);
    if (!this.enter()) return this.deep();
    n.op = c;
    if (c == Ch.MINUS && isLetter(this.next)) {
      n.op = this.prefixHere();
      this.pos = this.wordEnd;
    } else {
      this.pos++;
      if (this.byte == c && c != Ch.BANG && c != Ch.COMMA) { this.pos++; n.op = Ch.PLUS; } // ++ and --
      else if (c == Ch.BANG) n.op = PowerOp.Negation;
    }
    this.lines();
    n.a = this.unary();
    this.leave();
    if (c == Ch.COMMA) { n.kind = N.List; n.op = 0; n.list = [n.a!]; n.a = null; }
    return this.done(n);
  }

  /** `[type]value`, or the type itself. */
  private casted(): Node {
    const end = this.typeEnd();
    if (end < 0) return this.operand();
    const next = this.at(end);
    if (next == Ch.COLON && this.at(end + 1) == Ch.COLON) return this.operand();
    const start = this.pos, line = this.line, type = this.type(end);
    this.blanks();
    if (!this.startsOperand() && !this.startsUnary() && !isDigit(this.byte)) return type;
    const n = this.nodeFrom(N.Unary, start, line);
    if (!this.enter()) { n.a = this.deep(); return this.done(n); }
    n.op = PowerOp.Cast;
    n.sym = type.sym;
    n.a = this.unary();
    this.leave();
    return this.done(n);
  }
}
