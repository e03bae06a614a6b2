// Lists of commands up to the reserved words that end them.
import { N, Node } from "../ast";
import { Ch } from "./reader";
import { W } from "./reserved";
import { Simple } from "./simple";

export abstract class Blocks extends Simple {
  protected isAwaited(word: i32): bool { return ((this.awaited >> word) & 1) != 0; }

  /** The rest of a list of commands, and what ends it. */
  protected group(closer: i32): Node {
    const n = this.part(1 << closer);
    if (closer == W.paren) { if (this.byte == Ch.RPAR) this.pos++; else this.fault(); }
    else this.expect(closer);
    return n;
  }

  /** Commands up to one of these words, or one that something around awaits. */
  protected part(closers: i32): Node {
    const n = this.node(N.Block), list = new Array<Node>(), outer = this.awaited;
    n.list = list;
    this.awaited |= closers;
    this.list(list);
    this.awaited = outer;
    return this.done(n);
  }

  protected accept(word: i32): bool {
    this.lineBlanks();
    if (this.reserved() != word) return false;
    this.pos = this.reservedEnd;
    return true;
  }

  protected expect(word: i32): void {
    if (!this.accept(word)) this.fault();
  }

  /** Blanks and line ends. */
  protected lineBlanks(): void {
    this.blanks();
    while (this.byte == Ch.LF && !this.atEnd) {
      this.lineEnd();
      this.blanks();
    }
  }
}
