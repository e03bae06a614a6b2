// Commands with their words and redirections, and the pipelines that they are in.
import { N, Node } from "../ast";
import { Ch, isDigit, isNamePart } from "../shell/reader";
import { INVOKED, VARIABLE } from "./nodes";
import { Operators } from "./operators";
import { isLetter } from "./reader";

/** Commands of a pipeline that are nested: behind them a variable holds what came so far. */
const MAX_STAGES: i32 = 16;

export abstract class Pipelines extends Operators {
  /** `first` is what the pipeline begins with. */
  protected pipeline(first: Node, out: Node[]): Node {
    let value = this.redirected(first);
    for (let count = 1; this.acceptPipe(); count++) {
      if (count % MAX_STAGES == 0) value = this.held(value, out);
      value = this.redirected(this.fed(this.stage(), value));
    }
    return value;
  }

  /** A pipe, which may also begin the next line. */
  private acceptPipe(): bool {
    this.blanks();
    if (this.byte == Ch.PIPE && this.next != Ch.PIPE && !this.atEnd) {
      this.pos++;
      this.lines();
      return true;
    }
    if (this.byte != Ch.LF || this.atEnd) return false;
    const pos = this.pos, line = this.line;
    let p = pos + 1;
    while (this.at(p) == Ch.SPACE || this.at(p) == Ch.TAB) p++;
    if (this.at(p) != Ch.PIPE || this.at(p + 1) == Ch.PIPE) return false;
    this.pos = p + 1;
    this.line = line + 1;
    this.lines();
    return true;
  }

  private held(value: Node, out: Node[]): Node {
    const held = this.name(this.heldOutput, value.start, value.start);
    held.op = VARIABLE;
    out.push(this.assign(held, value));
    return held;
  }

  private fed(stage: Node, input: Node): Node {
    if (stage.kind == N.Call && stage.a!.kind != N.Attr) {
      stage.list!.push(this.keyword(this.stdin, input));
      return stage;
    }
    const n = this.nodeFrom(N.Sequence, input.start, input.line);
    n.list = [input, stage];
    return this.done(n);
  }

  /** What a pipeline may begin with, or hand something to. */
  protected stage(): Node {
    this.blanks();
    if (this.isInvocation()) return this.invocation();
    if (this.startsOperand() || this.startsUnary() || this.startsNumber()) return this.expression();
    return this.commanded();
  }

  private startsNumber(): bool {
    if (!isDigit(this.byte)) return false;
    let p = this.pos;
    while (isDigit(this.at(p)) && p < this.pos + 24) p++;
    return !isNamePart(this.at(p)) || (this.at(p) | 32) == 120;
  }

  private isInvocation(): bool {
    const c = this.byte, d = this.next;
    if (c == Ch.AMP) return d != Ch.AMP;
    return c == 46 && (d == Ch.SPACE || d == Ch.TAB || d == Ch.DQUOTE || d == Ch.SQUOTE || d == Ch.DOLLAR || d == Ch.LPAR || d == Ch.LBRACE);
  }

  /** `& name …`, `. name …` */
  private invocation(): Node {
    const n = this.node(N.Call);
    this.pos++;
    this.blanks();
    n.op = INVOKED;
    const before = this.pos;
    n.a = this.startsOperand() ? this.operand() : this.bareword(new Array<Node>(), this.pos, this.line);
    if (this.pos == before) this.fault();
    return this.words(n);
  }

  private commanded(): Node {
    const n = this.node(N.Call);
    n.a = this.bareword(new Array<Node>(), this.pos, this.line);
    if (this.pos == n.start) this.fault();
    return this.words(n);
  }

  // ---- words of a command

  private words(call: Node): Node {
    const list = new Array<Node>();
    call.list = list;
    for (this.blanks(); !this.endsCommand(); this.blanks()) {
      const before = this.pos;
      if (this.atRedirection()) this.redirection(list);
      else this.argument(list);
      if (this.pos == before) { this.fault(); this.pos++; }
    }
    return this.done(call);
  }

  private endsCommand(): bool {
    if (this.atEnd) return true;
    const c = this.byte;
    return c == Ch.LF || c == Ch.SEMI || c == Ch.PIPE || c == Ch.AMP || c == Ch.RPAR || c == Ch.RBRACE;
  }

