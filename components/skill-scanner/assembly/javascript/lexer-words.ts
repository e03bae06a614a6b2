// Identifiers that are not plain ASCII: with characters of other scripts, or with escapes, which spell the same name in
// another way.
import { hexDigit, putUtf8 } from "../code-points";
import { decodeUtf8 } from "../python/names";
import { Literals } from "./lexer-literals";
import { Ch, Cls, classOf } from "./tokens";

export class Words extends Literals {
  private text: StaticArray<u8> = new StaticArray<u8>(64);
  private used: i32 = 0;

  /** The identifier at p; sets `sym`, to 0 when there is none, and returns its end. */
  protected oddWord(p: i32): i32 {
    const from = p;
    let isEscaped = false;
    this.used = 0;
    if (this.at(p) == Ch.HASH) unchecked(this.text[this.used++] = this.at(p++) as u8);
    for (;;) {
      const c = this.at(p);
      if (c == Ch.BACKSLASH && this.at(p + 1) == 117) {
        isEscaped = true;
        p = this.escape(p + 2);
      } else if (classOf(c) & Cls.ASCII_WORD || (classOf(c) & Cls.HIGH && this.spaceAt(p) == 0)) {
        this.room();
        unchecked(this.text[this.used++] = c as u8);
        p++;
      } else break;
    }
    if (isEscaped) this.faults.disguise(this.line);
    this.steps += (p - from) >> 5;
    this.sym = p == from ? 0 : this.names.of(decodeUtf8(this.text, 0, this.used));
    return p;
  }

  /** `\u0061` or `\u{61}`, p behind the `u`; returns where the name goes on. */
  private escape(p: i32): i32 {
    const isBraced = this.at(p) == Ch.LBRACE;
    let point = 0, q = isBraced ? p + 1 : p;
    for (; isBraced || q < p + 4; q++) {
      const digit = hexDigit(this.at(q));
      if (digit < 0) break;
      point = min((point << 4) | digit, 0x110000);
    }
    if (isBraced ? this.at(q) != Ch.RBRACE : q < p + 4) this.error(this.line);
    else if (isBraced) q++;
    this.room();
    this.used += putUtf8(this.text, this.used, point);
    return q;
  }

  /** Makes sure of four free bytes. */
  private room(): void {
    if (this.used + 4 <= this.text.length) return;
    const larger = new StaticArray<u8>(this.text.length * 2);
    memory.copy(changetype<usize>(larger), changetype<usize>(this.text), this.used);
    this.text = larger;
  }
}
