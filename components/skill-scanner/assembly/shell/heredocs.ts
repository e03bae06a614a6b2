// Here-documents: their bodies lie behind the line that asks for them.
import { N, Node } from "../ast";
import { SF } from "../python/lexer-tokens";
import { Expansions } from "./expansions";
import { Ch, endsWord } from "./reader";

/** What `<<WORD` promises. */
class Heredoc {
  /** The word without its quotes. */
  delimiter: StaticArray<u8> = new StaticArray<u8>(0);
  /** A quoted word: the body is text as it stands. */
  isQuoted: bool = false;
  constructor(public body: Node, public dropsTabs: bool) {}
}

/** Longer delimiters are cut: nobody writes them. */
const MAX_DELIMITER: i32 = 256;

export abstract class Heredocs extends Expansions {
  private promised: Heredoc[] = [];

  /** Behind `<<` or `<<-`: the node that the body will be. */
  protected heredoc(dropsTabs: bool): Node {
    this.blanks();
    const heredoc = new Heredoc(this.node(N.FStr), dropsTabs);
    heredoc.body.op = SF.BARE;
    heredoc.body.list = this.none;
    heredoc.delimiter = this.delimiter(heredoc);
    this.promised.push(heredoc);
    return this.done(heredoc.body);
  }

  private delimiter(heredoc: Heredoc): StaticArray<u8> {
    const bytes = new StaticArray<u8>(MAX_DELIMITER);
    let used = 0, quote = 0;
    for (; !this.atEnd; this.pos++) {
      const c = this.byte;
      if (c == Ch.LF || (quote == 0 && endsWord(c))) break;
      if (quote == 0 ? c == Ch.SQUOTE || c == Ch.DQUOTE : c == quote) quote = quote == 0 ? c : 0;
      else if (c != Ch.BACKSLASH && used < MAX_DELIMITER) unchecked(bytes[used++] = c as u8);
      if (c == Ch.SQUOTE || c == Ch.DQUOTE || c == Ch.BACKSLASH) heredoc.isQuoted = true;
    }
    if (used == 0) this.fault();
    return bytes.slice<StaticArray<u8>>(0, used);
  }

  /** Takes a line's end, and the bodies that were promised on the line. */
  protected lineEnd(): void {
    this.pos++;
    this.line++;
    if (this.promised.length == 0) return;
    const promised = this.promised;
    this.promised = [];
    for (let i = 0; i < promised.length; i++) this.bodyOf(unchecked(promised[i]));
    this.promised = []; // what was promised inside of a body ends with it
  }

  private bodyOf(heredoc: Heredoc): void {
    const from = this.pos, line = this.line;
    let end = from;
    while (end < this.end && !this.isDelimiter(heredoc, end)) end = this.afterLine(end);
    if (end >= this.end) this.fault();
    this.fill(heredoc, from, end, line);
    if (this.isStopped) return;
    this.pos = this.afterLine(end);
    this.countLines(from, this.pos);
  }

  private fill(heredoc: Heredoc, from: i32, to: i32, line: i32): void {
    const body = heredoc.body;
    body.start = from;
    body.line = line;
    body.end = to;
    const parts = new Array<Node>();
    body.list = parts;
    if (!heredoc.isQuoted && this.enter()) {
      this.expandBody(parts, to);
      this.leave();
    } else {
      this.line = -1; // a text over several lines
      this.piece(parts, from, to, line);
    }
    this.line = line;
  }

  private expandBody(parts: Node[], to: i32): void {
    const end = this.end, isSplit = this.isSplit;
    this.end = to;
    this.quotedText(parts, 0);
    this.widen(end);
    this.isSplit = isSplit;
  }

  private afterLine(p: i32): i32 {
    while (p < this.end && unchecked(this.src[p]) != Ch.LF) p++;
    return min(p + 1, this.end);
  }

  private isDelimiter(heredoc: Heredoc, p: i32): bool {
    if (heredoc.dropsTabs) while (this.at(p) == Ch.TAB) p++;
    const bytes = heredoc.delimiter, length = bytes.length;
    for (let i = 0; i < length; i++) if (this.at(p + i) != unchecked(bytes[i])) return false;
    const c = this.at(p + length);
    return p + length >= this.end || c == Ch.LF || (c == Ch.CR && this.at(p + length + 1) == Ch.LF);
  }
}
