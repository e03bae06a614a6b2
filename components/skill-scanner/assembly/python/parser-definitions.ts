// def, class and their decorators.
import { Node, N } from "../ast";
import { append } from "../parsing/tree-cursor";
import { K, Op, T } from "./lexer";
import { SimpleStatements } from "./parser-simple";

export abstract class Definitions extends SimpleStatements {
  /** The colon and what it governs. */
  protected abstract suite(): Node;

  protected funcDef(isAsync: i32, decorators: Node[] | null): Node {
    const n = this.node(N.FuncDef);
    n.op = isAsync;
    const l = new Array<Node>();
    n.list = l;
    this.lx.next();
    n.sym = this.name();
    this.typeParams(l);
    this.expectOp(Op.LPAR);
    this.params(l, Op.RPAR);
    this.expectOp(Op.RPAR);
    if (this.acceptOp(Op.ARROW)) n.a = this.exprList();
    n.b = this.suite();
    append(l, decorators);
    return this.done(n);
  }

  protected classDef(decorators: Node[] | null): Node {
    const n = this.node(N.ClassDef);
    const l = new Array<Node>();
    n.list = l;
    this.lx.next();
    n.sym = this.name();
    this.typeParams(l);
    if (this.acceptOp(Op.LPAR)) append(l, this.arguments());
    n.b = this.suite();
    append(l, decorators);
    return this.done(n);
  }

  protected decorated(out: Node[]): void {
    const decorators = new Array<Node>();
    while (this.isOp(Op.AT)) decorators.push(this.decorator());
    const isAsync = this.acceptWord(K.async_) ? 1 : 0;
    if (this.isWord(K.def_)) out.push(this.funcDef(isAsync, decorators));
    else if (this.isWord(K.class_)) out.push(this.classDef(decorators));
    else this.keepAll(decorators, out);
  }

  private decorator(): Node {
    const n = this.node(N.Decorator);
    this.lx.next();
    n.a = this.namedExpr();
    this.done(n);
    if (this.lx.kind == T.NEWLINE) this.lx.next();
    else this.fault();
    return n;
  }

  private keepAll(expressions: Node[], out: Node[]): void {
    this.fault();
    for (let i = 0; i < expressions.length; i++) {
      const n = this.nodeAt(N.ExprStmt, expressions[i]);
      n.a = expressions[i];
      out.push(this.done(n));
    }
  }
}
