// String literals. An f-string is literal text with fields in it: its text is stepped over by bytes, its fields are
// lexed as code.
import { Node, N } from "../ast";
import { listOf } from "../parsing/tree-cursor";
import { Op, SF, T } from "./lexer";
import { Ch } from "./lexer-tokens";
import { Salvage } from "./parser-salvage";

/** Format specs inside format specs: CPython allows two levels. */
const MAX_SPECS: i32 = 4;

class FString {
  constructor(public quote: i32, public flags: i32, public line: i32, public list: Node[]) {}
}

export abstract class Strings extends Salvage {
  /** The value of a field: like an expression list, but `:=` begins a format spec. */
  protected abstract fieldValue(): Node;

  /** Adjacent literals are one FStr node, a single plain literal is a Str. */
  protected strings(): Node {
    const first = this.oneString();
    if (!this.atString()) return first;
    const n = this.nodeAt(N.FStr, first);
    const parts = listOf(first);
    while (this.atString()) parts.push(this.oneString());
    n.list = parts;
    n.op = first.op;
    return this.done(n);
  }

  @inline private atString(): bool { return this.lx.kind == T.STRING || this.lx.kind == T.FSTRING; }

  private oneString(): Node {
    const lx = this.lx;
    if (lx.kind == T.FSTRING) return this.fstring();
    const n = this.node(N.Str);
    n.op = lx.sflags;
    lx.next();
    return this.done(n);
  }

  private fstring(): Node {
    const lx = this.lx;
    const n = this.node(N.FStr);
    const parts = new Array<Node>();
    n.list = parts;
    const f = new FString(lx.op, lx.sflags, lx.line, parts);
    if (this.parts(f, false, 0)) {
      f.flags = lx.closeText(f.quote, f.flags, f.line);
      lx.next();
    }
    n.op = f.flags;
    return this.done(n);
  }

  /** Text and fields up to the closing quote, the end of an unclosed literal or, in a format spec, its `}`.
      False when a field was never closed and the current token is the end of its line. */
  private parts(f: FString, spec: bool, level: i32): bool {
    const lx = this.lx;
    for (;;) {
      const from = lx.pos, line = lx.curLine;
      lx.skipText(f.quote, f.flags, spec);
      if (lx.pos > from) this.text(f, from, line);
      if (lx.at(lx.pos) != Ch.LBRACE) return true;
      if (level > MAX_SPECS) { lx.faults.cutoff(lx.curLine); lx.pos++; }
      else if (!this.field(f, level)) return false;
    }
    return true;
  }

  private text(f: FString, from: i32, line: i32): void {
    const n = this.node(N.Str);
    n.start = from;
    n.end = this.lx.pos;
    n.line = line;
    n.op = f.flags | SF.BARE;
    f.list.push(n);
  }

  /** At the `{` of a field; after it pos is behind its `}`. False as in parts(). */
  private field(f: FString, level: i32): bool {
    const lx = this.lx, outer = lx.depth, open = lx.pos;
    lx.depth = outer + 1;
    lx.pos = open + 1;
    lx.next();
    f.list.push(this.fieldValue());
    this.acceptOp(Op.EQ); // {x=}
    if (this.acceptOp(Op.BANG) && lx.kind == T.NAME) lx.next(); // {x!r}
    if (this.isOp(Op.COLON) || this.isOp(Op.WALRUS)) { // the token may be `:=`, of which the `=` is the spec's
      lx.pos = lx.start + 1;
      lx.depth = outer + 1;
      if (!this.parts(f, true, level + 1)) return false;
      lx.next();
    }
    return this.closeField(outer, open);
  }

  private closeField(outer: i32, open: i32): bool {
    const lx = this.lx;
    if (this.isOp(Op.RBRACE)) {
      lx.pos = lx.end;
      lx.depth = outer;
      return true;
    }
    this.fault();
    if (this.atLineEnd()) return false;
    lx.pos = max(lx.start, open + 1); // what is no field is read on as text
    lx.curLine = lx.line;
    lx.depth = outer;
    return true;
  }
}
