// Strings, numbers, regular expressions and the text of templates and of JSX.
import { SF } from "../python/lexer-tokens";
import { Blanks } from "./lexer-blanks";
import { Ch, Cls, T, classOf } from "./tokens";

export class Literals extends Blanks {
  /** The string whose quote is at p. */
  protected string(p: i32): void {
    const quote = this.at(p);
    this.kind = T.STRING;
    this.sflags = SF.JS;
    for (p++; ; ) {
      const c = this.at(p);
      if (!(classOf(c) & Cls.STRING)) { p++; continue; }
      if (c == quote) { p++; break; }
      if (c == Ch.BACKSLASH) p = this.afterEscape(p);
      else if (this.isLineEnd(c) || (c == Ch.NUL && this.atEnd(p))) { this.unclosed(); break; }
      else p++;
    }
    this.end = this.pos = p;
  }

  /** Position after the backslash at p and what it escapes. */
  private afterEscape(p: i32): i32 {
    const c = this.at(p + 1);
    if (c == Ch.NUL && p + 1 >= this.len) return p + 1;
    if (!this.isLineEnd(c)) return p + 2;
    this.curLine++;
    return this.afterLineEnd(p + 1);
  }

  private unclosed(): void {
    this.error(this.line);
    this.sflags |= SF.UNTERMINATED;
  }

  /** A JSX attribute's string: every character stands for itself, line ends too. */
  jsxString(): void {
    let p = this.start + 1;
    const quote = this.at(this.start);
    this.curLine = this.line;
    this.sflags = SF.RAW;
    for (; this.at(p) != quote; p++) {
      if (this.isLineEnd(this.at(p))) this.countLine(p);
      else if (this.at(p) == Ch.NUL && this.atEnd(p)) { this.unclosed(); p--; break; }
    }
    this.steps += (p - this.start) >> 5;
    this.end = this.pos = p + 1;
  }

  /** At a line end: counts it, once when it has two characters. */
  @inline private countLine(p: i32): void {
    if (this.at(p) == Ch.LF || this.at(p + 1) != Ch.LF) this.curLine++;
  }

  protected number(p: i32): void {
    this.kind = T.NUMBER;
    const letter = this.at(p + 1) | 32;
    if (this.at(p) == Ch.ZERO && (letter == 120 || letter == 98 || letter == 111)) p = this.afterWord(p + 2); // 0x, 0b, 0o
    else {
      p = this.afterDigits(p);
      if (this.at(p) == Ch.DOT) p = this.afterDigits(p + 1);
      if ((this.at(p) | 32) == 101) p = this.afterExponent(p);
      if (this.at(p) == 110) p++; // 1n
    }
    this.end = this.pos = p;
  }

  private afterDigits(p: i32): i32 {
    while (classOf(this.at(p)) & Cls.DIGIT || this.at(p) == 95) p++;
    return p;
  }

  private afterWord(p: i32): i32 {
    while (classOf(this.at(p)) & Cls.ASCII_WORD) p++;
    return p;
  }

  private afterExponent(p: i32): i32 {
    const sign = this.at(p + 1);
    const digits = sign == Ch.PLUS || sign == Ch.MINUS ? p + 2 : p + 1;
    return classOf(this.at(digits)) & Cls.DIGIT ? this.afterDigits(digits) : p;
  }

  /** The current token begins with `/` where an operand must stand: reads it again as a regular expression. */
  regex(): void {
    let p = this.start + 1, isClass = false;
    this.kind = T.REGEX;
    for (;;) {
      const c = this.at(p);
      if (this.isLineEnd(c) || this.isSeparator(p) || (c == Ch.NUL && this.atEnd(p))) { this.error(this.line); break; }
      if (c == Ch.BACKSLASH && !this.isLineEnd(this.at(p + 1)) && p + 1 < this.len) { p += 2; continue; }
      if (c == Ch.SLASH && !isClass) { p = this.afterWord(p + 1); break; }
      if (c == Ch.LSQ) isClass = true;
      else if (c == Ch.RSQ) isClass = false;
      p++;
    }
    this.steps += (p - this.start) >> 5;
    this.end = this.pos = p;
  }

  /** Moves pos over a template's text: to its closing backtick, to `${`, or to the end of the file. */
  skipTemplate(): void {
    let p = this.pos;
    for (;;) {
      const c = this.at(p);
      if (!(classOf(c) & Cls.TEMPLATE)) { p++; continue; }
      if (c == Ch.BACKTICK || (c == Ch.DOLLAR && this.at(p + 1) == Ch.LBRACE) || (c == Ch.NUL && this.atEnd(p))) break;
      if (c == Ch.BACKSLASH) { p = this.afterEscape(p); continue; }
      if (this.isLineEnd(c)) this.countLine(p);
      p++;
    }
    this.steps += (p - this.pos) >> 5;
    this.pos = p;
  }

  /** Moves pos over the text between JSX tags: to `<`, `{` or the end of the file. */
  skipJsxText(): void {
    let p = this.pos;
    for (; ; p++) {
      const c = this.at(p);
      if (c == Ch.LT || c == Ch.LBRACE || (c == Ch.NUL && this.atEnd(p))) break;
      if (this.isLineEnd(c)) this.countLine(p);
    }
    this.steps += (p - this.pos) >> 5;
    this.pos = p;
  }

  /** Takes the rest of a JSX name, in which `-` and `:` may stand, into the current token. */
  jsxName(): void {
    let p = this.end;
    while (classOf(this.at(p)) & Cls.WORD || this.at(p) == Ch.MINUS || this.at(p) == 58) p++;
    this.steps += (p - this.end) >> 5;
    this.end = this.pos = p;
  }
}
