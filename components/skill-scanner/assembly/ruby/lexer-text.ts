// Ruby's texts: quotes, `%w[…]` and their kin, heredocs, whose text begins on the next line.
import { Words } from "../javascript/lexer-words";
import { Ch, Cls, Op, T, classOf } from "../javascript/tokens";
import { SF } from "../python/lexer-tokens";

/** What a TEMPLATE token is. */
export const enum Form { TEXT, COMMAND, WORDS, SYMBOL, REGEX }

export class RubyText extends Words {
  // of a TEMPLATE
  form: i32 = Form.TEXT;
  /** The byte that ends it, and one that nests in it or 0. */
  closing: i32 = 0;
  opening: i32 = 0;
  interpolates: bool = false;
  isHeredoc: bool = false;
  /** Where a heredoc's text lies, and on which line it begins. */
  textFrom: i32 = 0;
  textTo: i32 = 0;
  textLine: i32 = 0;

  // heredocs of the line: its end, and where the text behind all of them goes on
  protected heredocLine: i32 = -1;
  protected afterHeredocs: i32 = 0;
  protected heredocLines: i32 = 0;

  /** An opened text: the parser reads on from `pos`. */
  protected template(end: i32, form: i32, closing: i32, opening: i32, interpolates: bool): void {
    this.kind = T.TEMPLATE;
    this.form = form;
    this.closing = closing;
    this.opening = opening;
    this.interpolates = interpolates;
    this.isHeredoc = false;
    this.end = this.pos = end;
  }

  /** `%q(…)` and its kin at p; false when it is none. */
  protected percent(p: i32): bool {
    const letter = this.at(p + 1);
    let q = p + 1, form: i32 = Form.TEXT, interpolates = true;
    if (classOf(letter) & Cls.LETTER) {
      q++;
      switch (letter) {
        case 81: break; // Q
        case 113: interpolates = false; break; // q
        case 119: case 105: form = Form.WORDS; interpolates = false; break; // w i
        case 87: case 73: form = Form.WORDS; break; // W I
        case 120: form = Form.COMMAND; break; // x
        case 114: form = Form.REGEX; break; // r
        case 115: form = Form.SYMBOL; interpolates = false; break; // s
        default: return false;
      }
    }
    const open = this.at(q);
    if (classOf(open) & Cls.WORD || open <= Ch.SPACE || (open == Op.EQ && q == p + 1)) return false;
    const close = open == Op.LPAR ? Op.RPAR : open == Op.LSQ ? Op.RSQ : open == Op.LBRACE ? Op.RBRACE : open == Op.LT ? Op.GT : open;
    this.template(q + 1, form, close, close == open ? 0 : open, interpolates);
    return true;
  }

  /** `<<~NAME` at p; false when it is none. */
  protected heredoc(p: i32): bool {
    let q = p + 2;
    const mark = this.at(q), isIndented = mark == Ch.MINUS || mark == Op.TILDE;
    if (isIndented) q++;
    const quote = this.at(q), isQuoted = quote == Ch.DQUOTE || quote == Ch.SQUOTE || quote == Ch.BACKTICK;
    if (isQuoted) q++;
    const from = q;
    if (!isQuoted && (!(classOf(this.at(q)) & Cls.LETTER) || (!isIndented && (this.at(q) < 65 || this.at(q) > 90)))) return false;
    while (isQuoted ? this.at(q) != quote && !this.isLineEnd(this.at(q)) && q < this.len : (classOf(this.at(q)) & Cls.ASCII_WORD) != 0) q++;
    if (isQuoted && this.at(q) != quote) return false;
    this.template(isQuoted ? q + 1 : q, quote == Ch.BACKTICK ? Form.COMMAND : Form.TEXT, 0, 0, quote != Ch.SQUOTE);
    this.isHeredoc = true;
    this.findText(from, q, isIndented);
    return true;
  }

