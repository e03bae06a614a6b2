// Go's statements that hold no others: assignments, declarations, counters' steps.
import { Node, N } from "../ast";
import { Op, T } from "../javascript/tokens";
import { listOf, pair } from "../parsing/tree-cursor";
import { GoOp } from "./lexer";
import { Expressions } from "./parser-expressions";
import { G } from "./words";

/** Assign.op: the names are new ones of this function. */
export const DECLARES: i32 = 1;
/** For.op: the target takes the values of a map, not its keys. */
export const VALUES: i32 = 2;

export abstract class SimpleStatements extends Expressions {
  protected abstract labelled(out: Node[]): void;

  protected tupleOf(list: Node[]): Node {
    return list.length == 1 ? list[0] : this.listed(N.Tuple, list[0], list);
  }

  /** An expression, an assignment, a label or a counter's step. */
  protected simple(out: Node[]): void {
    const list = this.expressions();
    if (this.lx.kind != T.OP) { this.alone(out, list); return; }
    switch (this.lx.op) {
      case Op.EQ: case GoOp.DEFINE: this.assigned(out, list); return;
      case Op.COLON:
        this.lx.next();
        this.labelled(out);
        return;
      case Op.INC: case Op.DEC: this.stepped(out, list[0]); return;
      case GoOp.RECEIVE: // channel <- value
        this.lx.next();
        list.push(this.expression());
        this.alone(out, list);
        return;
      default: this.compound(out, list);
    }
  }

  /** One statement, however many there are: nodes that no token stands for would not be bounded by the end of the tree's room. */
  private alone(out: Node[], list: Node[]): void {
    out.push(this.expressionStatement(this.tupleOf(list)));
  }

  private assigned(out: Node[], targets: Node[]): void {
    const declares = this.lx.op == GoOp.DEFINE ? DECLARES : 0;
    this.lx.next();
    if (this.isWord(G.range_)) { this.ranged(out, targets, declares); return; }
    this.assign(out, this.tupleOf(targets), this.tupleOf(this.expressions()), declares);
  }

  protected assign(out: Node[], target: Node, value: Node, declares: i32): void {
    const n = this.listed(N.Assign, target, pair(target, value));
    n.op = declares;
    out.push(n);
  }

  private stepped(out: Node[], target: Node): void {
    const n = this.nodeAt(N.AugAssign, target), one = this.node(N.Error);
    n.a = target;
    n.op = Op.PLUS | (Op.EQ << 8);
    n.b = one;
    this.lx.next();
    this.done(one);
    out.push(this.done(n));
  }

  /** `a += b` */
  private compound(out: Node[], list: Node[]): void {
    const op = this.lx.op, isShort = op >>> 8 == Op.EQ;
    if (!isShort && op >>> 16 != Op.EQ) { this.alone(out, list); return; }
    const n = this.nodeAt(N.AugAssign, list[0]);
    n.a = list[0];
    n.op = op;
    this.lx.next();
    n.b = this.expression();
    out.push(this.done(n));
  }

  /** `var`, `const` and `type`, alone or several in parentheses. */
  protected group(out: Node[], isValue: bool): void {
    this.lx.next();
    if (!this.acceptOp(Op.LPAR)) { this.specification(out, isValue); return; }
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start;
      this.specification(out, isValue);
      if (!this.acceptOp(Op.SEMI) && !this.isOp(Op.RPAR)) {
        this.fault();
        if (this.lx.start == before) this.lx.next();
      }
    }
    this.expectOp(Op.RPAR);
  }

  private specification(out: Node[], isValue: bool): void {
    if (!this.atName()) { this.fault(); return; }
    if (isValue) this.variables(out);
    else this.typeDeclaration();
  }

  /** `type T = U`, `type T[P any] struct { … }` */
  private typeDeclaration(): void {
    this.lx.next();
    if (this.isOp(Op.LSQ) && this.lx.at(this.lx.pos) != Op.RSQ) this.typeParameters();
    this.acceptOp(Op.EQ);
    if (!this.isOp(Op.SEMI)) this.type();
  }

  /** `[T any, U A | B]`; `[4]byte` looks alike. */
  protected typeParameters(): void {
    this.lx.next();
    for (let open = 1; open > 0 && !this.atEnd(); this.lx.next()) {
      if (this.isOp(Op.LSQ)) open++;
      else if (this.isOp(Op.RSQ)) open--;
    }
  }

  /** `a, b T = c, d`; without a value it is what the type makes. */
  private variables(out: Node[]): void {
    const names = listOf(this.nameNode());
    while (this.acceptOp(Op.COMMA)) {
      if (!this.atName()) { this.fault(); break; }
      names.push(this.nameNode());
    }
    this.typeName = null;
    if (!this.isOp(Op.EQ) && !this.isOp(Op.SEMI) && !this.isOp(Op.RPAR)) this.type();
    const name = this.typeName;
    if (this.acceptOp(Op.EQ)) this.assign(out, this.tupleOf(names), this.tupleOf(this.expressions()), DECLARES);
    else if (name !== null && name.kind == N.Attr) for (let i = 0; i < names.length; i++) this.assign(out, names[i], this.made(name), DECLARES);
  }

  /** `var buffer bytes.Buffer` */
  private made(type: Node): Node {
    const n = this.nodeAt(N.Call, type);
    n.a = type;
    n.list = this.none;
    n.end = type.end;
    return n;
  }

  /** `a, b := range c`: a For whose body is still to come. */
  protected ranged(out: Node[], targets: Node[], declares: i32): void {
    this.lx.next();
    const iterable = this.expression();
    const n = this.nodeAt(N.For, iterable);
    const hasValue = targets.length > 1;
    n.a = targets.length == 0 ? this.unknown() : targets[hasValue ? 1 : 0];
    n.op = declares << 2 | (hasValue ? VALUES : 0);
    n.list = pair(iterable, this.listed(N.Block, iterable, new Array<Node>()));
    out.push(this.done(n));
  }
}
