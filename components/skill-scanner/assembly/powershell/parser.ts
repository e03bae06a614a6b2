// PowerShell parser: tolerant, without backtracking. It reads into the tree that all languages share, as the shell's does.
// Built up from the reader (bytes) over texts, operands, operators and pipelines to the statements here.
import { N, Node } from "../ast";
import { Ch } from "../shell/reader";
import { Compounds } from "./compounds";
import { PowerOp } from "./nodes";
import { Word } from "./reader";

export class PowerParser extends Compounds {
  module(): Node {
    const n = this.node(N.Block), list = new Array<Node>();
    n.list = list;
    this.statements(list, 0);
    return this.done(n);
  }

  protected statements(out: Node[], closing: i32): void {
    for (;;) {
      this.separators();
      if (this.atEnd) return;
      const before = this.pos, c = this.byte;
      if (c == closing || (c == Ch.RBRACE && this.braces > 0)) return;
      if (c == Ch.RPAR || c == Ch.RBRACE || c == Ch.RSQ || c == Ch.PIPE || (c == Ch.AMP && this.next == c)) this.fault();
      else this.statementInto(out);
      this.endStatement();
      if (this.pos == before) this.pos++;
    }
  }

  /** `&&`, `||`, and the `&` behind what runs in the background. What else stands before the line's end belongs to nothing. */
  private endStatement(): void {
    this.blanks();
    const c = this.byte;
    if ((c == Ch.AMP || c == Ch.PIPE) && this.next == c) this.pos += 2;
    else if (c == Ch.AMP) this.pos++;
  }

  private statementInto(out: Node[]): void {
    if (this.byte == Ch.COLON) while (!this.atEnd && this.byte > Ch.SPACE) this.pos++; // a label
    this.blanks();
    const word = this.wordHere();
    if (word >= 0 && word < Word.ElseIf && this.compound(word, out)) return;
    const value = this.sentence(out);
    if (value !== null) out.push(this.statement(value));
  }

  /** A pipeline or an assignment; null when all of it was put out. */
  private sentence(out: Node[]): Node | null {
    const first = this.stage();
    this.blanks();
    const op = this.assignment();
    if (op < 0 || !isTarget(first)) return this.pipeline(first, out);
    this.pos = this.wordEnd;
    this.lines();
    const value = this.assigned();
    const cast = first.kind == N.Unary ? this.castTo(first, value) : value;
    const target = first.kind == N.Unary ? bare(first) : first;
    if (op == 0) { out.push(this.assign(target, cast)); return null; }
    const n = this.nodeFrom(N.AugAssign, first.start, first.line);
    n.a = target;
    n.b = cast;
    n.op = op;
    out.push(this.done(n));
    return null;
  }

  /** `[type]$x = value` */
  private castTo(target: Node, value: Node): Node {
    const n = this.nodeFrom(N.Unary, value.start, value.line);
    n.op = PowerOp.Cast;
    n.sym = target.sym;
    n.a = value;
    return this.done(n);
  }

  /** The operator before the `=` here, 0 when there is none; -1 when nothing is assigned. */
  private assignment(): i32 {
    const c = this.byte, d = this.next;
    this.wordEnd = this.pos + 1;
    if (c == Ch.EQ) return d == Ch.EQ ? -1 : 0;
    this.wordEnd++;
    if (d != Ch.EQ) return c == Ch.QUESTION && d == c && this.at(this.pos + 2) == Ch.EQ ? this.tripled() : -1;
    return c == Ch.PLUS || c == Ch.MINUS || c == Ch.STAR || c == Ch.SLASH || c == Ch.PERCENT ? c : -1;
  }

  private tripled(): i32 {
    this.wordEnd++;
    return 0;
  }

  /** What is assigned or returned: a statement. */
  protected assigned(): Node {
    const start = this.pos, line = this.line;
    if (!this.enter()) return this.deep();
    const list = new Array<Node>();
    this.lines();
    this.statementInto(list);
    this.leave();
    if (list.length == 1 && list[0].kind == N.ExprStmt) return list[0].a!;
    return this.blockOf(list, start, line);
  }
}

function isTarget(n: Node): bool {
  const target = n.kind == N.Unary ? bare(n) : n;
  return target.kind == N.Name || target.kind == N.Subscript || target.kind == N.Attr || (target.kind == N.List && target.op == 0);
}

/** Without the types before it. */
function bare(n: Node): Node {
  let target = n;
  while (target.kind == N.Unary && target.op == PowerOp.Cast) target = target.a!;
  return target;
}
