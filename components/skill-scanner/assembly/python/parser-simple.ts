// Statements of one line.
import { Node, N } from "../ast";
import { listOf } from "../parsing/tree-cursor";
import { K, Op, T } from "./lexer";
import { Ch } from "./lexer-tokens";
import { Form } from "./parser-expressions";
import { Patterns } from "./parser-patterns";

export abstract class SimpleStatements extends Patterns {
  /** The statements of a line, through its end. */
  protected simpleLine(out: Node[]): void {
    let before = 0;
    do {
      before = this.lx.start;
      out.push(this.simple());
    } while (this.lineGoesOn(before));
  }

  /**
   * After a statement: takes the semicolon, or the line's end and returns false. Moves forward whatever stands there.
   */
  protected lineGoesOn(before: i32): bool {
    const lx = this.lx;
    if (!this.atLineEnd() && !this.acceptOp(Op.SEMI)) {
      this.fault(); // no Python 3: every expression that is left on the line is kept
      if (lx.start == before || !this.startsExpr()) lx.next();
    }
    if (!this.atLineEnd()) return true;
    if (lx.kind == T.NEWLINE) lx.next();
    return false;
  }

  private simple(): Node {
    if (this.lx.kind == T.NAME && this.lx.sym <= K.exec_) {
      switch (this.lx.sym) {
        case K.import_: return this.importStatement();
        case K.from_: return this.importFrom();
        case K.return_: return this.optional(N.Return);
        case K.raise_: return this.raise();
        case K.assert_: return this.assertion();
        case K.pass_: case K.break_: case K.continue_: return this.word();
        case K.del_: return this.optional(N.Simple);
        case K.global_: case K.nonlocal_: return this.declaration();
        case K.type_: if (this.nameFollows()) return this.typeAlias(); break;
        case K.print_: case K.exec_: if (this.operandFollows()) return this.printStatement(); break;
        default: break;
      }
    }
    return this.expressionStatement(this.exprList());
  }

  private word(): Node {
    const n = this.node(N.Simple);
    n.sym = this.lx.sym;
    this.lx.next();
    return this.done(n);
  }

  /** A keyword with or without expressions. */
  private optional(kind: i32): Node {
    const n = this.node(kind);
    this.lx.next();
    if (this.startsExpr()) n.a = this.exprList();
    return this.done(n);
  }

  private raise(): Node {
    const n = this.node(N.Raise);
    const l = new Array<Node>();
    n.list = l;
    this.lx.next();
    if (this.startsExpr()) l.push(this.exprList());
    if (this.acceptWord(K.from_)) l.push(this.expr());
    return this.done(n);
  }

  private assertion(): Node {
    const n = this.node(N.Raise);
    const l = new Array<Node>();
    n.list = l;
    this.lx.next();
    l.push(this.expr());
    if (this.acceptOp(Op.COMMA)) l.push(this.expr());
    return this.done(n);
  }

  private declaration(): Node {
    const n = this.node(N.Global);
    const l = new Array<Node>();
    n.list = l;
    this.lx.next();
    do { l.push(this.nameNode()); } while (this.acceptOp(Op.COMMA));
    return this.done(n);
  }

  private typeAlias(): Node {
    const n = this.node(N.TypeAlias);
    this.lx.next();
    n.sym = this.name();
    const l = new Array<Node>();
    this.typeParams(l);
    if (l.length > 0) n.list = l;
    this.expectOp(Op.EQ);
    n.a = this.expr();
    return this.done(n);
  }

  /** [T: bound = default, *Ts, **P], if there (PEP 695, 696). */
  protected typeParams(into: Node[]): void {
    if (!this.acceptOp(Op.LSQ)) return;
    const from = into.length;
    this.params(into, Op.RSQ);
    for (let i = from; i < into.length; i++) into[i].op = Form.TYPE;
    this.expectOp(Op.RSQ);
  }

  private printStatement(): Node {
    this.fault();
    const n = this.node(N.Print);
    n.sym = this.lx.sym;
    this.lx.next();
    const l = listOf(this.exprList());
    n.list = l;
    if (this.acceptWord(K.in_)) l.push(this.exprList());
    return this.done(n);
  }

  /** The statement that begins with the expression e. */
  protected expressionStatement(e: Node): Node {
    if (this.isOp(Op.EQ)) return this.assignment(e);
    if (this.isOp(Op.COLON)) return this.annotation(e);
    const augmented = this.lx.kind == T.OP && isAugmented(this.lx.op);
    const n = this.nodeAt(augmented ? N.AugAssign : N.ExprStmt, e);
    n.a = e;
    if (augmented) {
      n.op = this.lx.op;
      this.lx.next();
      n.b = this.exprList();
    }
    return this.done(n);
  }

  private assignment(first: Node): Node {
    const n = this.nodeAt(N.Assign, first);
    const l = listOf(first);
    n.list = l;
    while (this.acceptOp(Op.EQ)) l.push(this.exprList());
    return this.done(n);
  }

  private annotation(target: Node): Node {
    const n = this.nodeAt(N.Assign, target);
    const l = listOf(target);
    n.list = l;
    this.lx.next();
    n.b = this.expr();
    if (this.acceptOp(Op.EQ)) l.push(this.exprList());
    return this.done(n);
  }

  private importStatement(): Node {
    const n = this.node(N.Import);
    const l = new Array<Node>();
    n.list = l;
    this.lx.next();
    do { l.push(this.imported(this.dotted())); } while (this.acceptOp(Op.COMMA));
    return this.done(n);
  }

  private importFrom(): Node {
    const n = this.node(N.ImportFrom);
    const l = new Array<Node>();
    n.list = l;
    this.lx.next();
    for (;;) {
      if (this.acceptOp(Op.DOT)) n.op++;
      else if (this.acceptOp(Op.ELLIPSIS)) n.op += 3;
      else break;
    }
    if (!this.isWord(K.import_)) n.a = this.dotted();
    this.expectWord(K.import_);
    const paren = this.acceptOp(Op.LPAR);
    if (this.isOp(Op.STAR)) l.push(this.everything());
    while (this.lx.kind == T.NAME) {
      l.push(this.imported(this.nameNode()));
      if (!this.acceptOp(Op.COMMA)) break;
    }
    if (paren) this.expectOp(Op.RPAR);
    return this.done(n);
  }

  private everything(): Node {
    const n = this.node(N.Alias);
    this.lx.next();
    return this.done(n);
  }

  private imported(name: Node): Node {
    const n = this.nodeAt(N.Alias, name);
    n.a = name;
    if (this.acceptWord(K.as_)) n.sym = this.name();
    return this.done(n);
  }

  private dotted(): Node {
    let e = this.nameNode();
    while (this.isOp(Op.DOT)) e = this.attribute(e);
    return e;
  }
}

/** `+=` and the like: the last of two or three characters is `=`, and it is no comparison, `:=` or `=`. */
function isAugmented(op: i32): bool {
  if (op >> 16 != 0) return op >> 16 == Ch.EQ;
  if (op >> 8 != Ch.EQ) return false;
  switch (op) {
    case Op.EQEQ: case Op.NE: case Op.LE: case Op.GE: case Op.WALRUS: return false;
    default: return true;
  }
}