  private argument(list: Node[]): void {
    if (this.isParameter()) {
      const from = this.pos;
      this.pos++;
      while (!this.atEnd && (isNamePart(this.byte) || this.byte == Ch.MINUS)) this.pos++;
      if (this.byte != Ch.COLON) {
        if (this.wordGoesOn()) this.pos = from;
        else { list.push(this.text(from, this.pos, this.line)); return; }
      } else {
        list.push(this.text(from, this.pos, this.line));
        this.pos++;
        this.blanks();
        if (this.endsCommand()) return;
      }
    }
    const first = this.word();
    this.blanks();
    if (this.byte != Ch.COMMA) { list.push(first); return; }
    const n = this.nodeFrom(N.List, first.start, first.line), items = new Array<Node>();
    items.push(first);
    while (this.accept(Ch.COMMA)) {
      this.lines();
      if (this.endsCommand()) break;
      items.push(this.word());
      this.blanks();
    }
    n.list = items;
    list.push(this.done(n));
  }

  /** More of a word stands here: `-o=file`, `-x"y"`. */
  private wordGoesOn(): bool {
    const c = this.byte;
    return c > Ch.SPACE && !this.endsCommand() && c != Ch.COMMA && c != Ch.LPAR && c != Ch.LBRACE && c != Ch.GT;
  }

  private word(): Node {
    const start = this.pos, line = this.line;
    if (this.byte == Ch.AT && (isLetter(this.next) || this.next == 95)) return this.splat();
    if (!this.startsOperand()) {
      if (this.byte == Ch.LSQ && this.typeEnd() >= 0) return this.unary();
      return this.bareword(new Array<Node>(), start, line);
    }
    const first = this.operand();
    const c = this.byte;
    if (this.pos == start || c == Ch.COMMA || !this.wordGoesOn() || first.kind == N.Lambda) return first;
    const parts = new Array<Node>();
    parts.push(first);
    return this.bareword(parts, start, line);
  }

  // ---- redirections

  private atRedirection(): bool {
    const c = this.byte;
    if (c == Ch.GT || c == Ch.LT) return true;
    return (isDigit(c) || c == Ch.STAR) && this.next == Ch.GT;
  }

  /** Redirections behind something that is no command. */
  private redirected(value: Node): Node {
    if (value.kind == N.Call && value.a!.kind != N.Attr) return this.streamed(value);
    const list = new Array<Node>();
    for (this.blanks(); this.byte == Ch.GT && !this.atEnd; this.blanks()) this.redirection(list);
    return this.outputs(value, list);
  }

  /** The outputs among the words of a command are around it. */
  private streamed(call: Node): Node {
    const words = call.list!, outputs = new Array<Node>();
    let kept = 0;
    for (let i = 0; i < words.length; i++) {
      const word = unchecked(words[i]);
      if (isOutput(word)) outputs.push(word);
      else unchecked(words[kept++] = word);
    }
    if (outputs.length == 0) return call;
    words.length = kept;
    return this.outputs(call, outputs);
  }

  private outputs(value: Node, list: Node[]): Node {
    let result = value;
    for (let i = 0; i < list.length; i++) {
      const output = unchecked(list[i]);
      if (!isOutput(output)) continue;
      output.list!.push(this.keyword(this.stdin, result));
      result = output;
      if (i > MAX_STAGES) break;
    }
    return result;
  }

  /** `> file`, `2>&1`, `*> $null` */
  private redirection(list: Node[]): void {
    const start = this.pos, line = this.line, first = this.byte;
    if (first != Ch.GT && first != Ch.LT) this.pos++;
    this.pos++;
    const isMore = this.accept(Ch.GT);
    if (this.accept(Ch.AMP)) { if (isDigit(this.byte)) this.pos++; return; }
    this.blanks();
    if (this.endsCommand()) { this.fault(); return; }
    const target = this.word();
    if (first == Ch.LT || (first != Ch.GT && first != 49 && first != Ch.STAR) || this.isVariable(target)) {
      if (first == Ch.LT || this.isNull(target)) return;
    }
    list.push(this.pseudo(isMore ? ">>" : ">", start, line, [target]));
  }

  private isNull(n: Node): bool {
    return n.kind == N.Name && n.end - n.start == 4 && (this.at(n.start) | 32) == 110 && (this.at(n.start + 1) | 32) == 117;
  }
}

/** A redirection, and no command in the place of a word. */
function isOutput(word: Node): bool {
  return word.kind == N.Call && word.a!.kind == N.Name && word.a!.op == 1;
}
