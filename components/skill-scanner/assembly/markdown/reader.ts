// Reads Markdown line by line: every piece of text goes to the prose engine, with whether a person sees it; every block of
// code is noted. One pass, no nesting: what a block stands in does not change what it says.
import { Findings } from "../findings";
import { Language } from "../language";
import { Topic } from "../prose/judge";
import { Channel, Prose } from "../prose/prose";
import { respelledAt } from "../prose/respelled";
import { IN_CODE, IN_QUOTES, IN_TALK, ProseText } from "../prose/text";
import { addSteps } from "../steps";
import { RULE_ENTITY_LETTERS, RULE_LOOKALIKE_LETTERS, RULE_RESPELLED_WORDS, RULE_SEVERED_WORDS } from "../tables";
import { readBlobs } from "./blobs";
import { isWindowsFence, languageOfFence } from "./code-language";
import { goesOnWithCommands, isCommandLine, isForWindows } from "./commands";
import { ToldFiles } from "./told-files";
import { goesOnWithSettings, opensSettings } from "./told-settings";
import { commandEnd, commandStart } from "./told-commands";
import { Excerpt, Fence } from "./fence";
import { frontmatterEnd, readFrontmatter } from "./frontmatter";
import { closeOf, hides, nameEnd } from "./html";
import { fenceRun, headingLevel, indexOf, isBlank, itemStart, lineEnd, runOf, skipBlanks, startsWith, trimmedEnd, underline } from "./lines";
import { readLink } from "./links";

/** So many empty lines push what follows out of sight; so many blanks do within a line. */
const PADDING_LINES: i32 = 40;
const PADDING_BLANKS: i32 = 150;

/** So many in one block are no accident. */
const MIN_SEVERED: i32 = 3;
const MIN_LOOKALIKES: i32 = 3;
const MIN_ENTITIES: i32 = 8;

export const enum Block { Paragraph, Item, Heading, Row, Code }

export class MarkdownReader {
  /** Code, in the order in which it stands. */
  readonly excerpts: Excerpt[] = [];
  /** Blocks that are to be put into files. */
  readonly files: ToldFiles = new ToldFiles();
  readonly source: usize;
  /** What a person reads, and what he does not. */
  readonly text: ProseText;
  readonly hidden: ProseText;
  /** The skill's description is about attacks. */
  aboutAttacks: bool = false;

  private block: Block = Block.Paragraph;
  private level: i32 = 0;
  private fence: Fence | null = null;
  /** Where the last line of commands ended, as long as nothing else was noted since; -1 otherwise. */
  private commandsEnd: i32 = -1;
  private settingsFrom: i32 = -1;
  private quotationFrom: i32 = -1;
  private inComment: bool = false;
  private hiddenFrom: i32 = 0;
  private hiddenTo: i32 = 0;
  private hiddenDepth: i32 = 0;
  private blankLines: i32 = 0;
  private wasBlank: bool = true;
  private inList: bool = false;
  private isPadded: bool = false;
  /** Heading level below which all is about attacks; 7 for none. */
  private topicLevel: i32 = 7;
  /** A list follows that says what not to do. */
  private denies: bool = false;

  constructor(source: StaticArray<u8>, private from: i32, private to: i32, readonly prose: Prose, readonly findings: Findings) {
    this.source = changetype<usize>(source);
    this.text = prose.visible;
    this.hidden = prose.hidden;
    this.text.reset();
    this.hidden.reset();
    this.text.plain = this.hidden.plain = false;
  }

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

