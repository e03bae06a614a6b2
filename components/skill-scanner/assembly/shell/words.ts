// Words: plain text, quotes, escapes, and the expansions between them.
import { N, Node } from "../ast";
import { SF } from "../python/lexer-tokens";
import { Flat } from "./flat";
import { Ch, endsWord, isSpecial, SPLIT } from "./reader";

/** How far a brace, an extended glob or a subscript is looked for: within one line, and no further. */
export const LOOK_AHEAD: i32 = 256;

/** Alternatives of one brace expansion; more are left as text. */
const MAX_ALTERNATIVES: i32 = 64;

export abstract class Words extends Flat {
  /** An expansion outside of quotes is in the word that is being read. */
  protected isSplit: bool = false;
  /** A double quote that is never closed was met, and has been read as a character. */
  private hasOddQuote: bool = false;

  /** At a `$`: adds what it expands to. */
  protected abstract dollar(parts: Node[], isQuoted: bool): void;
  /** At a backtick. */
  protected abstract backtick(parts: Node[], isQuoted: bool): void;
  /** At a backslash before a backtick, between backticks: a substitution inside the substitution. */
  protected abstract innerBacktick(parts: Node[], isQuoted: bool): bool;

  /** A word; the place is at its first byte, which does not end words. */
  protected word(): Node {
    const start = this.pos, line = this.line;
    this.plain();
    if (this.atEnd || (endsWord(this.byte) && this.byte != Ch.LPAR)) return this.text(start, this.pos, line);
    const parts = new Array<Node>(), outer = this.isSplit;
    this.isSplit = false;
    this.piece(parts, start, this.pos, line);
    this.pieces(parts, true);
    const word = this.joined(parts, start, line);
    this.isSplit = outer;
    return word;
  }

  /** A word or several: `{a,b}` is two. */
  protected expandedWord(into: Node[]): void {
    const start = this.pos, line = this.line;
    this.plain();
    if (this.byte != Ch.LBRACE || this.bracesEnd() < 0) {
      this.pos = start;
      into.push(this.word());
      return;
    }
    const before = start < this.pos ? this.text(start, this.pos, line) : null;
    const alternatives = this.alternatives(), after = new Array<Node>(), outer = this.isSplit;
    this.isSplit = false;
    this.pieces(after, false);
    for (let i = 0; i < alternatives.length; i++) {
      const parts = new Array<Node>();
      if (before !== null) parts.push(before);
      parts.push(unchecked(alternatives[i]));
      for (let j = 0; j < after.length; j++) parts.push(unchecked(after[j]));
      into.push(this.joined(parts, start, line));
    }
    this.isSplit = outer;
  }

  protected joined(parts: Node[], start: i32, line: i32): Node {
    if (parts.length == 1 && parts[0].kind == N.Str) return parts[0];
    if (parts.length == 0) return this.text(start, start, line);
    const n = this.nodeFrom(N.FStr, start, line);
    n.op = SF.BARE | (this.isSplit ? SPLIT : 0);
    n.list = parts;
    return this.done(n);
  }

  /** Text as it stands; what goes on where a piece ends, as behind an escape, is part of that. */
  protected piece(parts: Node[], from: i32, to: i32, line: i32): void {
    if (to <= from) return;
    const last = parts.length > 0 ? parts[parts.length - 1] : null;
    if (last === null || last.end != from || last.kind != N.Str || last.start == from) { parts.push(this.text(from, to, line)); return; }
    last.end = to;
    if (line != this.line) last.op |= SF.TRIPLE;
  }

  /** Over plain text. */
  protected plain(): void {
    let p = this.pos;
    while (p < this.end && !isSpecial(unchecked(this.src[p]))) p++;
    this.pos = p;
  }

  /** The rest of a word. */
  private pieces(parts: Node[], takesBraces: bool): void {
    while (!this.atEnd) {
      const c = this.byte;
      if (c == Ch.LPAR && this.extendedGlob(parts)) continue;
      if (endsWord(c)) return;
      if (this.quotedPiece(parts, c)) continue;
      const from = this.pos;
      if (c == Ch.LBRACE) this.pos++;
      this.plain();
      if (this.pos == from) this.pos++; // a NUL, which shells drop
      else this.piece(parts, from, this.pos, this.line);
    }
  }

  /** A piece that begins with one of the characters that quote or expand; false at any other. */
  protected quotedPiece(parts: Node[], c: i32): bool {
    switch (c) {
      case Ch.BACKSLASH: this.escape(parts, false); return true;
      case Ch.SQUOTE: this.single(parts); return true;
      case Ch.DQUOTE: this.double(parts); return true;
      case Ch.DOLLAR: this.dollar(parts, false); return true;
      case Ch.BACKTICK: this.backtick(parts, false); return true;
      default: return false;
    }
  }