  /** The lines up to the one that is the name at from..to. */
  private findText(from: i32, to: i32, isIndented: bool): void {
    if (this.heredocLine < 0) {
      this.heredocLine = this.lineEnd(to);
      this.afterHeredocs = min(this.heredocLine + 1, this.len);
      this.heredocLines = 1;
    }
    let p = this.afterHeredocs;
    this.textFrom = p;
    this.textLine = this.curLine + this.heredocLines;
    while (p < this.len) {
      const end = this.lineEnd(p), next = min(end + 1, this.len);
      let q = p;
      if (isIndented) while (q < end && (this.at(q) == Ch.SPACE || this.at(q) == Ch.TAB)) q++;
      if (end < this.len) this.heredocLines++;
      if (this.isLine(q, end, from, to)) {
        this.textTo = p;
        this.stepOver(p, next);
        return;
      }
      p = next;
    }
    this.error(this.line);
    this.textTo = this.len;
    this.stepOver(this.textFrom, this.len);
  }

  private stepOver(to: i32, next: i32): void {
    this.steps += (next - this.afterHeredocs) >> 5;
    this.afterHeredocs = next;
  }

  private isLine(p: i32, end: i32, from: i32, to: i32): bool {
    if (end > p && this.at(end - 1) == Ch.CR) end--;
    if (end - p != to - from) return false;
    for (let i = 0; i < to - from; i++) if (this.at(p + i) != this.at(from + i)) return false;
    return true;
  }

  /**
   * Moves pos over a text: to what ends it, to `#{`, or to the end of the file. `nested`: how many of its own brackets are
   * open. Returns how many are now.
   */
  skipText(closing: i32, opening: i32, interpolates: bool, nested: i32): i32 {
    let p = this.pos, open = nested;
    for (; ; p++) {
      const c = this.at(p);
      if (c == closing && c != 0) { if (open-- == 0) { open = 0; break; } }
      else if (c == opening && c != 0) open++;
      else if (c == Ch.BACKSLASH && p + 1 < this.len) { p++; if (this.at(p) == Ch.LF) this.curLine++; }
      else if (c == Ch.LF) this.curLine++;
      else if (c == Ch.HASH && interpolates && this.at(p + 1) == Ch.LBRACE) break;
      else if (c == Ch.NUL && this.atEnd(p)) break;
    }
    this.steps += (p - this.pos) >> 5;
    this.pos = p;
    return open;
  }

  /** `'…'`: only a backslash and the quote itself are escaped. */
  protected plainString(p: i32): void {
    let q = p + 1;
    this.kind = T.STRING;
    this.sflags = SF.TRIPLE | SF.BARE | SF.RAW;
    for (; this.at(q) != Ch.SQUOTE; q++) {
      const c = this.at(q);
      if (c == Ch.BACKSLASH && q + 1 < this.len) q++;
      if (this.at(q) == Ch.LF) this.curLine++;
      else if (this.at(q) == Ch.NUL && this.atEnd(q)) { this.error(this.line); break; }
    }
    this.start = p + 1;
    this.end = q;
    this.pos = min(q + 1, this.len);
  }

  /** From here on the text ends at `to`; returns the byte there, which `unlimit` puts back. */
  limit(to: i32): i32 {
    const byte = this.at(to);
    unchecked(this.src[to] = 0);
    this.len = to;
    return byte;
  }

  unlimit(to: i32, byte: i32, length: i32): void {
    unchecked(this.src[to] = byte as u8);
    this.len = length;
  }

  /** Where heredocs of the line that is left behind have their text; taken back by `putHeredocs`. */
  takeHeredocs(): Heredocs {
    const kept = new Heredocs(this.heredocLine, this.afterHeredocs, this.heredocLines);
    this.heredocLine = -1;
    return kept;
  }

  putHeredocs(kept: Heredocs): void {
    this.heredocLine = kept.line;
    this.afterHeredocs = kept.after;
    this.heredocLines = kept.lines;
  }
}

export class Heredocs {
  constructor(public line: i32, public after: i32, public lines: i32) {}
}
