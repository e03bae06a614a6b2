// `$((…))`, `((…))`, offsets and lengths: operators by precedence. Operands are numbers, variables and expansions; a
// variable stands below a unary plus, which is where its text becomes a number.
import { N, Node } from "../ast";
import { K, Op } from "../python/lexer-tokens";
import { CONDITION, LOWEST, AND, OR, precedence, kindOf } from "./arithmetic-operators";
import { Ch, endsWord, isDigit, isNamePart, isNameStart } from "./reader";
import { LOOK_AHEAD, Words } from "./words";

export abstract class Arithmetic extends Words {
  /** An expression up to what cannot be part of it. Never null. */
  protected arithmetic(): Node {
    let value = this.operation(LOWEST);
    for (;;) {
      this.arithmeticBlanks();
      if (this.byte != Ch.COMMA) return value;
      this.pos++;
      const n = this.nodeFrom(N.Compare, value.start, value.line); // its value is that of neither
      n.a = value;
      n.b = this.operation(LOWEST);
      n.op = Op.EQEQ;
      value = this.done(n);
    }
    return value;
  }

  private operation(least: i32): Node {
    if (!this.enter()) return this.flat();
    let left = this.operand();
    for (;;) {
      this.arithmeticBlanks();
      const op = this.operator(), level = precedence(op);
      if (op == 0 || level < least || this.isStopped) break;
      this.pos += op >> 16 != 0 ? 3 : op >> 8 != 0 ? 2 : 1;
      left = level == CONDITION ? this.choosing(left) : level < CONDITION ? this.assigning(left, op) : this.binary(left, op, level);
    }
    this.leave();
    return left;
  }

  private binary(left: Node, op: i32, level: i32): Node {
    const n = this.nodeFrom(kindOf(op), left.start, left.line);
    n.a = left;
    n.op = op == AND ? -K.and_ : op == OR ? -K.or_ : op == Op.SLASH ? Op.FLOOR : op;
    n.b = this.operation(level + 1);
    return this.done(n);
  }

  private choosing(condition: Node): Node {
    const n = this.nodeFrom(N.IfExp, condition.start, condition.line);
    const then = this.operation(LOWEST);
    this.arithmeticBlanks();
    n.list = [condition, then];
    if (this.byte == Ch.COLON) {
      this.pos++;
      n.list!.push(this.operation(CONDITION));
    }
    return this.done(n);
  }

  /** `x = y`, `x += y`: the variable's value becomes what the expression comes to. */
  private assigning(target: Node, op: i32): Node {
    const n = this.nodeFrom(N.Walrus, target.start, target.line);
    const value = this.operation(LOWEST);
    n.a = target.kind == N.Unary ? target.a : target;
    n.b = value;
    if (op != Op.EQ) {
      const changed = this.nodeFrom(N.Bin, target.start, target.line);
      changed.a = target;
      changed.b = value;
      changed.op = op >> 16 != 0 ? op & 0xffff : op & 0xff;
      n.b = this.done(changed);
    }
    return this.done(n);
  }

  private operand(): Node {
    this.arithmeticBlanks();
    const c = this.byte;
    if (c == Ch.PLUS || c == Ch.MINUS || c == Ch.BANG || c == Ch.TILDE) return this.prefixed(c);
    if (c == Ch.LPAR) return this.inBrackets();
    if (isDigit(c)) return this.number();
    if (isNameStart(c)) return this.named();
    return this.expanded();
  }

  /** A run of prefix operators; of `++` and `--` only that the value is not known. */
  private prefixed(c: i32): Node {
    const n = this.node(N.Unary);
    let signs = 0;
    while (this.byte == Ch.PLUS || this.byte == Ch.MINUS || this.byte == Ch.BANG || this.byte == Ch.TILDE) {
      this.pos++;
      signs++;
      this.arithmeticBlanks();
    }
    n.op = c == Ch.BANG || signs > 1 ? -K.not_ : c;
    n.a = this.operandOnce();
    return this.done(n);
  }

  /** An operand that begins with no prefix operator. */
  private operandOnce(): Node {
    const c = this.byte;
    return c == Ch.LPAR ? this.inBrackets() : isDigit(c) ? this.number() : isNameStart(c) ? this.named() : this.expanded();
  }

  private inBrackets(): Node {
    this.pos++;
    const value = this.operation(LOWEST);
    this.arithmeticBlanks();
    if (this.byte == Ch.RPAR) this.pos++;
    else this.fault();
    return value;
  }

