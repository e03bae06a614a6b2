// Shell parser: tolerant, without backtracking but for the one quote that was never closed. It reads what POSIX sh,
// bash and zsh share, and most of what bash adds, into the tree that all languages share. Built up from the Reader
// (bytes) over words, expansions and simple commands to the lists here.
import { N, Node } from "../ast";
import { Names } from "../python/names";
import { Compounds } from "./compounds";
import { Ch } from "./reader";
import { Streams } from "./redirections";
import { isCloser, W } from "./reserved";

/** Commands of a pipeline that are nested: behind them a variable holds what came so far. */
const MAX_STAGES: i32 = 16;

export class ShellParser extends Compounds {
  private readonly heldOutput: i32;

  constructor(src: StaticArray<u8>, length: i32, names: Names) {
    super(src, length, names);
    this.heldOutput = names.of("|");
  }

  module(): Node {
    const n = this.node(N.Block), list = new Array<Node>();
    n.list = list;
    this.list(list);
    return this.done(n);
  }

  /** Lists joined by `;`, `&`, `&&`, `||` and line ends, one after the other: what follows `&&` may be skipped. */
  protected list(out: Node[]): void {
    let mayBeSkipped = false;
    for (;;) {
      this.lineBlanks();
      if (this.atEnd) return;
      const c = this.byte;
      if (c == Ch.SEMI) {
        if ((this.next == Ch.SEMI || this.next == Ch.AMP) && this.isAwaited(W.caseEnd)) return;
        this.pos++;
        mayBeSkipped = false;
      } else if ((c == Ch.AMP && this.next != Ch.GT) || c == Ch.PIPE) {
        mayBeSkipped = this.next == c;
        this.pos += mayBeSkipped ? 2 : 1;
        if (c == Ch.PIPE && !mayBeSkipped) this.fault();
      } else if (c == Ch.RPAR) {
        if (this.isAwaited(W.paren)) return;
        this.fault();
        this.pos++;
      } else {
        const word = this.reserved();
        if (isCloser(word)) {
          if (this.isAwaited(word)) return;
          this.fault();
          this.pos = this.reservedEnd;
        } else {
          this.pipeline(out, mayBeSkipped);
          mayBeSkipped = false;
        }
      }
    }
  }

  private pipeline(out: Node[], mayBeSkipped: bool): void {
    const target = mayBeSkipped ? new Array<Node>() : out;
    const value = this.stages(target);
    if (value !== null) target.push(this.statement(value));
    if (!mayBeSkipped || target.length == 0) return;
    if (target.length == 1 && target[0].kind == N.ExprStmt && target[0].a!.kind == N.Call) { out.push(target[0]); return; }
    const block = this.nodeFrom(N.Block, target[0].start, target[0].line);
    block.list = target;
    out.push(this.done(block));
  }

  /** `a | b | c`: the last command, fed by those before. */
  private stages(out: Node[]): Node | null {
    let value: Node | null = null;
    for (let count = 1; ; count++) {
      value = this.anyCommand(out, value);
      this.blanks();
      if (this.byte != Ch.PIPE || this.next == Ch.PIPE || this.atEnd) return value;
      this.pos += this.next == Ch.AMP ? 2 : 1;
      this.lineBlanks();
      if (count % MAX_STAGES == 0 && value !== null) {
        const held = this.name(this.heldOutput, value.start, value.end);
        out.push(this.assign(held, value));
        value = held;
      }
    }
    return value;
  }

  protected anyCommand(out: Node[], piped: Node | null): Node | null {
    let word = this.reserved();
    while (word == W.bang || word == W.time_ || word == W.coproc) {
      this.pos = this.reservedEnd;
      this.blanks();
      word = this.reserved();
    }
    if (isCloser(word) && this.isAwaited(word)) { this.fault(); return piped; }
    let node: Node;
    if (this.byte == Ch.LPAR) node = this.parenthesised();
    else if (word != W.none && !isCloser(word)) node = this.compound(word);
    else return this.simple(out, piped);
    return node.kind == N.FuncDef ? node : this.redirected(node, out, piped);
  }

  /** `(…)` or `((…))`. */
  private parenthesised(): Node {
    if (!this.enter()) return this.flat();
    let node: Node;
    if (this.next == Ch.LPAR && this.isArithmetic(this.pos + 2)) {
      this.pos += 2;
      node = this.arithmetic();
      this.closeArithmetic();
    } else {
      this.pos++;
      node = this.group(W.paren);
    }
    this.leave();
    return node;
  }

  private redirected(node: Node, out: Node[], piped: Node | null): Node {
    const streams = new Streams(piped);
    for (this.blanks(); this.redirection(streams, out); ) this.blanks();
    const value = this.streamed(node, streams);
    return value === null ? node : value;
  }
}
