// Blank space: indentation at the start of a logical line, blanks and comments between tokens.
import { Source } from "./lexer-source";
import { Ch, Cls, K, T, classOf } from "./lexer-tokens";

/** CPython refuses a hundredth level. Deeper lines are read as if they stood on the last one. */
export const MAX_INDENT: i32 = 100;
const TAB_SIZE: i32 = 8;

export class Layout extends Source {
  protected bol: bool = true;
  /** Tokens owed before the next real one: > 0 DEDENTs, -1 an INDENT. */
  protected dedents: i32 = 0;
  private levels: i32 = 0;
  private indents: StaticArray<i32> = new StaticArray<i32>(MAX_INDENT);

  /** At the beginning of a logical line, outside brackets: moves to its first token and owes INDENT or DEDENTs. */
  protected indentation(): void {
    const column = this.firstColumn();
    this.bol = false;
    if (this.pos >= this.len) {
      this.dedents = this.levels;
      this.levels = 0;
    } else if (column > this.top) this.indent(column);
    else if (column < this.top) this.dedent(column);
  }

  /** Skips empty and comment lines; the column of the first token, counted as CPython does. */
  private firstColumn(): i32 {
    let p = this.pos, col = 0, joined = 0;
    for (;;) {
      const c = this.at(p);
      if (c == Ch.SPACE) { col++; p++; }
      else if (c == Ch.TAB) { col = (col / TAB_SIZE + 1) * TAB_SIZE; p++; }
      else if (c == Ch.FF) { col = 0; p++; }
      else if (c == Ch.HASH) p = this.commentEnd(p);
      else if (this.isLineEnd(c)) { p = this.afterLineEnd(p); this.curLine++; col = 0; joined = 0; }
      else if (this.continuesAt(p)) {
        if (joined == 0) joined = col; // the first joined line decides, whatever follows on the next
        p = this.afterLineEnd(p + 1);
        this.curLine++;
      } else if (c == Ch.NUL && !this.atEnd(p)) p++;
      else break;
    }
    this.pos = p;
    return joined != 0 ? joined : col;
  }

  @inline private get top(): i32 { return this.levels > 0 ? unchecked(this.indents[this.levels - 1]) : 0; }

  private indent(column: i32): void {
    if (this.levels == MAX_INDENT) { this.faults.error(this.curLine); return; }
    unchecked(this.indents[this.levels++] = column);
    this.dedents = -1;
  }

  private dedent(column: i32): void {
    while (column < this.top) {
      this.levels--;
      this.dedents++;
    }
    if (column > this.top) this.faults.error(this.curLine); // between two levels: taken for the outer one
  }

  protected layoutToken(): void {
    this.start = this.end = this.pos;
    this.line = this.curLine;
    if (this.dedents < 0) { this.dedents = 0; this.kind = T.INDENT; }
    else { this.dedents--; this.kind = T.DEDENT; }
  }

  /**
   * Moves pos from p over blanks, comments, joined lines and, in brackets, line ends. False: an unclosed bracket was
   * given up, the line ends.
   */
  protected skipBlanks(p: i32): bool {
    const from = p;
    for (;;) {
      const c = this.at(p);
      if (c == Ch.SPACE || c == Ch.TAB || c == Ch.FF) p++;
      else if (c == Ch.HASH) p = this.commentEnd(p);
      else if (this.isLineEnd(c)) {
        if (this.depth == 0) break;
        p = this.afterLineEnd(p);
        this.curLine++;
        if (this.statementBegins(p)) { this.giveUpBracket(p); return false; }
      } else if (this.continuesAt(p)) { p = this.afterLineEnd(p + 1); this.curLine++; }
      else if (c == Ch.NUL && !this.atEnd(p)) p++;
      else {
        if (c != Ch.NUL && !this.isLineEnd(c)) this.faults.blanks(this.src, from, p);
        break;
      }
    }
    this.pos = p;
    return true;
  }

  private giveUpBracket(p: i32): void {
    this.faults.error(this.curLine - 1);
    this.depth = 0;
    this.bol = true;
    this.pos = p;
  }

  /**
   * Whether the line at p begins with a keyword that no expression holds, followed by what would follow it in a
   * statement.
   */
  private statementBegins(p: i32): bool {
    let c = this.at(p);
    while (c == Ch.SPACE || c == Ch.TAB) c = this.at(++p);
    if (c < 97 || c > 122) return false; // keywords are lower case: spares most lines the look-up
    let q = p;
    let hash: u32 = 2166136261;
    do {
      hash = (hash ^ (c as u32)) * 16777619;
      c = this.at(++q);
    } while (classOf(c) & Cls.ASCII_WORD);
    if (c != Ch.SPACE && c != Ch.TAB && c != Ch.COLON) return false;
    const word = this.names.intern(this.src, p, q, hash);
    if (word < K.def_ || word > K.global_) return false;
    if (c == Ch.COLON) return word == K.try_ || word == K.finally_ || word == K.except_;
    while (c == Ch.SPACE || c == Ch.TAB) c = this.at(++q);
    return (classOf(c) & Cls.IDENT) != 0;
  }
}
