// Reads JSON and its relatives: comments, trailing commas, single quotes, keys without quotes; YAML's flow collections and
// TOML's arrays and inline tables are written alike. It accepts what no parser would, and never fails.
import {
  APOSTROPHE, BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, contentEnd, EQUALS, HASH, isLineEnd, isSpace, OPEN_BRACE, OPEN_BRACKET, QUOTE, quotedEnd,
  SLASH, trimEnd,
} from "./bytes-of-text";
import { D, DataNode, DataTree, Spelling } from "./tree";

const STAR: i32 = 42;

/** Reads all values of a text of its own. */
export function readFlow(tree: DataTree, source: StaticArray<u8>, end: i32): void {
  const reader = new FlowReader(tree, source, end);
  while (reader.p < end && !tree.isFull) reader.read(tree.root);
}

/** Reads the value at `p` as a child of `parent`, and returns where it ends. */
export function readFlowAt(tree: DataTree, source: StaticArray<u8>, p: i32, end: i32, parent: DataNode): i32 {
  const reader = new FlowReader(tree, source, end);
  reader.p = p;
  reader.read(parent);
  return reader.p;
}

class FlowReader {
  p: i32 = 0;
  constructor(private tree: DataTree, private source: StaticArray<u8>, private end: i32) {}

  /** One value with all that is in it. No recursion: nesting has no bound. */
  read(outer: DataNode): void {
    let inside: DataNode = outer;
    while (this.skipBlanks() && !this.tree.isFull) {
      const byte = this.at(this.p);
      if (byte == OPEN_BRACE || byte == OPEN_BRACKET) {
        inside = this.tree.add(inside, byte == OPEN_BRACE ? D.Map : D.List, this.p++);
        continue;
      }
      if (byte == CLOSE_BRACE || byte == CLOSE_BRACKET) {
        if (this.tree.hasKey && inside !== outer) this.tree.add(inside, D.Nothing, this.p);
        this.p++;
        if (inside !== outer) inside = inside.parent!;
      } else this.scalar(inside);
      if (inside === outer && !this.tree.hasKey) return;
    }
  }

  @inline private at(p: i32): i32 { return p < this.end ? unchecked(this.source[p]) as i32 : 0; }

  /** To the next byte that means something; false at the end. */
  private skipBlanks(): bool {
    while (this.p < this.end) {
      const byte = this.at(this.p);
      if (byte == HASH || (byte == SLASH && this.at(this.p + 1) == SLASH)) this.skipLine();
      else if (byte == SLASH && this.at(this.p + 1) == STAR) this.skipComment();
      else if (isSpace(byte) || byte == COMMA || byte == COLON || byte == 0) this.p++;
      else return true;
    }
    return false;
  }

  private skipLine(): void {
    while (this.p < this.end && !isLineEnd(this.at(this.p))) this.p++;
  }

  private skipComment(): void {
    this.p += 2;
    while (this.p < this.end && !(this.at(this.p) == STAR && this.at(this.p + 1) == SLASH)) this.p++;
    this.p += 2;
  }

  /** A scalar, which is a key when a colon or an equals sign follows it in a map. */
  private scalar(inside: DataNode): void {
    const mayBeKey = inside.kind == D.Map && !this.tree.hasKey;
    const quote = this.at(this.p);
    const isQuoted = quote == QUOTE || quote == APOSTROPHE;
    const start = this.p;
    this.p = isQuoted ? this.endOfQuoted(start) : this.endOfPlain(start, mayBeKey);
    const from = isQuoted ? start + 1 : start;
    const to = isQuoted ? contentEnd(this.source, start, this.p) : trimEnd(this.source, start, this.p);
    const spelling = quote == QUOTE ? Spelling.Escaped : quote == APOSTROPHE ? Spelling.Doubled : Spelling.Plain;
    if (mayBeKey && this.skipSeparator()) this.tree.key(from, max(to, from), spelling);
    else if (isQuoted || inside.kind == D.Map || !this.isNumber(from)) this.tree.text(inside, from, to, spelling);
  }

  private endOfQuoted(p: i32): i32 {
    return quotedEnd(this.source, p, this.end);
  }

  private endOfPlain(p: i32, mayBeKey: bool): i32 {
    const start = p;
    for (; p < this.end; p++) {
      const byte = this.at(p);
      if (byte == COMMA || byte == CLOSE_BRACE || byte == CLOSE_BRACKET || isLineEnd(byte)) break;
      if (byte == BACKSLASH) continue;
      if (mayBeKey && (byte == COLON || byte == EQUALS)) break;
      if (byte == COLON && isSpace(this.at(p + 1))) break;
    }
    return max(p, start + 1);
  }

  private skipSeparator(): bool {
    let p = this.p;
    while (p < this.end && isSpace(this.at(p))) p++;
    if (this.at(p) != COLON && this.at(p) != EQUALS) return false;
    this.p = p + 1;
    return true;
  }

  /** Numbers in lists are data that nothing depends on, often by the million. */
  private isNumber(p: i32): bool {
    const byte = this.at(p);
    return (byte >= 48 && byte <= 57) || byte == 45 || byte == 43 || byte == 46;
  }
}
