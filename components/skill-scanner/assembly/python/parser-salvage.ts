// What is not parsed because it nests too deep, or is no Python, is searched without recursion: its names and calls are
// still seen.
import { Node, N } from "../ast";
import { K, Op, T } from "./lexer";
import { Peek } from "./parser-peek";

export abstract class Salvage extends Peek {
  /** In place of an expression that nests too deep: an Error with its names and calls in a flat list. */
  protected tooDeep(): Node {
    const lx = this.lx;
    lx.faults.cutoff(lx.line);
    const n = this.node(N.Error);
    const found = new Array<Node>();
    n.list = found;
    this.search(found, lx.depth - (this.opensBracket() ? 1 : 0));
    return this.done(n);
  }

  /** The rest of a line that is no Python, in the same way, as a statement. */
  protected unreadLine(): Node {
    this.fault();
    const n = this.node(N.ExprStmt);
    const error = this.node(N.Error);
    const found = new Array<Node>();
    error.list = found;
    this.search(found, -1);
    n.a = this.done(error);
    return this.done(n);
  }

  /** Up to the line's end, the bracket around `level`, or a comma at it. */
  private search(found: Node[], level: i32): void {
    const lx = this.lx;
    while (!this.atLineEnd()) {
      if (lx.kind == T.NAME && lx.sym > K.LAST_KW) { found.push(this.reference()); continue; }
      if (lx.kind == T.OP && (lx.depth < level || (lx.depth == level && lx.op == Op.COMMA))) return;
      if (lx.kind == T.FSTRING) lx.plainString();
      lx.next();
    }
  }

  /** A dotted name; called when a parenthesis follows, whose inside comes after it in the list. */
  private reference(): Node {
    let e = this.nameNode();
    while (this.isOp(Op.DOT)) e = this.attribute(e);
    if (!this.isOp(Op.LPAR)) return e;
    const call = this.nodeAt(N.Call, e);
    call.a = e;
    call.list = this.none;
    return this.done(call);
  }

  private opensBracket(): bool { return this.isOp(Op.LPAR) || this.isOp(Op.LSQ) || this.isOp(Op.LBRACE); }
}
