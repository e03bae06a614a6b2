// Reads YAML by lines and indentation. Anchors, tags and complex keys are passed over; flow collections are read as such.
import { readFlowAt } from "./flow";
import {
  APOSTROPHE, COLON, contentEnd, DASH, HASH, isBlank, LineCursor, OPEN_BRACE, OPEN_BRACKET, QUOTE, quotedEnd, startsWith, trimEnd,
} from "./bytes-of-text";
import { D, DataNode, DataTree, Spelling } from "./tree";

const AMPERSAND: i32 = 38;
const EXCLAMATION: i32 = 33;
const PERCENT: i32 = 37;
const GREATER: i32 = 62;
const QUESTION: i32 = 63;
const BAR: i32 = 124;

export function readYaml(tree: DataTree, source: StaticArray<u8>, end: i32): void {
  new YamlReader(tree, new LineCursor(source, end, 0)).read();
}

/** A map or list whose entries stand at this column. */
class Open {
  constructor(public node: DataNode, public column: i32) {}
}

class YamlReader {
  private open: Open[] = [];
  /** What a plain scalar of several lines goes on with. */
  private lastText: DataNode | null = null;
  constructor(private tree: DataTree, private lines: LineCursor) {}

  read(): void {
    this.document();
    while (this.lines.advance() && !this.tree.isFull) this.line();
  }

  /** A new document: a node that is nothing yet, below a holder that stands left of all columns. */
  private document(): void {
    this.open = [];
    this.open.push(new Open(this.tree.root, -1));
    this.tree.add(this.tree.root, D.Nothing, this.lines.from);
    this.lastText = null;
  }

  private line(): void {
    const lines = this.lines;
    const p = lines.content;
    if (p == lines.to || lines.at(p) == HASH || (p == lines.from && lines.at(p) == PERCENT)) return;
    if (p == lines.from && (startsWith(lines.source, p, lines.to, "---") || startsWith(lines.source, p, lines.to, "..."))) {
      this.document();
      return;
    }
    this.entry(p);
  }

  /** All that begins at `p`: dashes, a key, a value. */
  private entry(p: i32): void {
    const lines = this.lines;
    while (this.isDash(p) && !this.tree.isFull) {
      const list = this.collection(D.List, p - lines.from);
      p = this.skipBlanks(p + 1);
      this.tree.key(0, 0, Spelling.Plain);
      if (p >= lines.to || lines.at(p) == HASH) {
        this.tree.add(list, D.Nothing, p);
        return;
      }
      if (this.isDash(p) || this.keyEnd(p) >= 0) this.tree.add(list, D.Nothing, p);
      else {
        this.value(list, p, this.top.column);
        return;
      }
    }
    this.keyed(p);
  }

  private isDash(p: i32): bool {
    return this.lines.at(p) == DASH && (p + 1 >= this.lines.to || isBlank(this.lines.at(p + 1)));
  }

  private keyed(p: i32): void {
    const lines = this.lines;
    const colon = this.keyEnd(p);
    if (colon < 0) {
      this.goOn(p);
      return;
    }
    const column = p - lines.from;
    const map = this.collection(D.Map, column);
    const quote = lines.at(p);
    const isQuoted = quote == QUOTE || quote == APOSTROPHE;
    const to = isQuoted ? contentEnd(lines.source, p, quotedEnd(lines.source, p, colon)) : trimEnd(lines.source, p, colon);
    this.tree.key(isQuoted ? p + 1 : p, to, quote == QUOTE ? Spelling.Escaped : quote == APOSTROPHE ? Spelling.Doubled : Spelling.Plain);
    this.value(map, this.skipBlanks(colon + 1), column);
  }

  /** The open map or list at this column; what is nothing yet becomes one. */
  private collection(kind: i32, column: i32): DataNode {
    while (this.top.column > column) this.open.pop();
    // A list may stand below its key without being indented.
    if (this.top.column == column && this.top.node.kind == D.List && kind == D.Map && this.open.length > 1) this.open.pop();
    if (this.top.column == column && this.top.node.kind == kind) return this.top.node;
    const empty = this.top.node.last;
    const node = empty !== null && empty.kind == D.Nothing ? empty : this.tree.add(this.top.node, kind, this.lines.from + column);
    node.kind = kind;
    this.open.push(new Open(node, column));
    return node;
  }

  private get top(): Open { return this.open[this.open.length - 1]; }

  /** The colon of a key at `p`; -1 when there is none. */
  private keyEnd(p: i32): i32 {
    const lines = this.lines;
    const first = lines.at(p);
    if (first == OPEN_BRACE || first == OPEN_BRACKET) return -1;
    if (first == QUOTE || first == APOSTROPHE) p = quotedEnd(lines.source, p, lines.to);
    for (; p < lines.to; p++) {
      if (lines.at(p) == COLON && (p + 1 >= lines.to || isBlank(lines.at(p + 1)))) return p;
      if (lines.at(p) == HASH && isBlank(lines.at(p - 1))) return -1;
    }
    return -1;
  }

  /** The value at `p` of the line, of an entry at `column`. */
  private value(parent: DataNode, p: i32, column: i32): void {
    const lines = this.lines;
    p = this.skipProperties(p);
    this.lastText = null;
    const first = p < lines.to ? lines.at(p) : HASH;
    if (first == HASH) this.tree.add(parent, D.Nothing, p);
    else if (first == BAR || first == GREATER) this.block(parent, column);
    else if (first == OPEN_BRACE || first == OPEN_BRACKET) lines.skipTo(readFlowAt(this.tree, lines.source, p, lines.end, parent));
    else if (first == QUOTE || first == APOSTROPHE) {
      const end = quotedEnd(lines.source, p, lines.end);
      this.tree.text(parent, p + 1, contentEnd(lines.source, p, end), first == QUOTE ? Spelling.Escaped : Spelling.Doubled);
      lines.skipTo(end);
    } else this.lastText = this.tree.text(parent, p, this.plainEnd(p), Spelling.Plain);
  }

  /** `&anchor` and `!tag` before a value. */
  private skipProperties(p: i32): i32 {
    const lines = this.lines;
    while (p < lines.to && (lines.at(p) == AMPERSAND || lines.at(p) == EXCLAMATION || (lines.at(p) == QUESTION && isBlank(lines.at(p + 1))))) {
      while (p < lines.to && !isBlank(lines.at(p))) p++;
      p = this.skipBlanks(p);
    }
    return p;
  }

  /** The indented lines below `key: |`. */
  private block(parent: DataNode, column: i32): void {
    const lines = this.lines;
    const text = this.tree.text(parent, lines.to, lines.to, Spelling.Plain);
    for (let isFirst = true; lines.nextColumn() > column; isFirst = false) {
      lines.advanceToContent();
      if (isFirst) text.from = lines.from;
      text.to = lines.to;
    }
  }

  /** A line without a key goes on with the text before, or is a text by itself. */
  private goOn(p: i32): void {
    const text = this.lastText;
    if (text !== null) text.to = this.plainEnd(p);
    else this.value(this.top.node, p, this.top.column);
  }

  private plainEnd(p: i32): i32 {
    const lines = this.lines;
    let end = p;
    for (; end < lines.to; end++) if (lines.at(end) == HASH && end > p && isBlank(lines.at(end - 1))) break;
    return trimEnd(lines.source, p, end);
  }

  private skipBlanks(p: i32): i32 {
    while (p < this.lines.to && isBlank(this.lines.at(p))) p++;
    return p;
  }
}
