// The bytes, the current token, and the small scans that several parts of the lexer share.
import { Names } from "../python/names";
import { TokenSource } from "../parsing/token-source";
import { Ch } from "./tokens";

export class Source extends TokenSource {
  /** A line ends between the last token and this one. */
  nl: bool = false;
  /** While the parser only tries something, what it meets is no error yet. */
  isTrying: bool = false;
  /** Where comments lie: from, to, from, to. */
  readonly comments: i32[] = [];
  private lastComment: i32 = -1;
  /** Mentions of names such as `_0x3fa2b1`, and where the first one stands. */
  mangled: i32 = 0;
  mangledAt: i32 = 0;

  constructor(src: StaticArray<u8>, len: i32, names: Names) {
    super(src, len, names);
    if (this.at(this.pos) == Ch.HASH && this.at(this.pos + 1) == Ch.BANG) this.pos = this.lineEnd(this.pos); // #!/usr/bin/env node
  }

  error(line: i32): void {
    if (!this.isTrying) this.faults.error(line);
  }

  protected noteComment(from: i32, to: i32): void {
    if (from <= this.lastComment) return; // it has been peeked at before
    this.lastComment = from;
    this.comments.push(from);
    this.comments.push(to);
  }

  /** U+2028 and U+2029 end a line, and with it a comment; they are not counted as lines, as in editors. */
  @inline isSeparator(p: i32): bool {
    return this.at(p) == 0xe2 && this.at(p + 1) == 0x80 && (this.at(p + 2) == 0xa8 || this.at(p + 2) == 0xa9);
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
