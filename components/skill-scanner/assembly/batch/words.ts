// Words of cmd.exe: plain text, quotes, carets, and the variables between them. All that is known of its variables is the
// environment's, and they are read as PowerShell reads it.
import { N, Node } from "../ast";
import { ENVIRONMENT, VARIABLE } from "../powershell/nodes";
import { Op } from "../python/lexer";
import { Flat } from "../shell/flat";
import { Ch, isDigit, isNamePart } from "../shell/reader";
import { isLetter } from "../powershell/reader";

/** How far the end of a variable's name is looked for. */
const LONGEST_NAME: i32 = 96;

export abstract class BatchWords extends Flat {
  /** Groups in parentheses that are open: a `)` ends a word there. */
  protected groups: i32 = 0;

  /** Blanks and joined lines. */
  protected blanks(): void {
    const from = this.pos;
    let p = from;
    for (; p < this.end; p++) {
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.SPACE || c == Ch.TAB || c == Ch.CR) continue;
      if (c == Ch.CARET && this.joinsAt(p)) { p += this.at(p + 1) == Ch.CR ? 2 : 1; this.line++; continue; }
      break;
    }
    this.pos = p;
    this.work += 1 + ((p - from) >> 5);
  }

  /** What ends a command. */
  protected endsCommand(): bool {
    const c = this.byte;
    return this.atEnd || c == Ch.LF || c == Ch.AMP || c == Ch.PIPE || (c == Ch.RPAR && this.groups > 0);
  }

  /** A word, from a byte on that does not end it. */
  protected word(): Node {
    const start = this.pos, line = this.line, parts = new Array<Node>();
    this.pieces(parts, false);
    return this.joined(parts, start, line);
  }

  /** Pieces of text up to what ends a word, or a command when blanks are part of it. */
  protected pieces(parts: Node[], holdsBlanks: bool): void {
    let from = this.pos, isQuoted = false;
    const line = this.line;
    while (!this.atEnd && this.byte != Ch.LF) {
      const c = this.byte;
      if (!isQuoted && this.endsWord(c, holdsBlanks)) break;
      if (c == Ch.DQUOTE || (c == Ch.CARET && !isQuoted)) {
        this.piece(parts, from, this.pos, line);
        this.pos++;
        if (c == Ch.DQUOTE) isQuoted = !isQuoted;
        from = c == Ch.DQUOTE ? this.pos : this.afterCaret();
        continue;
      }
      const expansion = c == Ch.PERCENT || c == Ch.BANG ? this.expansionEnd(c) : 0;
      if (expansion == 0) { this.pos++; continue; }
      this.piece(parts, from, this.pos, line);
      parts.push(this.expansion(c, expansion));
      from = this.pos;
    }
    this.piece(parts, from, this.pos, line);
    this.work += 1 + ((this.pos - from) >> 5);
  }

  private endsWord(c: i32, holdsBlanks: bool): bool {
    if (c == Ch.SPACE || c == Ch.TAB || c == Ch.CR) return !holdsBlanks || c == Ch.CR;
    return c == Ch.AMP || c == Ch.PIPE || c == Ch.LT || c == Ch.GT || (c == Ch.RPAR && this.groups > 0);
  }

  /** Behind a caret: steps over the byte that it protects. Where the text goes on: a line's end is left out. */
  private afterCaret(): i32 {
    if (this.byte == Ch.CR && this.next == Ch.LF) this.pos++;
    if (this.byte == Ch.LF && !this.atEnd) { this.line++; return ++this.pos; }
    const from = this.pos;
    if (!this.atEnd) this.pos++;
    return from;
  }

  protected piece(parts: Node[], from: i32, to: i32, line: i32): void {
    if (to > from) parts.push(this.text(from, to, line));
  }

  protected joined(parts: Node[], start: i32, line: i32): Node {
    if (parts.length == 1 && parts[0].kind == N.Str) return parts[0];
    const n = this.nodeFrom(N.FStr, start, line);
    n.list = parts;
    return this.done(n);
  }

  // ---- variables

  /** Where the expansion that begins here ends; 0 when none does. */
  private expansionEnd(mark: i32): i32 {
    const next = this.next;
    if (mark == Ch.PERCENT) {
      if (next == Ch.PERCENT) return this.letterEnd(this.pos + 2);
      if (next == Ch.TILDE || isDigit(next) || next == Ch.STAR) return this.argumentEnd();
    }
    let p = this.pos + 1;
    while (p < this.end && p - this.pos < LONGEST_NAME && this.at(p) != mark && this.at(p) != Ch.LF) p++;
    this.work += (p - this.pos) >> 5;
    if (this.at(p) == mark && p > this.pos + 1 && p < this.end) return p + 1;
    return mark == Ch.PERCENT && isLetter(next) && !isNamePart(this.at(this.pos + 2)) ? this.pos + 2 : 0;
  }

  /** `%%i`, `%%~nxi` */
  private letterEnd(from: i32): i32 {
    let p = from;
    if (this.at(p) == Ch.TILDE) while (isLetter(this.at(p + 1)) && isLetter(this.at(p + 2)) && p - from < 8) p++;
    if (this.at(p) == Ch.TILDE) p++;
    else if (p > from) p++;
    return isLetter(this.at(p)) ? p + 1 : 0;
  }

  /** `%1`, `%*`, `%~dp0` */
  private argumentEnd(): i32 {
    let p = this.pos + 1;
    if (this.at(p) == Ch.TILDE) for (p++; isLetter(this.at(p)) && p - this.pos < 10; ) p++;
    if (isDigit(this.at(p)) || this.at(p) == Ch.STAR) return p + 1;
    return isLetter(this.at(p - 1)) ? p : 0;
  }

  private expansion(mark: i32, end: i32): Node {
    const start = this.pos;
    this.pos = end;
    if (mark == Ch.PERCENT && this.at(end - 1) != mark) return this.numbered(start, end);
    let colon = start + 1;
    while (colon < end - 1 && this.at(colon) != Ch.COLON) colon++;
    const variable = this.named(start + 1, colon);
    return colon == end - 1 ? variable : this.changed(variable, colon + 1, end - 1);
  }

  /** A loop's variable or a parameter. */
  private numbered(start: i32, end: i32): Node {
    const isFolder = this.at(end - 1) == Ch.ZERO && this.at(start + 1) == Ch.TILDE;
    const n = this.name(this.names.of(isFolder ? "$batchfolder" : `%${String.fromCharCode(this.at(end - 1))}`), start, end);
    n.op = VARIABLE;
    return n;
  }

  protected named(from: i32, to: i32): Node {
    this.work += 1 + ((to - from) >> 3);
    const n = this.name(this.names.of(String.UTF8.decodeUnsafe(changetype<usize>(this.src) + from, to - from).toUpperCase()), from, to);
    n.op = ENVIRONMENT;
    return n;
  }

  /** `%NAME:~from,length%`, `%NAME:old=new%` */
  private changed(variable: Node, from: i32, to: i32): Node {
    const n = this.nodeFrom(N.Call, variable.start, this.line), attr = this.nodeFrom(N.Attr, variable.start, this.line);
    const list = new Array<Node>();
    const isCut = this.at(from) == Ch.TILDE;
    attr.a = variable;
    attr.op = variable.start;
    attr.sym = this.names.of(isCut ? ":cut" : "replace");
    let comma = from;
    while (comma < to && this.at(comma) != (isCut ? Ch.COMMA : Ch.EQ)) comma++;
    list.push(isCut ? this.count(from + 1, comma) : this.text(from, comma, this.line));
    if (comma < to || !isCut) list.push(isCut ? this.count(comma + 1, to) : this.text(min(comma + 1, to), to, this.line));
    n.a = this.done(attr);
    n.list = list;
    return this.done(n);
  }

  private count(from: i32, to: i32): Node {
    const isNegative = this.at(from) == Ch.MINUS;
    const n = this.nodeFrom(N.Num, isNegative ? from + 1 : from, this.line);
    n.end = max(to, n.start);
    if (!isNegative) return n;
    const minus = this.nodeFrom(N.Unary, from, this.line);
    minus.op = Op.MINUS;
    minus.a = n;
    return this.done(minus);
  }
}
