// Reads Markdown line by line: every piece of text goes to the prose engine, with whether a person sees it; every block of
// code is noted. One pass, no nesting: what a block stands in does not change what it says.
import { Language } from "../language";
import { Channel } from "../prose/prose";
import { addSteps } from "../steps";
import { isBatchFence, isWindowsFence, languageOfFence } from "./code-language";
import { isForWindows } from "./commands";
import { Fence } from "./fence";
import { frontmatterEnd, readFrontmatter } from "./frontmatter";
import { Inline } from "./inline";
import {
  fenceRun, headingLevel, indexOf, isBlank, itemStart, lineEnd, runOf, skipBlanks, startsWith, trimmedEnd, underline,
} from "./lines";
import { Block } from "./passages";
import { goesOnWithSettings, opensSettings } from "./told-settings";

/** So many empty lines push what follows out of sight. */
const PADDING_LINES: i32 = 40;

export class MarkdownReader extends Inline {
  protected fence: Fence | null = null;
  protected settingsFrom: i32 = -1;
  protected quotationFrom: i32 = -1;
  protected blankLines: i32 = 0;
  protected wasBlank: bool = true;
  protected inList: bool = false;

  read(): void {
    this.prose.judge(Channel.Visible).begin();
    let p = this.from;
    const end = frontmatterEnd(this.source, p, this.to);
    if (end > p) { readFrontmatter(this, p, end); p = end; }
    while (p < this.to) {
      const stop = lineEnd(this.source, p, this.to);
      this.line(p, stop);
      addSteps(stop - p);
      p = stop + 1;
      if (p < this.to && load<u8>(this.source + stop) == 13 && load<u8>(this.source + p) == 10) p++;
    }
    this.flush();
    this.endHidden();
    if (this.fence !== null) this.closeFence(this.to);
    this.closeSettings(this.to);
    this.quotation(this.to, this.to);
  }

  protected line(from: i32, to: i32): void {
    this.settings(from, to);
    this.quotation(from, to);
    if (this.fence !== null) { this.fenceLine(from, to); return; }
    if (this.inComment) { this.commandLine(skipBlanks(this.source, from, to), to); this.inline(from, to); return; }
    let p = skipQuotes(this.source, from, to);
    const indent = p - from;
    if (p >= to) { this.blankLine(); return; }
    this.afterBlanks();
    const item = itemStart(this.source, p, to);
    if (item > p && runOf(this.source, p, to, load<u8>(this.source + p)) < 3) {
      this.flush();
      this.block = Block.Item;
      this.inList = true;
      p = skipQuotes(this.source, item, to);
      if (p >= to) return;
    } else if (indent == 0 && this.wasBlank) this.inList = false;
    if (this.structure(p, to, indent)) return;
    if (!this.denies && this.block != Block.Row) this.commandLine(p, to);
    this.inline(p, to);
  }

  /** Lines that begin with `>`. */
  protected quotation(from: i32, to: i32): void {
    const isQuotation = from < to && load<u8>(this.source + from) == 0x3e;
    if (isQuotation && this.quotationFrom < 0) this.quotationFrom = from;
    if (isQuotation || this.quotationFrom < 0) return;
    this.fileAt(this.quotationFrom, this.quotationFrom, from);
    this.quotationFrom = -1;
  }

  /** Settings that stand in the text without a fence, from a key that opens them to the next line of text. */
  protected settings(from: i32, to: i32): void {
    if (this.settingsFrom < 0) {
      if (this.fence === null && opensSettings(this.source, from, to)) this.settingsFrom = from;
    } else if (!goesOnWithSettings(this.source, from, to)) this.closeSettings(from);
  }

  protected closeSettings(end: i32): void {
    if (this.settingsFrom >= 0 && !this.denies) {
      this.show(Language.Data, this.settingsFrom, end, 0, false);
      this.excerpts[this.excerpts.length - 1].isBare = true;
    }
    this.settingsFrom = -1;
  }

  protected blankLine(): void {
    this.flush();
    this.blankLines++;
    this.wasBlank = true;
  }

  protected afterBlanks(): void {
    if (this.blankLines >= PADDING_LINES) { this.isPadded = true; this.inList = false; }
    this.blankLines = 0;
  }

