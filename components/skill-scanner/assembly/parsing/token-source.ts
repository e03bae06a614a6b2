// What the lexers of all languages share: the bytes, the current token, and where the next one is looked for.
import { Faults } from "../python/lexer-faults";
import { Names } from "../python/names";

/** Kinds of tokens. The first four are the layout: none of them is part of a line. */
export const enum T { EOF, NEWLINE, INDENT, DEDENT, NAME, PRIVATE, NUMBER, STRING, FSTRING, TEMPLATE, REGEX, OP, ERR }

export class TokenSource {
  // the current token
  kind: i32 = T.EOF;
  start: i32 = 0;
  end: i32 = 0;
  op: i32 = 0;
  sym: i32 = 0;
  line: i32 = 1;
  /** String flags (SF) of a STRING. */
  sflags: i32 = 0;
  prevEnd: i32 = 0;

  // where the next one is looked for
  pos: i32 = 0;
  curLine: i32 = 1;

  /** Work done: tokens, plus every 32 bytes scanned. What is linear in the file is linear in this, whatever the machine. */
  steps: i32 = 0;
  faults: Faults = new Faults();
  private sawNul: bool = false;

  /** `src` is UTF-8 with at least four zero bytes after `len`: reading ahead needs no bounds checks. */
  constructor(public src: StaticArray<u8>, public len: i32, public names: Names) {
    if (this.at(0) == 0xef && this.at(1) == 0xbb && this.at(2) == 0xbf) this.pos = 3;
  }

  @inline at(i: i32): i32 { return unchecked(this.src[i]) as i32; }

  error(line: i32): void { this.faults.error(line); }

  /** Ends the file here: what follows is not read, and reported as such. */
  stop(): void {
    this.faults.skip(this.line);
    this.pos = this.len;
  }

  /** At a zero byte: whether it is the one behind the file. One in it is reported, where implementations differ in what they make of it. */
  protected atEnd(p: i32): bool {
    if (p >= this.len) return true;
    if (!this.sawNul) this.faults.error(this.curLine);
    this.sawNul = true;
    return false;
  }

  /** The current token is the operator of `length` bytes at p. */
  protected takeOperator(p: i32, length: i32): void {
    let op = 0;
    for (let i = 0; i < length; i++) op |= this.at(p + i) << (i << 3);
    this.kind = T.OP;
    this.op = op;
    this.end = this.pos = p + length;
  }

  /** A byte that begins nothing, as often as it is repeated. */
  protected strange(p: i32, c: i32): void {
    this.error(this.line);
    do p++; while (this.at(p) == c && p < this.len);
    this.kind = T.ERR;
    this.end = this.pos = p;
  }

  @inline isLineEnd(c: i32): bool { return c == LF || c == CR; }

  /** Position after the line end at p: LF, CR or CRLF. */
  @inline protected afterLineEnd(p: i32): i32 {
    return this.at(p) == CR && this.at(p + 1) == LF ? p + 2 : p + 1;
  }
}

const LF: i32 = 10;
const CR: i32 = 13;
