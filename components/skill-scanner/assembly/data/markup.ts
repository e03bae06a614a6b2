// Reads XML, HTML, SVG and property lists, flat: the text of an element below its tag's name, an attribute below its own
// name; in a property list the text below the `<key>` before it. Nothing is closed that has to be: it reads what is there.
import {
  APOSTROPHE, EQUALS, GREATER, isSpace, LESS, QUOTE, SLASH, startsWith, trimEnd, trimStart,
} from "./bytes-of-text";
import { D, DataNode, DataTree, Spelling } from "./tree";

export function readMarkup(tree: DataTree, source: StaticArray<u8>, end: i32): void {
  new MarkupReader(tree, source, end).read();
}

class MarkupReader {
  private file: DataNode;
  private p: i32 = 0;
  private tagFrom: i32 = 0;
  private tagTo: i32 = 0;
  /** The text of the last `<key>`. */
  private keyFrom: i32 = 0;
  private keyTo: i32 = 0;

  constructor(private tree: DataTree, private source: StaticArray<u8>, private end: i32) {
    this.file = tree.add(tree.root, D.Map, 0);
  }

  read(): void {
    while (this.p < this.end && !this.tree.isFull) {
      if (this.at(this.p) != LESS) this.text();
      else if (this.isNext("<!--")) this.comment();
      else this.tag();
    }
  }

  @inline private at(p: i32): i32 { return p < this.end ? unchecked(this.source[p]) as i32 : 0; }

  private isNext(text: string): bool { return startsWith(this.source, this.p, this.end, text); }

  private comment(): void {
    const from = this.p + 4;
    this.p = this.find(from, "-->");
    this.tree.key(from - 3, from, Spelling.Plain); // `!--`
    this.tree.text(this.file, from, this.p, Spelling.Plain);
    this.p += 3;
  }

  private find(p: i32, text: string): i32 {
    while (p < this.end && !startsWith(this.source, p, this.end, text)) p++;
    return p;
  }

  private tag(): void {
    const from = ++this.p;
    if (this.at(from) == SLASH) {
      this.p = this.find(from, ">") + 1;
      return;
    }
    while (this.p < this.end && !isNameEnd(this.at(this.p))) this.p++;
    this.tagFrom = from;
    this.tagTo = this.p;
    while (this.p < this.end && this.at(this.p) != GREATER) this.attribute();
    this.p++;
    if (this.isTag("script") && !this.endsItself()) this.script();
  }

  private endsItself(): bool { return this.at(this.p - 2) == SLASH; }

  private isTag(name: string): bool {
    return this.tagTo - this.tagFrom == name.length && startsWith(this.source, this.tagFrom, this.end, name);
  }

  private attribute(): void {
    while (this.p < this.end && (isSpace(this.at(this.p)) || this.at(this.p) == SLASH)) this.p++;
    const from = this.p;
    while (this.p < this.end && !isNameEnd(this.at(this.p)) && this.at(this.p) != EQUALS) this.p++;
    const to = this.p;
    if (this.at(this.p) != EQUALS) {
      if (this.p == from && this.at(this.p) != GREATER) this.p++;
      return;
    }
    this.p++;
    const quote = this.at(this.p);
    const isQuoted = quote == QUOTE || quote == APOSTROPHE;
    if (isQuoted) this.p++;
    const value = this.p;
    while (this.p < this.end && (isQuoted ? this.at(this.p) != quote : !isValueEnd(this.at(this.p)))) this.p++;
    this.tree.key(from, max(from + 1, to), Spelling.Plain);
    this.tree.text(this.file, value, this.p, Spelling.Plain);
    if (isQuoted) this.p++;
  }

  private script(): void {
    const from = this.p;
    while (this.p < this.end && !this.closesScript()) this.p++;
    this.tree.key(this.tagFrom, this.tagTo, Spelling.Plain);
    this.tree.text(this.file, from, this.p, Spelling.Plain);
  }

  private closesScript(): bool {
    return this.at(this.p) == LESS && (this.isNext("</script") || this.isNext("</SCRIPT"));
  }

  private text(): void {
    const start = this.p;
    while (this.p < this.end && this.at(this.p) != LESS) this.p++;
    const from = trimStart(this.source, start, this.p);
    const to = trimEnd(this.source, from, this.p);
    if (from == to) return;
    if (this.isTag("key")) {
      this.keyFrom = from;
      this.keyTo = to;
    } else this.value(from, to);
  }

  private value(from: i32, to: i32): void {
    if (this.keyTo > 0) this.tree.key(this.keyFrom, this.keyTo, Spelling.Plain);
    else this.tree.key(this.tagFrom, max(this.tagFrom + 1, this.tagTo), Spelling.Plain);
    this.tree.text(this.file, from, to, Spelling.Plain);
  }
}

function isNameEnd(byte: i32): bool {
  return isSpace(byte) || byte == GREATER || byte == SLASH || byte == 0;
}

function isValueEnd(byte: i32): bool {
  return isSpace(byte) || byte == GREATER || byte == 0;
}
