// Compound commands: groups, conditions, loops, cases, functions.
import { N, Node } from "../ast";
import { Names } from "../python/names";
import { Ch, endsWord } from "./reader";
import { IN, W } from "./reserved";
import { Simple } from "./simple";

export abstract class Compounds extends Simple {
  private readonly parameters: i32;

  constructor(src: StaticArray<u8>, length: i32, names: Names) {
    super(src, length, names);
    this.parameters = names.of("@");
  }

  /** Any command, through its redirections; null when it is assignments only. */
  protected abstract anyCommand(out: Node[], piped: Node | null): Node | null;

  protected isAwaited(word: i32): bool { return ((this.awaited >> word) & 1) != 0; }

  /** At a reserved word that begins a compound command. */
  protected compound(word: i32): Node {
    const start = this.pos, line = this.line;
    if (!this.enter()) return this.flat();
    this.pos = this.reservedEnd;
    const node = this.compoundBody(word, start, line);
    this.leave();
    return node;
  }

  private compoundBody(word: i32, start: i32, line: i32): Node {
    switch (word) {
      case W.if_: return this.conditional(start, line);
      case W.while_: case W.until_: return this.whileLoop(start, line);
      case W.for_: case W.select_: return this.forLoop(start, line);
      case W.case_: return this.cases(start, line);
      case W.function_: return this.namedFunction();
      case W.test: return this.test(start, line);
      default: return this.group(W.endBrace);
    }
  }

  /** The rest of a list of commands, and what ends it. */
  protected group(closer: i32): Node {
    const n = this.part(1 << closer);
    if (closer == W.paren) { if (this.byte == Ch.RPAR) this.pos++; else this.fault(); }
    else this.expect(closer);
    return n;
  }

  /** Commands up to one of these words, or one that something around awaits. */
  private part(closers: i32): Node {
    const n = this.node(N.Block), list = new Array<Node>(), outer = this.awaited;
    n.list = list;
    this.awaited |= closers;
    this.list(list);
    this.awaited = outer;
    return this.done(n);
  }

  private accept(word: i32): bool {
    this.lineBlanks();
    if (this.reserved() != word) return false;
    this.pos = this.reservedEnd;
    return true;
  }

  private expect(word: i32): void {
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

  private conditional(start: i32, line: i32): Node {
    const n = this.nodeFrom(N.If, start, line), list = new Array<Node>();
    n.list = list;
    do {
      list.push(this.part(1 << W.then_));
      this.expect(W.then_);
      list.push(this.part((1 << W.elif_) | (1 << W.else_) | (1 << W.fi_)));
    } while (this.accept(W.elif_));
    if (this.accept(W.else_)) list.push(this.part(1 << W.fi_));
    this.expect(W.fi_);
    return this.done(n);
  }

  private whileLoop(start: i32, line: i32): Node {
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

  private forLoop(start: i32, line: i32): Node {
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

  private cases(start: i32, line: i32): Node {
    const n = this.nodeFrom(N.Match, start, line), list = new Array<Node>();
    n.list = list;
    this.blanks();
    if (this.atEnd || endsWord(this.byte)) this.fault();
    else list.push(this.word());
    this.lineBlanks();
    if (this.packedWord() != IN) { this.fault(); return this.done(n); }
    this.pos = this.reservedEnd;
    while (!this.accept(W.esac_)) {
      if (this.atEnd || this.atOuterCloser()) { this.fault(); break; }
      list.push(this.clauseOfCase());
    }
    return this.done(n);
  }

  private atOuterCloser(): bool {
    const word = this.reserved();
    if (word == W.none || !this.isAwaited(word)) return false;
    const c = this.at(this.reservedEnd);
    return c != Ch.RPAR && c != Ch.PIPE; // `done)` is a pattern
  }

  /** `pattern | pattern) commands ;;` */
  private clauseOfCase(): Node {
    const n = this.node(N.Case), patterns = this.node(N.Tuple), list = new Array<Node>(), start = this.pos;
    n.a = patterns;
    patterns.list = list;
    if (this.byte == Ch.LPAR) this.pos++;
    for (;;) {
      this.blanks();
      if (this.byte == Ch.PIPE) { this.pos++; continue; }
      if (this.atEnd || endsWord(this.byte)) break;
      list.push(this.word());
    }
    this.done(patterns);
    if (this.byte == Ch.RPAR) this.pos++;
    else this.fault();
    n.b = this.part((1 << W.caseEnd) | (1 << W.esac_));
    this.endOfCase();
    if (this.pos == start) this.pos++;
    return this.done(n);
  }

  /** `;;`, `;&`, `;;&` */
  private endOfCase(): void {
    if (this.byte != Ch.SEMI) return;
    while (this.byte == Ch.SEMI || this.byte == Ch.AMP) this.pos++;
  }

  private namedFunction(): Node {
    this.blanks();
    const from = this.pos;
    while (!this.atEnd && !endsWord(this.byte)) this.pos++;
    const name = this.command(this.symbol(from, this.pos), from);
    this.blanks();
    if (this.byte == Ch.LPAR) {
      this.pos++;
      this.blanks();
      if (this.byte == Ch.RPAR) this.pos++;
      else this.fault();
    }
    return this.functionBody(name);
  }

  protected functionBody(name: Node): Node {
    const n = this.nodeFrom(N.FuncDef, name.start, name.line), list = new Array<Node>();
    n.sym = name.kind == N.Name ? name.sym : this.symbol(name.start, name.end);
    n.list = this.none;
    this.lineBlanks();
    const block = this.node(N.Block), outer = this.awaited;
    block.list = list;
    if (this.enter()) {
      const body = this.anyCommand(list, null);
      if (body !== null) list.push(this.statement(body));
      this.leave();
    } else list.push(this.statement(this.flat()));
    this.awaited = outer;
    n.b = this.done(block);
    return this.done(n);
  }

  /** `[[ … ]]`: its words, whatever the operators between them. */
  private test(start: i32, line: i32): Node {
    const list = new Array<Node>();
    for (;;) {
      this.lineBlanks();
      if (this.atEnd || this.byte == Ch.SEMI) { this.fault(); break; }
      if (this.atTestEnd()) { this.pos += 2; break; }
      if (endsWord(this.byte) && !this.atProcess()) this.pos++;
      else this.argument(list);
    }
    return this.pseudo(":test", start, line, list);
  }

  private atTestEnd(): bool {
    return this.byte == Ch.RSQ && this.next == Ch.RSQ && (this.pos + 2 >= this.end || endsWord(this.at(this.pos + 2)));
  }
}
