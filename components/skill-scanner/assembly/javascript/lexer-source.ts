// The bytes, the current token, and the small scans that several parts of the lexer share.
import { Faults } from "../python/lexer-faults";
import { Names } from "../python/names";
import { Ch, T } from "./tokens";

export class Source {
  // the current token
  kind: i32 = T.EOF;
  start: i32 = 0;
  end: i32 = 0;
  op: i32 = 0;
  sym: i32 = 0;
  line: i32 = 1;
  /** String flags (SF) of a STRING. */
  sflags: i32 = 0;
  /** A line ends between the last token and this one. */
  nl: bool = false;
  prevEnd: i32 = 0;

  // where the next one is looked for
  pos: i32 = 0;
  curLine: i32 = 1;

  /** Work done: tokens, plus every 32 bytes scanned. What is linear in the file is linear in this, whatever the machine. */
  steps: i32 = 0;
  faults: Faults = new Faults();
  /** While the parser only tries something, what it meets is no error yet. */
  isTrying: bool = false;
  private sawNul: bool = false;
  /** Where comments lie: from, to, from, to. */
  readonly comments: i32[] = [];
  private lastComment: i32 = -1;
  /** Mentions of names such as `_0x3fa2b1`, and where the first one stands. */
  mangled: i32 = 0;
  mangledAt: i32 = 0;

  /** `src` is UTF-8 with at least four zero bytes after `len`: reading ahead needs no bounds checks. */
  constructor(public src: StaticArray<u8>, public len: i32, public names: Names) {
    if (this.at(0) == 0xef && this.at(1) == 0xbb && this.at(2) == 0xbf) this.pos = 3;
    if (this.at(this.pos) == Ch.HASH && this.at(this.pos + 1) == Ch.BANG) this.pos = this.lineEnd(this.pos); // #!/usr/bin/env node
  }

  @inline at(i: i32): i32 { return unchecked(this.src[i]) as i32; }

  error(line: i32): void {
    if (!this.isTrying) this.faults.error(line);
  }

  /** Ends the file here: what follows is not read, and reported as such. */
  stop(): void {
    this.faults.skip(this.line);
    this.pos = this.len;
  }

  /** At a zero byte: whether it is the one behind the file. One in it is reported, where engines differ in what they make of it. */
  protected atEnd(p: i32): bool {
    if (p >= this.len) return true;
    if (!this.sawNul) this.faults.error(this.curLine);
    this.sawNul = true;
    return false;
  }

  protected noteComment(from: i32, to: i32): void {
    if (from <= this.lastComment) return; // it has been peeked at before
    this.lastComment = from;
    this.comments.push(from);
    this.comments.push(to);
  }

  @inline isLineEnd(c: i32): bool { return c == Ch.LF || c == Ch.CR; }

  /** U+2028 and U+2029 end a line, and with it a comment; they are not counted as lines, as in editors. */
  @inline isSeparator(p: i32): bool {
    return this.at(p) == 0xe2 && this.at(p + 1) == 0x80 && (this.at(p + 2) == 0xa8 || this.at(p + 2) == 0xa9);
  }

  /** Position after the line end at p: LF, CR or CRLF. */
  @inline protected afterLineEnd(p: i32): i32 {
    return this.at(p) == Ch.CR && this.at(p + 1) == Ch.LF ? p + 2 : p + 1;
  }

  /** Where the line ends that p is on; its end is not part of it. */
  protected lineEnd(p: i32): i32 {
    for (;;) {
      const c = this.at(p);
      if (this.isLineEnd(c) || this.isSeparator(p) || (c == Ch.NUL && this.atEnd(p))) return p;
      p++;
    }
    return p;
  }

  /** Bytes of the blank beyond ASCII at p: U+00A0, U+FEFF, the separators and the category Zs; 0 when there is none. */
  spaceAt(p: i32): i32 {
    const b = this.at(p + 1), c = this.at(p + 2);
    switch (this.at(p)) {
      case 0xc2: return b == 0xa0 ? 2 : 0;
      case 0xe1: return b == 0x9a && c == 0x80 ? 3 : 0;
      case 0xe2: return (b == 0x80 && (c <= 0x8a || c == 0xa8 || c == 0xa9 || c == 0xaf)) || (b == 0x81 && c == 0x9f) ? 3 : 0;
      case 0xe3: return b == 0x80 && c == 0x80 ? 3 : 0;
      case 0xef: return b == 0xbb && c == 0xbf ? 3 : 0;
      default: return 0;
    }
  }
}
