// Functions: their parameters, patterns and bodies.
import { Node, N } from "../ast";
import { listOf } from "../parsing/tree-cursor";
import { Templates } from "./parser-templates";
import { Op, T } from "./tokens";
import { isReserved, W } from "./words";

/** Bits of Lambda.op and FuncDef.op. */
export const enum Func { ASYNC = 1, GENERATOR = 2, GETTER = 4, SETTER = 8, STATIC = 16, ARROW = 32 }

/** How the code here reads `await` and `yield`. */
export const enum Within { MODULE = 0, FUNCTION = 1, ASYNC = 2, GENERATOR = 4 }

export abstract class Functions extends Templates {
  protected within: i32 = Within.MODULE;
  /** `in` ends the expression: in the head of a `for`. */
  protected noIn: bool = false;
  /** A colon belongs to what is around the expression: to `?` or `case`. */
  protected colonEnds: bool = false;

  /** The last arrow function, as long as no parenthesis has been closed behind it. */
  protected bareArrow: Node | null = null;

  /** An expression without commas. */
  protected abstract single(): Node;
  /** From `{` through `}`. */
  protected abstract braces(): Node;
  protected abstract atom(): Node;
  protected abstract decorator(): Node;

  /** At `function`. As a statement a FuncDef, null for a declaration without a body; in an expression a Lambda. */
  protected functionAt(flags: i32, isStatement: bool): Node | null {
    const n = this.node(isStatement ? N.FuncDef : N.Lambda);
    this.lx.next();
    if (this.acceptOp(Op.STAR)) flags |= Func.GENERATOR;
    if (this.lx.kind == T.NAME) n.sym = this.name();
    return this.functionRest(n, flags);
  }

  /** From the parameters on. */
  protected functionRest(n: Node, flags: i32): Node | null {
    const within = this.enter(flags);
    n.op = flags;
    this.typeList();
    n.list = this.parameters();
    this.annotation();
    const hasBody = this.isOp(Op.LBRACE);
    if (hasBody) n.b = this.braces();
    this.within = within;
    if (hasBody) return this.done(n);
    this.semicolon(); // an overload, or an abstract method: TypeScript's
    return null;
  }

  protected enter(flags: i32): i32 {
    const within = this.within;
    this.within = Within.FUNCTION | (flags & Func.ASYNC ? Within.ASYNC : 0) | (flags & Func.GENERATOR ? Within.GENERATOR : 0);
    return within;
  }

  private parameters(): Node[] {
    const l = new Array<Node>();
    if (!this.acceptOp(Op.LPAR)) { this.fault(); return l; }
    const noIn = this.noIn, colonEnds = this.colonEnds;
    this.noIn = this.colonEnds = false;
    while (!this.isOp(Op.RPAR) && !this.atEnd()) {
      const before = this.lx.start;
      l.push(this.parameter());
      if (this.acceptOp(Op.COMMA)) continue;
      if (this.isOp(Op.RPAR)) break;
      this.fault();
      if (this.isOp(Op.LBRACE) || this.lx.start == before) break;
    }
    this.noIn = noIn;
    this.colonEnds = colonEnds;
    this.expectOp(Op.RPAR);
    return l;
  }

  private parameter(): Node {
    const decorators = this.decorators();
    while (this.atModifier()) this.lx.next();
    const n = this.asParameter(this.element());
    if (decorators !== null) n.a = decorators;
    return n;
  }

  /** Decorators of a parameter, as one expression. */
  private decorators(): Node | null {
    if (!this.isOp(Op.AT)) return null;
    const n = this.node(N.Sequence), l = new Array<Node>();
    n.list = l;
    while (this.isOp(Op.AT)) l.push(this.decorator());
    return this.done(n);
  }

  /** public, private, protected, readonly or override before a parameter's name. */
  private atModifier(): bool {
    if (this.lx.kind != T.NAME || !this.lx.wordFollows()) return false;
    switch (this.lx.sym) {
      case W.public_: case W.private_: case W.protected_: case W.readonly_: case W.override_: return true;
      default: return false;
    }
  }

  /** A parameter or an element in parentheses: which of both is known only behind them. */
  protected element(): Node {
    if (this.isOp(Op.SPREAD)) return this.rest();
    let e = this.single();
    const isOptional = this.acceptOp(Op.QUESTION);
    if (this.annotation() || isOptional) {
      this.isTyped = true;
      if (this.isOp(Op.EQ)) e = this.withDefault(e);
    }
    return e;
  }

  /** What was read since it was cleared can only be parameters: it has types or a `...`. */
  protected isTyped: bool = false;

  private rest(): Node {
    const n = this.node(N.Star);
    this.lx.next();
    n.op = Op.STAR;
    n.a = this.single();
    if (this.annotation()) this.isTyped = true;
    return this.done(n);
  }

  private withDefault(target: Node): Node {
    const n = this.nodeAt(N.Walrus, target);
    this.lx.next();
    n.a = target;
    n.b = this.single();
    return this.done(n);
  }

  /** Parameters out of what was read as expressions. */
  protected asParameters(elements: Node[]): Node[] {
    const l = new Array<Node>();
    for (let i = 0; i < elements.length; i++) l.push(this.asParameter(elements[i]));
    return l;
  }

  private asParameter(e: Node): Node {
    const n = this.nodeAt(N.Param, e);
    n.end = e.end;
    let target = e;
    if (e.kind == N.Star && e.a !== null) { n.op = 1; target = e.a!; }
    if (target.kind == N.Walrus && target.op == 0) { n.b = target.b; target = target.a!; }
    if (target.kind == N.Name) n.sym = target.sym;
    else {
      if (target.kind != N.Dict && target.kind != N.List) this.fault();
      n.list = listOf(target);
    }
    return n;
  }

  /** The target of a declaration: a name or a pattern. */
  protected binding(): Node {
    if (this.isOp(Op.LBRACE) || this.isOp(Op.LSQ)) return this.atom();
    if (this.lx.kind == T.NAME && isReserved(this.lx.sym)) this.fault();
    return this.nameNode();
  }

  /** At `=>`, behind the parameters. */
  protected arrow(parameters: Node[], first: Node, flags: i32): Node {
    const n = this.nodeAt(N.Lambda, first), within = this.within;
    this.lx.next();
    n.op = flags | Func.ARROW;
    n.list = parameters;
    // what is neither async nor a function of its own still reads `await` as what is around it does
    this.within = flags & Func.ASYNC ? Within.FUNCTION | Within.ASYNC : within & ~(Within.GENERATOR | Within.ASYNC);
    if (this.isOp(Op.LBRACE)) n.b = this.braces();
    else n.a = this.single();
    this.within = within;
    this.bareArrow = this.done(n);
    return n;
  }

  /** An arrow function that stands in no parentheses ends the expression: nothing is called or added behind it. */
  @inline protected isBareArrow(e: Node): bool { return e.kind == N.Lambda && e === this.bareArrow; }
}
