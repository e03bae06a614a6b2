// Where a command's input comes from and its output goes to.
import { N, Node } from "../ast";
import { Heredocs } from "./heredocs";
import { Names } from "../python/names";
import { Ch, endsWord, isDigit } from "./reader";

/** Outputs of one command that are nested; more are looked at by themselves. */
const MAX_OUTPUTS: i32 = 6;

/** Of one command. */
export class Streams {
  /** Calls that take the output, the first innermost. */
  outputs: Node[] | null = null;
  constructor(public input: Node | null) {}
}

export abstract class Redirections extends Heredocs {
  protected readonly stdin: i32;
  /** The variable that holds the input of what is inside a compound command: see match.ts. */
  protected readonly heldInput: i32;

  constructor(src: StaticArray<u8>, length: i32, names: Names) {
    super(src, length, names);
    this.stdin = names.of("stdin");
    this.heldInput = names.of("&0");
  }

  /** Takes the redirection here; false when there is none. */
  protected redirection(streams: Streams, out: Node[]): bool {
    const start = this.pos;
    let p = start, descriptor = -1;
    while (isDigit(this.at(p)) && p < start + 4) descriptor = max(0, descriptor) * 10 + this.at(p++) - Ch.ZERO;
    const c = this.at(p);
    if (descriptor < 0 && c == Ch.AMP && this.at(p + 1) == Ch.GT) p++;
    else if (c != Ch.LT && c != Ch.GT) return false;
    if (descriptor < 0 && this.at(p + 1) == Ch.LPAR) return false; // <(…) is a word
    this.pos = p + 1;
    if (this.at(p) == Ch.LT) this.input(streams, descriptor, start, out);
    else this.output(streams, descriptor, start, out);
    return true;
  }

  private input(streams: Streams, descriptor: i32, start: i32, out: Node[]): void {
    const c = this.byte;
    if (c == Ch.LT) { streams.input = this.here(); return; }
    if (c == Ch.AMP) { this.pos++; streams.input = this.copied(start); return; }
    const isBoth = c == Ch.GT;
    if (isBoth) this.pos++;
    const list = new Array<Node>(), line = this.line;
    this.target(list);
    const value = this.pseudo(isBoth ? "<>" : "<", start, line, list);
    if (descriptor > 2) out.push(this.assign(this.name(this.descriptor(descriptor), start, this.pos), value));
    else streams.input = value;
  }

  /** `<<<` and `<<`, behind the first `<`. */
  private here(): Node {
    this.pos++;
    if (this.byte != Ch.LT) {
      const dropsTabs = this.byte == Ch.MINUS;
      if (dropsTabs) this.pos++;
      return this.heredoc(dropsTabs);
    }
    this.pos++;
    const words = new Array<Node>();
    this.target(words);
    return words.length > 0 ? words[0] : this.text(this.pos, this.pos, this.line);
  }

  private output(streams: Streams, descriptor: i32, start: i32, out: Node[]): void {
    const line = this.line, list = new Array<Node>();
    let name = ">";
    if (this.byte == Ch.GT) { name = ">>"; this.pos++; }
    else if (this.byte == Ch.PIPE) this.pos++;
    else if (this.byte == Ch.AMP) {
      this.pos++;
      if (isDigit(this.byte) || this.byte == Ch.MINUS) { this.duplicated(streams, descriptor, start, out); return; }
    }
    this.target(list);
    if (descriptor == 2 && this.isNull(list)) return;
    const call = this.pseudo(descriptor == 2 ? "2>" : name, start, line, list);
    if (descriptor == 2) out.push(this.statement(call));
    else if (descriptor > 2) out.push(this.assign(this.name(this.descriptor(descriptor), start, this.pos), call));
    else this.addOutput(streams, call, out);
  }

  /** `/dev/null`: there errors say nothing. */
  private isNull(words: Node[]): bool {
    return words.length == 1 && words[0].kind == N.Str && words[0].end - words[0].start == 9 && unchecked(this.src[words[0].end - 4]) == 110;
  }

  /** `>&3`: to where descriptor 3 leads. The first three lead where they always do. */
  private duplicated(streams: Streams, descriptor: i32, start: i32, out: Node[]): void {
    const line = this.line, target = this.copied(start);
    if (target === null || descriptor > 2) return;
    const call = this.pseudo(">", start, line, [target]);
    if (descriptor == 2) out.push(this.statement(call));
    else this.addOutput(streams, call, out);
  }

  /** The variable of the descriptor in the word here; null for the first three, and for `-`. */
  private copied(start: i32): Node | null {
    let p = this.pos, number = 0;
    while (isDigit(this.at(p)) && p < this.pos + 4) number = number * 10 + this.at(p++) - Ch.ZERO;
    if (this.at(p) == Ch.MINUS) p++;
    this.pos = p;
    return number > 2 ? this.name(this.descriptor(number), start, p) : null;
  }

  private descriptor(number: i32): i32 { return this.names.of("&" + number.toString()); }

  private addOutput(streams: Streams, call: Node, out: Node[]): void {
    let outputs = streams.outputs;
    if (outputs === null) outputs = streams.outputs = new Array<Node>();
    if (outputs.length < MAX_OUTPUTS) outputs.push(call);
    else out.push(this.statement(call));
  }

  /** The word behind a redirection. */
  private target(list: Node[]): void {
    this.blanks();
    if (this.atEnd || (endsWord(this.byte) && !this.atProcess())) this.fault();
    else this.argument(list);
  }

  @inline protected atProcess(): bool {
    return this.next == Ch.LPAR && (this.byte == Ch.LT || this.byte == Ch.GT);
  }

  /** A word that is not the first, or the several that it is. */
  protected argument(into: Node[]): void {
    if (this.atProcess()) { into.push(this.process()); return; }
    this.expandedWord(into);
  }

  /** `<(…)` and `>(…)`: a file that holds the output of commands, or feeds them. */
  private process(): Node {
    const start = this.pos, line = this.line, isInput = this.byte == Ch.LT;
    const value = this.substitution(2);
    return this.pseudo(isInput ? ":process" : ":feed", start, line, [isInput ? this.keyword(this.stdin, value) : value]);
  }

  // ---- putting it together

  /** The command with its input and its outputs. */
  protected streamed(command: Node | null, streams: Streams): Node | null {
    let value = command;
    const input = streams.input, outputs = streams.outputs;
    if (value === null) value = input;
    else if (input !== null) value = this.fed(value, input);
    if (outputs === null) return value;
    for (let i = 0; i < outputs.length; i++) {
      const output = unchecked(outputs[i]);
      if (value !== null) output.list!.push(this.keyword(this.stdin, value));
      value = output;
    }
    return value;
  }

  private fed(command: Node, input: Node): Node {
    if (command.kind == N.Call) {
      command.list!.push(this.keyword(this.stdin, input));
      return command;
    }
    const held = this.nodeFrom(N.Alias, input.start, input.line), n = this.nodeFrom(N.With, command.start, command.line);
    held.a = input;
    held.b = this.name(this.heldInput, input.start, input.end);
    n.list = [held];
    n.b = command.kind == N.Block ? command : this.block(command);
    return this.done(n);
  }

  protected block(statement: Node): Node {
    const n = this.nodeFrom(N.Block, statement.start, statement.line);
    n.list = [this.statement(statement)];
    n.end = statement.end;
    return n;
  }
}
