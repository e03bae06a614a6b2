// What is not parsed because it nests too deep is searched without recursion: its names and calls are still seen.
import { Node, N } from "../ast";
import { Cursor } from "./parser-cursor";
import { Op, T } from "./tokens";
import { isReserved, W } from "./words";

export abstract class Salvage extends Cursor {
  /** In place of an expression or statement that nests too deep: an Error with its names and calls in a flat list. */
  protected tooDeep(): Node {
    this.lx.faults.cutoff(this.lx.line);
    const n = this.node(N.Error);
    const found = new Array<Node>();
    n.list = found;
    this.search(found);
    return this.done(n);
  }

  /** Up to the bracket around it, or a comma, a semicolon or a colon that is in no bracket. */
  private search(found: Node[]): void {
    const lx = this.lx, open = new Array<i32>();
    let afterOperand = false;
    while (!this.atEnd()) {
      if (lx.kind == T.NAME && (!isReserved(lx.sym) || lx.sym == W.this_)) {
        found.push(this.reference());
        afterOperand = true;
        continue;
      }
      if (lx.kind == T.TEMPLATE) this.skipText(open);
      else if (lx.kind == T.OP) {
        if (!afterOperand && (lx.op & 255) == Op.SLASH) lx.regex();
        else if (this.endsAt(open)) return;
      }
      afterOperand = lx.kind != T.OP || lx.op == Op.RPAR || lx.op == Op.RSQ;
      if (lx.kind == T.OP && lx.op == Op.RBRACE && open.length > 0 && open.pop() == T.TEMPLATE) { this.skipText(open); afterOperand = true; }
      lx.next();
    }
  }

  /** Keeps account of the brackets; true at what ends the search. A `}` is left for the caller to close. */
  private endsAt(open: i32[]): bool {
    switch (this.lx.op) {
      case Op.LPAR: case Op.LSQ: case Op.LBRACE: open.push(T.OP); return false;
      case Op.RPAR: case Op.RSQ:
        if (open.length == 0) return true;
        open.pop();
        return false;
      case Op.RBRACE: return open.length == 0;
      case Op.COMMA: case Op.SEMI: case Op.COLON: return open.length == 0;
      default: return false;
    }
  }

  /** Over the text of a template: to its end, or into a substitution, which is then open. */
  private skipText(open: i32[]): void {
    const lx = this.lx;
    lx.pos = lx.end;
    lx.skipTemplate();
    if (lx.at(lx.pos) == 36) { // ${
      open.push(T.TEMPLATE);
      lx.pos += 2;
    } else if (lx.pos < lx.len) lx.pos++;
    lx.end = lx.pos;
  }

  /** A dotted name; called when a parenthesis follows, whose inside comes after it in the list. */
  private reference(): Node {
    let e = this.nameNode();
    while (this.isOp(Op.DOT) || this.isOp(Op.OPTIONAL)) {
      const n = this.nodeAt(N.Attr, e);
      this.lx.next();
      if (this.lx.kind != T.NAME && this.lx.kind != T.PRIVATE) break;
      n.line = this.lx.line;
      n.op = this.lx.start;
      n.a = e;
      n.sym = this.name();
      e = this.done(n);
    }
    if (!this.isOp(Op.LPAR)) return e;
    const call = this.nodeAt(N.Call, e);
    call.a = e;
    call.list = this.none;
    return this.done(call);
  }
}
