// Reads `key = value` below `[section]`: INI, systemd units, desktop entries, .npmrc, .env; and TOML, whose values may be
// lists, tables and texts of several lines.
import {
  APOSTROPHE, BACKSLASH, CLOSE_BRACKET, COLON, contentEnd, DOT, EQUALS, HASH, isBlank, LineCursor, OPEN_BRACE, OPEN_BRACKET, QUOTE, quotedEnd, SEMICOLON,
  startsWith, trimEnd,
} from "./bytes-of-text";
import { readFlowAt } from "./flow";
import { D, DataNode, DataTree, Spelling } from "./tree";

export function readSections(tree: DataTree, source: StaticArray<u8>, end: i32, isToml: bool): void {
  new SectionReader(tree, new LineCursor(source, end, 0), isToml).read();
}

class SectionReader {
  private file: DataNode;
  private section: DataNode;
  private lastKey: DataNode | null = null;
  private lastColumn: i32 = 0;

  constructor(private tree: DataTree, private lines: LineCursor, private isToml: bool) {
    const file = tree.add(tree.root, D.Map, 0);
    this.file = file;
    this.section = file;
  }

  read(): void {
    while (this.lines.advance() && !this.tree.isFull) this.line();
  }

  private line(): void {
    const lines = this.lines;
    const p = lines.content;
    const first = p < lines.to ? lines.at(p) : HASH;
    if (first == HASH || first == SEMICOLON) return;
    if (first == OPEN_BRACKET) this.header(p);
    else if (!this.isToml && this.lastKey !== null && p - lines.from > this.lastColumn) this.goOn(p, this.lastKey!);
    else this.setting(p);
  }

  /** `[a.b."c"]`, `[[a]]`, `[remote "origin"]` */
  private header(p: i32): void {
    const lines = this.lines;
    this.section = this.file;
    this.lastKey = null;
    while (p < lines.to && lines.at(p) != CLOSE_BRACKET) {
      const byte = lines.at(p);
      if (byte == OPEN_BRACKET || byte == DOT || isBlank(byte)) p++;
      else p = this.headerName(p);
    }
  }

  private headerName(p: i32): i32 {
    const lines = this.lines;
    const byte = lines.at(p);
    const isQuoted = byte == QUOTE || byte == APOSTROPHE;
    let end = isQuoted ? quotedEnd(lines.source, p, lines.to) : p + 1;
    while (!isQuoted && end < lines.to && !isNameEnd(lines.at(end))) end++;
    if (isQuoted) this.tree.key(p + 1, max(p + 1, end - 1), Spelling.Plain);
    else this.tree.key(p, end, Spelling.Plain);
    this.section = this.tree.add(this.section, D.Map, p);
    return end;
  }

  /** INI: a line that is indented further belongs to the key before, and is one more value of it. */
  private goOn(p: i32, before: DataNode): void {
    this.tree.key(before.keyFrom, before.keyTo, before.keySpelling);
    this.tree.text(this.section, p, this.lines.trimmedEnd, Spelling.Plain);
  }

  private setting(p: i32): void {
    const lines = this.lines;
    const column = p - lines.from;
    if (startsWith(lines.source, p, lines.to, "export ")) p += 7;
    const quote = lines.at(p);
    const isQuoted = quote == QUOTE || quote == APOSTROPHE;
    const equals = this.lastEquals();
    let separator = isQuoted ? quotedEnd(lines.source, p, lines.to) : p;
    while (separator < lines.to && lines.at(separator) != EQUALS && !this.isSeparatingColon(separator, equals)) separator++;
    const to = trimEnd(lines.source, p, separator);
    if (isQuoted) this.tree.key(p + 1, max(p + 1, to - 1), Spelling.Plain);
    else this.tree.key(p, to, Spelling.Plain);
    let value = separator + 1;
    while (value < lines.to && isBlank(lines.at(value))) value++;
    this.value(min(value, lines.to));
    this.lastKey = this.section.last;
    this.lastColumn = column;
  }

  /** Not the colons of `//registry.example/:_authToken=…` and `@scope:registry=…` in .npmrc. */
  private isSeparatingColon(p: i32, equals: i32): bool {
    return !this.isToml && this.lines.at(p) == COLON && (p > equals || isBlank(this.lines.at(p + 1)));
  }

  private lastEquals(): i32 {
    let p = this.lines.to - 1;
    while (p >= this.lines.from && this.lines.at(p) != EQUALS) p--;
    return p;
  }

  private value(p: i32): void {
    const lines = this.lines;
    const byte = lines.at(p);
    if (this.isToml && (byte == OPEN_BRACKET || byte == OPEN_BRACE)) lines.skipTo(readFlowAt(this.tree, lines.source, p, lines.end, this.section));
    else if (this.isToml && (startsWith(lines.source, p, lines.end, '"""') || startsWith(lines.source, p, lines.end, "'''"))) this.longText(p);
    else if (byte == QUOTE || byte == APOSTROPHE) this.quoted(p);
    else this.plain(p);
  }

  private longText(p: i32): void {
    const lines = this.lines;
    const quote = lines.at(p);
    let end = p + 3;
    while (end < lines.end && !(lines.at(end) == quote && lines.at(end + 1) == quote && lines.at(end + 2) == quote)) end++;
    this.tree.text(this.section, p + 3, min(end, lines.end), quote == QUOTE ? Spelling.Escaped : Spelling.Plain);
    lines.skipTo(end + 3);
  }

  private quoted(p: i32): void {
    const lines = this.lines;
    const end = quotedEnd(lines.source, p, lines.to);
    // `ExecStart="a b" c` is more than the quoted text.
    if (end < lines.trimmedEnd && !this.isToml) this.plain(p);
    else this.tree.text(this.section, p + 1, contentEnd(lines.source, p, end), lines.at(p) == QUOTE ? Spelling.Escaped : Spelling.Plain);
  }

  /** To the end of the line, and of those that follow a backslash. */
  private plain(p: i32): void {
    const lines = this.lines;
    const text = this.tree.text(this.section, p, p, Spelling.Plain);
    while (lines.to > p && lines.at(lines.to - 1) == BACKSLASH && lines.advance());
    text.to = trimEnd(lines.source, p, max(p, this.isToml ? this.comment(p) : lines.to));
  }

  private comment(p: i32): i32 {
    while (p < this.lines.to && this.lines.at(p) != HASH) p++;
    return p;
  }
}

function isNameEnd(byte: i32): bool {
  return byte == DOT || byte == CLOSE_BRACKET || isBlank(byte);
}