  /** `\x` outside of quotes; in double quotes only before some characters, of which the caller knows. */
  protected escape(parts: Node[], isQuoted: bool): void {
    if (this.next == Ch.BACKTICK && this.innerBacktick(parts, isQuoted)) return;
    if (this.joinsAt(this.pos)) {
      this.pos += this.next == Ch.CR ? 3 : 2;
      this.line++;
      return;
    }
    const from = this.pos + 1 < this.end ? this.pos + 1 : this.pos; // the last byte of all stands for itself
    this.pos = from + 1;
    while (this.pos < this.end && (this.byte & 0xc0) == 0x80) this.pos++; // the whole character
    this.piece(parts, from, this.pos, this.line);
  }

  private single(parts: Node[]): void {
    const from = this.pos + 1, line = this.line;
    let p = from;
    while (p < this.end && unchecked(this.src[p]) != Ch.SQUOTE) p++;
    if (p >= this.end) { this.alone(parts); return; }
    this.countLines(from, p);
    this.pos = p + 1;
    if (p == from && parts.length == 0) parts.push(this.text(from, p, line));
    else this.piece(parts, from, p, line);
  }

  /** A quote without its fellow: nothing behind it is quoted. */
  protected alone(parts: Node[]): void {
    this.fault();
    this.pos++;
    this.piece(parts, this.pos - 1, this.pos, this.line);
  }

  protected countLines(from: i32, to: i32): void {
    for (let p = from; p < to; p++) if (unchecked(this.src[p]) == Ch.LF) this.line++;
    this.work += (to - from) >> 5;
  }

  protected double(parts: Node[]): void {
    const open = this.pos, line = this.line;
    this.pos++;
    if (this.byte == Ch.DQUOTE && parts.length == 0) parts.push(this.text(this.pos, this.pos, line));
    this.quotedText(parts, Ch.DQUOTE);
    if (!this.atEnd) { this.pos++; return; }
    if (this.isStopped) return;
    this.faults.error(line);
    // once: whoever leaves a quote open must not hide what follows, nor make it be read again and again
    if (this.hasOddQuote) { this.faults.skip(line); return; }
    this.hasOddQuote = true;
    this.pos = open + 1;
    this.line = line;
  }

  /** Text in which only `$`, backticks and some escapes count, up to the quote, which is not taken; 0: up to the end. */
  protected quotedText(parts: Node[], quote: i32): void {
    let from = this.pos, line = this.line, p = this.pos;
    for (; p < this.end; p++) {
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.LF) this.line++;
      else if (c == Ch.DOLLAR || c == Ch.BACKTICK || (c == Ch.BACKSLASH && this.escapesQuoted(p)) || (c == quote && quote != 0)) {
        this.piece(parts, from, p, line);
        this.pos = p;
        if (c == quote) return;
        if (c == Ch.DOLLAR) this.dollar(parts, true);
        else if (c == Ch.BACKTICK) this.backtick(parts, true);
        else this.escape(parts, true);
        from = this.pos;
        line = this.line;
        p = from - 1;
      }
    }
    this.pos = this.end;
    this.piece(parts, from, this.end, line);
  }

  private escapesQuoted(p: i32): bool {
    const c = this.at(p + 1);
    return c == Ch.DOLLAR || c == Ch.BACKTICK || c == Ch.DQUOTE || c == Ch.BACKSLASH || this.joinsAt(p);
  }

  /** `@(a|b)` and its like, as text. */
  private extendedGlob(parts: Node[]): bool {
    const before = this.pos > 0 ? this.at(this.pos - 1) : 0;
    if (before != Ch.AT && before != Ch.QUESTION && before != Ch.STAR && before != Ch.PLUS && before != Ch.BANG) return false;
    const last = min(this.end, this.pos + LOOK_AHEAD);
    let open = 0;
    for (let p = this.pos; p < last; p++) {
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.LF) break;
      if (c == Ch.LPAR) open++;
      if (c != Ch.RPAR || --open > 0) continue;
      const from = this.pos;
      this.pos = p + 1;
      this.work += p - from;
      this.piece(parts, from, this.pos, this.line);
      return true;
    }
    return false;
  }

  // ---- brace expansion, where the alternatives are plain text

  /** Offset behind the `}` of `{a,b}` here, or -1. */
  private bracesEnd(): i32 {
    const last = min(this.end, this.pos + LOOK_AHEAD);
    let commas = 0;
    for (let p = this.pos + 1; p < last; p++) {
      const c = unchecked(this.src[p]) as i32;
      if (c == Ch.RBRACE) return commas > 0 && commas < MAX_ALTERNATIVES ? p + 1 : -1;
      if (isSpecial(c)) break;
      if (c == Ch.COMMA) commas++;
    }
    this.work += commas;
    return -1;
  }

  private alternatives(): Node[] {
    const list = new Array<Node>();
    while (this.byte != Ch.RBRACE) {
      const from = ++this.pos;
      while (this.byte != Ch.COMMA && this.byte != Ch.RBRACE) this.pos++;
      list.push(this.text(from, this.pos, this.line));
    }
    this.pos++;
    return list;
  }
}