  /** Also `0x1f` and `2#1010`. */
  private number(): Node {
    const n = this.node(N.Num);
    while (isNamePart(this.byte) || this.byte == Ch.HASH) this.pos++;
    return this.done(n);
  }

  private named(): Node {
    const from = this.pos;
    while (isNamePart(this.byte)) this.pos++;
    let value = this.variable(from, this.pos);
    if (this.byte == Ch.LSQ) value = this.element(value);
    return this.numeric(this.changed(value));
  }

  /** Behind a variable: `x++` and `x--`. */
  private changed(value: Node): Node {
    if ((this.byte != Ch.PLUS && this.byte != Ch.MINUS) || this.next != this.byte) return value;
    this.pos += 2;
    const n = this.nodeFrom(N.Walrus, value.start, value.line);
    n.a = value;
    n.b = this.nodeFrom(N.Const, value.start, value.line);
    n.b!.end = value.end;
    return this.done(n);
  }

  /** `x[i]` */
  protected element(array: Node): Node {
    const n = this.nodeFrom(N.Subscript, array.start, array.line);
    this.pos++;
    n.a = array;
    if ((this.byte == Ch.AT || this.byte == Ch.STAR) && this.next == Ch.RSQ) {
      this.pos += 2; // all of it
      return array;
    }
    n.b = this.arithmetic();
    this.skipKey();
    return this.done(n);
  }

  /** Keys of associative arrays are any text. */
  private skipKey(): void {
    const last = min(this.end, this.pos + LOOK_AHEAD);
    for (let p = this.pos; p < last && unchecked(this.src[p]) != Ch.LF; p++) {
      if (unchecked(this.src[p]) != Ch.RSQ) continue;
      this.work += p - this.pos;
      this.pos = p + 1;
      return;
    }
    this.fault();
  }

  /** Quotes and expansions, alone or side by side. */
  private expanded(): Node {
    const start = this.pos, line = this.line, outer = this.isSplit;
    const parts = new Array<Node>();
    while (!this.atEnd && (this.quotedPiece(parts, this.byte) || this.digits(parts))) continue;
    const value = this.joined(parts, start, line);
    this.isSplit = outer;
    if (this.pos == start) this.noOperand();
    return this.numeric(value);
  }

  /** Digits or letters behind an expansion: `0x$a`. */
  private digits(parts: Node[]): bool {
    if (!isNamePart(this.byte)) return false;
    const from = this.pos;
    while (isNamePart(this.byte)) this.pos++;
    this.piece(parts, from, this.pos, this.line);
    return true;
  }

  /** Steps over what is no operand, unless it may end the expression. */
  private noOperand(): void {
    const c = this.byte;
    if (c == Ch.RPAR || c == Ch.RSQ || c == Ch.RBRACE || c == Ch.COLON || c == Ch.SEMI || c == Ch.COMMA || this.atEnd) return;
    this.fault();
    if (!endsWord(c) || c == Ch.LPAR) this.pos++;
  }

  private numeric(value: Node): Node {
    if (value.kind == N.Num) return value;
    const n = this.nodeFrom(N.Unary, value.start, value.line);
    n.a = value;
    n.op = Op.PLUS;
    return this.done(n);
  }

  protected arithmeticBlanks(): void {
    for (;;) {
      const c = this.byte;
      if (c == Ch.LF) this.line++;
      else if (c == Ch.BACKSLASH && this.joinsAt(this.pos)) { this.pos++; continue; }
      else if (c != Ch.SPACE && c != Ch.TAB && c != Ch.CR) return;
      this.pos++;
    }
  }

  /** The operator here, packed; 0 for none. */
  private operator(): i32 {
    const c = this.byte, d = this.next, e = this.at(this.pos + 2);
    switch (c) {
      case Ch.STAR: case Ch.LT: case Ch.GT: case Ch.AMP: case Ch.PIPE:
        if (d == c) return e == Ch.EQ ? c | (d << 8) | (e << 16) : c | (d << 8);
        return d == Ch.EQ ? c | (d << 8) : c;
      case Ch.PLUS: case Ch.MINUS: case Ch.SLASH: case Ch.PERCENT: case Ch.CARET: case Ch.EQ: return d == Ch.EQ ? c | (d << 8) : c;
      case Ch.BANG: return d == Ch.EQ ? c | (d << 8) : 0;
      case Ch.QUESTION: return c;
      default: return 0;
    }
  }
}