  /** Fences, headings, tables and definitions; true when that is all of the line. */
  protected structure(p: i32, to: i32, indent: i32): bool {
    const source = this.source;
    const run = fenceRun(source, p, to);
    if (run > 0) { this.openFence(p, run, to, indent); return true; }
    const level = headingLevel(source, p, to);
    if (level > 0) { this.heading(p + level, to, level); return true; }
    const under = this.text.length > 0 && this.block == Block.Paragraph && !this.wasBlank ? underline(source, p, to) : 0;
    if (under > 0) { this.block = Block.Heading; this.level = under; this.flush(); return true; }
    if (this.definition(p, to)) return true;
    if (load<u8>(source + p) == 0x7c) { this.flush(); this.block = Block.Row; }
    else if (this.wasBlank && indent >= 4 && !this.inList) { this.flush(); this.block = Block.Code; }
    else if (this.block == Block.Row) this.flush();
    this.wasBlank = false;
    return false;
  }

  protected heading(from: i32, to: i32, level: i32): void {
    this.flush();
    this.block = Block.Heading;
    this.level = level;
    this.inline(from, to);
    this.flush();
    this.wasBlank = true;
    this.inList = false;
  }

  /** A link definition; with an empty target it is the usual form of a comment. */
  protected definition(p: i32, to: i32): bool {
    if (load<u8>(this.source + p) != 0x5b) return false;
    const end = indexOf(this.source, p, min(to, p + 200), "]:");
    if (end < 0) return false;
    const target = skipBlanks(this.source, end + 2, to);
    const empty = target < to && (load<u8>(this.source + target) == 0x23 || startsWith(this.source, target, to, "<>"));
    const isComment = startsWith(this.source, p + 1, to, "//]") || startsWith(this.source, p + 1, to, "comment]") || empty;
    if (this.text.length > 0 && !this.wasBlank && !isComment) return false; // within a paragraph it is text
    if (!isComment && !isTarget(this.source, target, to)) return false; // `[SYSTEM]: do this`
    this.flush();
    if (isComment) {
      this.hide(target, to);
      this.endHidden();
    }
    return true;
  }

  protected openFence(p: i32, run: i32, to: i32, indent: i32): void {
    this.flush();
    const fence = new Fence(load<u8>(this.source + p), run, indent);
    fence.infoFrom = skipBlanks(this.source, p + run, to);
    fence.infoTo = trimmedEnd(this.source, fence.infoFrom, to);
    fence.at = p - indent;
    fence.from = min(this.to, to + 1);
    this.fence = fence;
  }

  protected fenceLine(from: i32, to: i32): void {
    const fence = this.fence!;
    const p = skipQuotes(this.source, from, to);
    const run = runOf(this.source, p, to, fence.byte);
    if (run < fence.run || skipBlanks(this.source, p + run, to) < to) return;
    this.closeFence(from);
  }

  protected closeFence(end: i32): void {
    const fence = this.fence!;
    fence.to = max(fence.from, end);
    this.fence = null;
    this.wasBlank = false;
    if (this.denies) return;
    this.fileAt(fence.at, fence.from, fence.to);
    const language = languageOfFence(fence, this.source);
    const isForWindows = language == Language.Shell && isWindowsFence(fence, this.source);
    if (language < 0) { this.quote(fence.from, fence.to); return; }
    this.show(language, fence.from, fence.to, fence.indent, isForWindows);
    this.excerpts[this.excerpts.length - 1].isBatch = isForWindows && isBatchFence(fence, this.source);
  }
}

/** Behind blanks and the marks of quotations. */
function skipQuotes(source: usize, p: i32, to: i32): i32 {
  while (p < to && (isBlank(load<u8>(source + p)) || load<u8>(source + p) == 0x3e)) p++;
  return p;
}

/** One word, and behind it nothing but a title in quotation marks or brackets. */
function isTarget(source: usize, from: i32, to: i32): bool {
  let p = from;
  while (p < to && !isBlank(load<u8>(source + p))) p++;
  p = skipBlanks(source, p, to);
  if (p >= to) return true;
  const byte = load<u8>(source + p);
  return byte == 0x22 || byte == 0x27 || byte == 0x28;
}
