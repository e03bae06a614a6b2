// What lies too deep to be parsed: only names of commands and their plain words are looked for, without recursion.
import { N, Node } from "../ast";
import { Ch, endsWord, Reader } from "./reader";
import { W } from "./reserved";

export abstract class Flat extends Reader {
  /** Takes the rest of the region. An Error node with the calls in it. */
  protected flat(): Node {
    const n = this.node(N.Error);
    const calls = new Array<Node>();
    n.list = calls;
    while (!this.atEnd) {
      if (isMark(this.byte)) this.step();
      else if (this.reserved() != W.none) this.pos = this.reservedEnd;
      else calls.push(this.flatCall());
    }
    return this.done(n);
  }

  private flatCall(): Node {
    const n = this.node(N.Call);
    const list = new Array<Node>();
    n.list = list;
    const from = this.pos;
    this.flatWord();
    n.a = this.command(this.symbol(from, this.pos), from);
    while (!this.atEnd && !startsCommand(this.byte)) {
      if (isMark(this.byte)) this.step();
      else list.push(this.flatText());
    }
    return this.done(n);
  }

  private flatText(): Node {
    const from = this.pos;
    this.flatWord();
    return this.text(from, this.pos, this.line);
  }

  private flatWord(): void {
    while (!this.atEnd && !isMark(this.byte)) this.pos++;
  }

  private step(): void {
    if (this.byte == Ch.LF) this.line++;
    this.pos++;
    this.work++;
  }
}

function isMark(c: i32): bool {
  return endsWord(c) || c == Ch.NUL || c == Ch.DOLLAR || c == Ch.DQUOTE || c == Ch.SQUOTE || c == Ch.BACKTICK || c == Ch.LBRACE || c == Ch.RBRACE || c == Ch.BACKSLASH;
}

function startsCommand(c: i32): bool {
  return c == Ch.LF || c == Ch.SEMI || c == Ch.AMP || c == Ch.PIPE || c == Ch.LPAR || c == Ch.BACKTICK;
}