  private line(from: i32, to: i32): void {
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
  private quotation(from: i32, to: i32): void {
    const isQuotation = from < to && load<u8>(this.source + from) == 0x3e;
    if (isQuotation && this.quotationFrom < 0) this.quotationFrom = from;
    if (isQuotation || this.quotationFrom < 0) return;
    this.fileAt(this.quotationFrom, this.quotationFrom, from);
    this.quotationFrom = -1;
  }

  /** What may have to be put into a file; what stands in a text about attacks is an example of one. */
  private fileAt(at: i32, from: i32, to: i32): void {
    if (!this.denies && this.prose.judge(Channel.Visible).topic == Topic.None) this.files.block(this.source, this.from, at, from, to);
  }

  /** Settings that stand in the text without a fence, from a key that opens them to the next line of text. */
  private settings(from: i32, to: i32): void {
    if (this.settingsFrom < 0) {
      if (this.fence === null && opensSettings(this.source, from, to)) this.settingsFrom = from;
    } else if (!goesOnWithSettings(this.source, from, to)) this.closeSettings(from);
  }

  private closeSettings(end: i32): void {
    if (this.settingsFrom >= 0 && !this.denies) this.show(Language.Data, this.settingsFrom, end, 0, false);
    this.settingsFrom = -1;
  }

  /** A line that a shell could run, or that tells to run what it ends with. */
  private commandLine(from: i32, to: i32): void {
    if (this.commandsEnd >= 0 && this.commandsEnd + 1 == from && goesOnWithCommands(this.source, from, to)) {
      this.excerpts[this.excerpts.length - 1].to = to;
      this.commandsEnd = to;
      return;
    }
    if (isCommandLine(this.source, from, to)) {
      this.excerpt(from, to);
      if (!isForWindows(this.source, from, to)) this.commandsEnd = to;
      return;
    }
    const start = commandStart(this.source, from, to);
    if (start >= 0) this.excerpt(start, commandEnd(this.source, start, to));
  }

  private excerpt(from: i32, to: i32): void {
    this.show(Language.Shell, from, to, 0, false);
    if (isForWindows(this.source, from, to)) this.show(Language.Shell, from, to, 0, true);
  }

  private show(language: i32, from: i32, to: i32, indent: i32, isForWindows: bool): void {
    const excerpt = new Excerpt(language, from, to, indent);
    this.commandsEnd = -1;
    excerpt.isForWindows = isForWindows;
    excerpt.isAside = this.prose.judge(Channel.Visible).topic != Topic.None;
    this.excerpts.push(excerpt);
  }

  /** A text that was decoded here: settings and commands are read as such. */
  decoded(bytes: StaticArray<u8>, length: i32, at: i32): void {
    const base = changetype<usize>(bytes);
    const first = load<u8>(base) as i32;
    const language = first == 0x7b || first == 0x5b ? Language.Data : isCommandLine(base, 0, length) ? Language.Shell : -1;
    if (language < 0 || this.denies) return;
    this.show(language, at, at + 1, 0, false);
    this.excerpts[this.excerpts.length - 1].decoded = bytes.slice<StaticArray<u8>>(0, length);
  }

  /** Its hooks are settings. The lines of dashes around it are comments to whoever reads settings. */
  frontmatter(from: i32, to: i32): void {
    const excerpt = new Excerpt(Language.Data, from, to, 0);
    excerpt.isFrontmatter = true;
    this.excerpts.push(excerpt);
  }

  private blankLine(): void {
    this.flush();
    this.blankLines++;
    this.wasBlank = true;
  }

  private afterBlanks(): void {
    if (this.blankLines >= PADDING_LINES) { this.isPadded = true; this.inList = false; }
    this.blankLines = 0;
  }

  /** Fences, headings, tables and definitions; true when that is all of the line. */
  private structure(p: i32, to: i32, indent: i32): bool {
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

  private heading(from: i32, to: i32, level: i32): void {
    this.flush();
    this.block = Block.Heading;
    this.level = level;
    this.inline(from, to);
    this.flush();
    this.wasBlank = true;
    this.inList = false;
  }

  /** A link definition; with an empty target it is the usual form of a comment. */
  private definition(p: i32, to: i32): bool {
    if (load<u8>(this.source + p) != 0x5b) return false;
    const end = indexOf(this.source, p, min(to, p + 200), "]:");
    if (end < 0) return false;
    const target = skipBlanks(this.source, end + 2, to);
    const empty = target < to && (load<u8>(this.source + target) == 0x23 || startsWith(this.source, target, to, "<>"));
    const isComment = startsWith(this.source, p + 1, to, "//]") || startsWith(this.source, p + 1, to, "comment]") || empty;
    if (this.text.length > 0 && !this.wasBlank && !isComment) return false; // within a paragraph it is text
    this.flush();
    if (isComment) {
      this.hide(target, to);
      this.endHidden();
    }
    return true;
  }

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
  private markup(start: i32, p: i32, to: i32): i32 {
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

  private insideHidden(start: i32, p: i32, from: i32, name: i32, to: i32, closing: bool): i32 {
    if (!this.isHiddenName(from, name)) return p;
    this.hiddenDepth += closing ? -1 : 1;
    if (this.hiddenDepth > 0) return p;
    this.hide(start, p);
    this.endHidden();
    const end = closeOf(this.source, name, to);
    return end < 0 ? to : end;
  }

  private isHiddenName(from: i32, to: i32): bool {
    if (to - from != this.hiddenTo - this.hiddenFrom) return false;
    for (let i = 0; i < to - from; i++) if ((load<u8>(this.source + from + i) | 32) != (load<u8>(this.source + this.hiddenFrom + i) | 32)) return false;
    return true;
  }

  /** Reads on in a comment; returns where it ends, or `to`. */
  private comment(from: i32, to: i32): i32 {
    const end = indexOf(this.source, from, to, "-->");
    this.hide(from, end < 0 ? to : end);
    if (end < 0) return to;
    this.inComment = false;
    this.endHidden();
    return end + 3;
  }

  private put(from: i32, to: i32): void {
    if (from >= to) return;
    if (this.hiddenDepth > 0 || this.isPadded) { this.hide(from, to); return; }
    readBlobs(this, from, to);
    let p = from;
    while (p < to) {
      p = this.text.add(this.source, p, to);
      if (this.text.isFull) this.flush();
    }
  }

  private hide(from: i32, to: i32): void {
    readBlobs(this, from, to);
    let p = from;
    while (p < to) {
      p = this.hidden.add(this.source, p, to);
      if (this.hidden.isFull) this.endHidden();
    }
  }

  endHidden(): void {
    if (this.hidden.length == 0) return;
    this.hidden.close();
    this.prose.judge(Channel.Hidden).begin();
    this.prose.read(this.hidden, Channel.Hidden, false);
    this.commands(this.hidden);
    this.hidden.reset();
  }

  /** The block is complete. */
  flush(): void {
    if (this.isPadded && !this.inComment) this.endHidden();
    if (this.text.length == 0) { this.block = Block.Paragraph; return; }
    this.text.close();
    const isHeading = this.block == Block.Heading;
    const isList = this.block == Block.Item || this.block == Block.Row;
    if (isHeading) this.prose.judge(Channel.Visible).beginSection();
    const isExample = this.block == Block.Code || (this.block == Block.Row && this.prose.judge(Channel.Visible).topic != Topic.None);
    const channel = isExample ? Channel.Quoted : Channel.Visible;
    if (channel == Channel.Quoted) this.prose.judge(Channel.Quoted).begin();
    this.prose.read(this.text, channel, isList && this.denies);
    this.reportOddities(this.text);
    const isTold = channel == Channel.Visible && !(isList && this.denies);
    if (isTold && this.prose.judge(Channel.Visible).topic == Topic.None) {
      this.commands(this.text);
      this.quotations(this.text);
    }
    if (isHeading) this.enterSection();
    else if (!isList) this.denies = this.prose.endedAside && this.text.endsWithColon;
    this.text.reset();
    this.block = Block.Paragraph;
  }

  /** Inline code that a shell could run, in sentences that do not warn of it; in a text about attacks it is what they look like. */
  private commands(text: ProseText): void {
    for (let i = 0; i < text.length; i++) {
      if ((unchecked(text.flags[i]) & (IN_CODE | IN_TALK)) != IN_CODE) continue;
      const from = unchecked(text.at[i]);
      while (i < text.length && (unchecked(text.flags[i]) & IN_CODE) != 0) i++;
      const to = unchecked(text.at[i - 1]) + 1;
      if (to > from) this.commandLine(from, to);
    }
  }

  /** Quotations in sentences: `Add to MEMORY.md: "…"`. */
  private quotations(text: ProseText): void {
    for (let i = 0; i < text.length; i++) {
      if ((unchecked(text.flags[i]) & (IN_QUOTES | IN_CODE | IN_TALK)) == 0 || (unchecked(text.flags[i]) & IN_TALK) != 0) continue;
      const from = unchecked(text.at[i]);
      while (i < text.length && (unchecked(text.flags[i]) & (IN_QUOTES | IN_CODE)) != 0) i++;
      this.fileAt(from, from, unchecked(text.at[i - 1]) + 1);
    }
  }

  /** Letters that were made so that only a model reads them. */
  private reportOddities(text: ProseText): void {
    if (text.severed >= MIN_SEVERED) this.findings.add(RULE_SEVERED_WORDS, text.oddAt);
    if (text.lookalikes >= MIN_LOOKALIKES) this.findings.add(RULE_LOOKALIKE_LETTERS, text.oddAt);
    const respelled = respelledAt(text);
    if (respelled >= 0) this.findings.add(RULE_RESPELLED_WORDS, unchecked(text.at[respelled]));
    if (text.entities >= MIN_ENTITIES) this.findings.add(RULE_ENTITY_LETTERS, text.oddAt);
  }

  private enterSection(): void {
    if (this.level == 1) { if (this.prose.sawTopic) this.aboutAttacks = true; this.topicLevel = 7; }
    else if (this.level <= this.topicLevel) this.topicLevel = this.prose.sawTopic ? this.level : 7;
    this.denies = this.prose.endedDenied;
    this.setTopic();
  }

  setTopic(): void {
    const topic = this.topicLevel < 7 ? Topic.Section : this.aboutAttacks ? Topic.Skill : Topic.None;
    this.prose.judge(Channel.Visible).topic = topic;
    this.prose.judge(Channel.Quoted).topic = topic;
  }

  private openFence(p: i32, run: i32, to: i32, indent: i32): void {
    this.flush();
    const fence = new Fence(load<u8>(this.source + p), run, indent);
    fence.infoFrom = skipBlanks(this.source, p + run, to);
    fence.infoTo = trimmedEnd(this.source, fence.infoFrom, to);
    fence.at = p - indent;
    fence.from = min(this.to, to + 1);
    this.fence = fence;
  }

  private fenceLine(from: i32, to: i32): void {
    const fence = this.fence!;
    const p = skipQuotes(this.source, from, to);
    const run = runOf(this.source, p, to, fence.byte);
    if (run < fence.run || skipBlanks(this.source, p + run, to) < to) return;
    this.closeFence(from);
  }

  private closeFence(end: i32): void {
    const fence = this.fence!;
    fence.to = max(fence.from, end);
    this.fence = null;
    this.wasBlank = false;
    if (this.denies) return;
    this.fileAt(fence.at, fence.from, fence.to);
    const language = languageOfFence(fence, this.source);
    const isForWindows = language == Language.Shell && isWindowsFence(fence, this.source);
    if (language >= 0) this.show(language, fence.from, fence.to, fence.indent, isForWindows);
    else this.quote(fence.from, fence.to);
  }

  /** A block of text: an example, or a prompt. */
  private quote(from: i32, to: i32): void {
    readBlobs(this, from, to);
    this.prose.judge(Channel.Quoted).begin();
    let p = from;
    while (p < to) {
      p = this.text.add(this.source, p, to);
      this.text.close();
      this.prose.read(this.text, Channel.Quoted, false);
      this.text.reset();
    }
  }
}

/** Behind blanks and the marks of quotations. */
function skipQuotes(source: usize, p: i32, to: i32): i32 {
  while (p < to && (isBlank(load<u8>(source + p)) || load<u8>(source + p) == 0x3e)) p++;
  return p;
}
