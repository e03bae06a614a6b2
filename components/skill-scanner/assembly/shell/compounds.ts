// Compound commands: which is which; conditions, cases, functions, tests.
import { N, Node } from "../ast";
import { Loops } from "./loops";
import { Ch, endsWord } from "./reader";
import { IN, W } from "./reserved";

export abstract class Compounds extends Loops {
  /** Any command, through its redirections; null when it is assignments only. */
  protected abstract anyCommand(out: Node[], piped: Node | null): Node | null;

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
