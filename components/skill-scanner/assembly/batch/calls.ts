// A command of cmd.exe with its words and redirections.
import { Bytes } from "../bytes";
import { N, Node } from "../ast";
import { Names } from "../python/names";
import { Ch, isDigit, isNamePart } from "../shell/reader";
import { BatchWords } from "./words";

/** `op` of a Call: a command of cmd.exe. */
export const BATCH: i32 = 16;
/** Outputs of a command that are nested. */
const MAX_OUTPUTS: i32 = 16;

export abstract class BatchCalls extends BatchWords {
  protected readonly stdin: i32;

  constructor(src: StaticArray<u8>, length: i32, names: Names) {
    super(src, length, names);
    this.stdin = names.of("stdin");
  }

  /** The word in lower case stands here, and ends. */
  protected isWord(word: string): bool {
    const bytes = new Bytes(changetype<usize>(this.src) + this.pos, min(word.length, this.end - this.pos));
    const next = this.at(this.pos + word.length);
    return bytes.startsWith(word) && !isNamePart(next) && next != Ch.MINUS && next != 46;
  }

  protected acceptWord(word: string): bool {
    this.blanks();
    if (!this.isWord(word)) return false;
    this.pos += word.length;
    this.blanks();
    return true;
  }

  protected call(): Node {
    const n = this.node(N.Call), list = new Array<Node>(), outputs = new Array<Node>();
    n.op = BATCH;
    n.list = list;
    for (this.blanks(); this.redirection(outputs); ) this.blanks();
    n.start = this.pos;
    const isStart = this.isWord("start"), isEcho = this.isWord("echo") || this.isWord("echo.");
    n.a = this.word();
    if (isEcho) this.echoed(list, outputs);
    let hasTitle = false;
    for (this.blanks(); !this.endsCommand(); this.blanks()) {
      const before = this.pos;
      if (isStart && list.length == 0 && this.byte == Ch.DQUOTE) hasTitle = true;
      if (!this.redirection(outputs)) list.push(this.word());
      if (this.pos == before) this.pos++;
    }
    if (hasTitle && list.length > 1) list.shift();
    return this.into(this.done(n), outputs);
  }

  /** All that stands behind `echo` is one text. */
  private echoed(list: Node[], outputs: Node[]): void {
    this.blanks();
    const parts = new Array<Node>(), start = this.pos, line = this.line;
    this.pieces(parts, true);
    if (this.pos > start) list.push(this.joined(parts, start, line));
    for (this.blanks(); this.redirection(outputs); ) this.blanks();
  }

  /** `> file`, `2>nul`, `2>&1`; false when none stands here. */
  protected redirection(outputs: Node[]): bool {
    const c = this.byte, start = this.pos, line = this.line;
    const isNumbered = isDigit(c) && (this.next == Ch.GT || this.next == Ch.LT);
    if (this.atEnd || (c != Ch.GT && c != Ch.LT && !isNumbered)) return false;
    if (isNumbered) this.pos++;
    const isInput = this.byte == Ch.LT;
    this.pos++;
    const isMore = this.byte == Ch.GT;
    if (isMore) this.pos++;
    if (this.byte == Ch.AMP) { this.pos++; if (isDigit(this.byte)) this.pos++; return true; }
    this.blanks();
    if (this.endsCommand()) return true;
    const isNull = this.isWord("nul");
    const target = this.word();
    if (!isInput && !isNull && !(isNumbered && c != 49) && outputs.length < MAX_OUTPUTS) outputs.push(this.pseudo(isMore ? ">>" : ">", start, line, [target]));
    return true;
  }

  protected into(value: Node, outputs: Node[]): Node {
    let result = value;
    for (let i = 0; i < outputs.length; i++) {
      unchecked(outputs[i]).list!.push(this.keyword(this.stdin, result));
      result = unchecked(outputs[i]);
    }
    return result;
  }

  /** `set` alone writes the environment. */
  protected rest(start: i32, line: i32): Node {
    const n = this.nodeFrom(N.Call, start, line), list = new Array<Node>(), outputs = new Array<Node>();
    n.a = this.text(start, start, line);
    n.op = BATCH;
    n.list = list;
    for (this.blanks(); this.redirection(outputs); ) this.blanks();
    while (!this.endsCommand()) this.pos++;
    return this.into(this.done(n), outputs);
  }
}
