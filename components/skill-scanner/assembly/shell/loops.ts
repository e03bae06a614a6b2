// Loops: while, until, for, select.
import { N, Node } from "../ast";
import { Names } from "../python/names";
import { Blocks } from "./blocks";
import { Ch, endsWord } from "./reader";
import { IN, W } from "./reserved";

export abstract class Loops extends Blocks {
  private readonly parameters: i32;

  constructor(src: StaticArray<u8>, length: i32, names: Names) {
    super(src, length, names);
    this.parameters = names.of("@");
  }

  protected whileLoop(start: i32, line: i32): Node {
    const n = this.nodeFrom(N.While, start, line);
    n.list = [this.part(1 << W.do_), this.body()];
    return this.done(n);
  }

  /** `do … done`, or braces. */
  private body(): Node {
    this.lineBlanks();
    if (this.byte == Ch.SEMI) { this.pos++; this.lineBlanks(); }
    if (this.reserved() == W.brace) { this.pos = this.reservedEnd; return this.group(W.endBrace); }
    this.expect(W.do_);
    return this.group(W.done_);
  }

  protected forLoop(start: i32, line: i32): Node {
    this.blanks();
    if (this.byte == Ch.LPAR && this.next == Ch.LPAR) return this.countingLoop(start, line);
    const n = this.nodeFrom(N.For, start, line), from = this.pos;
    while (!this.atEnd && !endsWord(this.byte)) this.pos++;
    n.a = this.variable(from, this.pos);
    this.lineBlanks();
    n.list = [this.iterated(), this.body()];
    return this.done(n);
  }

  /** The words behind `in`; without it the parameters. */
  private iterated(): Node {
    if (this.packedWord() != IN) return this.name(this.parameters, this.pos, this.pos);
    this.pos = this.reservedEnd;
    const n = this.node(N.List), words = new Array<Node>();
    n.list = words;
    for (;;) {
      this.blanks();
      if (this.atEnd || (endsWord(this.byte) && !this.atProcess())) return this.done(n);
      this.argument(words);
    }
    return n;
  }

  /** `for ((a; b; c))`: a, then while b: the body and c. */
  private countingLoop(start: i32, line: i32): Node {
    this.pos += 2;
    const n = this.nodeFrom(N.Block, start, line), loop = this.nodeFrom(N.While, start, line);
    const first = this.clause(), condition = this.clause(), last = this.clause();
    this.closeArithmetic();
    const body = this.body();
    body.list!.push(last);
    loop.list = [condition, body];
    n.list = [first, this.done(loop)];
    return this.done(n);
  }

  private clause(): Node {
    this.arithmeticBlanks();
    const isEmpty = this.byte == Ch.SEMI || this.byte == Ch.RPAR;
    const value = isEmpty ? this.text(this.pos, this.pos, this.line) : this.arithmetic();
    this.arithmeticBlanks();
    if (this.byte == Ch.SEMI) this.pos++;
    return this.statement(value);
  }
}
