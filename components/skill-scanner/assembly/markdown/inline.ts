// The inside of a block: comments, elements that hide what stands in them, links, blanks that push text out of sight.
import { closeOf, hides, nameEnd } from "./html";
import { indexOf, isBlank, skipBlanks, startsWith } from "./lines";
import { readLink } from "./links";
import { Block, Passages } from "./passages";

/** So many blanks push what follows out of sight. */
const PADDING_BLANKS: i32 = 150;

export class Inline extends Passages {
  protected hiddenFrom: i32 = 0;
  protected hiddenTo: i32 = 0;

  /** Text with comments and elements in it, which may not be seen. */
  inline(from: i32, to: i32): void {
    const source = this.source;
    let start = from, p = from, blanks = 0;
    while (p < to) {
      if (this.inComment) { p = start = this.comment(p, to); continue; }
      const byte = load<u8>(source + p) as i32;
      if (byte == 0x3c && p + 1 < to) {
        const end = this.markup(start, p, to);
        if (end > p) { p = start = end; continue; }
      } else if (byte == 0x5d && p + 1 < to && load<u8>(source + p + 1) == 0x28) {
        this.put(start, p);
        readLink(this, from, p, to);
        start = p;
      }
      blanks = isBlank(byte) ? blanks + 1 : 0;
      p++;
      if (blanks == PADDING_BLANKS && this.block != Block.Row) {
        this.put(start, p);
        p = skipBlanks(source, p, to);
        this.hide(p, to);
        this.endHidden();
        return;
      }
    }
    if (start < to) this.put(start, to);
  }

  /** A comment begins at `p`, or an element that hides or ends; returns where it ends, or `p`. */
  protected markup(start: i32, p: i32, to: i32): i32 {
    const source = this.source;
    if (startsWith(source, p, to, "<!--")) {
      this.put(start, p);
      this.inComment = true;
      return p + 4;
    }
    const closing = load<u8>(source + p + 1) == 0x2f;
    const from = p + (closing ? 2 : 1);
    const name = nameEnd(source, from, to);
    if (name == from) return p;
    if (this.hiddenDepth > 0) return this.insideHidden(start, p, from, name, to, closing);
    if (closing) return p;
    const end = closeOf(source, name, this.to);
    if (end < 0 || load<u8>(source + end - 2) == 0x2f || !hides(source, name, end)) return p;
    this.put(start, p);
    this.hiddenFrom = from;
    this.hiddenTo = name;
    this.hiddenDepth = 1;
    return min(end, to);
  }

  protected insideHidden(start: i32, p: i32, from: i32, name: i32, to: i32, closing: bool): i32 {
    if (!this.isHiddenName(from, name)) return p;
    this.hiddenDepth += closing ? -1 : 1;
    if (this.hiddenDepth > 0) return p;
    this.hide(start, p);
    this.endHidden();
    const end = closeOf(this.source, name, to);
    return end < 0 ? to : end;
  }

  protected isHiddenName(from: i32, to: i32): bool {
    if (to - from != this.hiddenTo - this.hiddenFrom) return false;
    for (let i = 0; i < to - from; i++) if ((load<u8>(this.source + from + i) | 32) != (load<u8>(this.source + this.hiddenFrom + i) | 32)) return false;
    return true;
  }

  /** Reads on in a comment; returns where it ends, or `to`. */
  protected comment(from: i32, to: i32): i32 {
    const end = indexOf(this.source, from, to, "-->");
    this.hide(from, end < 0 ? to : end);
    if (end < 0) return to;
    this.inComment = false;
    this.endHidden();
    return end + 3;
  }
}
