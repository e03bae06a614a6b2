// Text goes to the prose engine block by block, with whether a person sees it.
import { Topic } from "../prose/judge";
import { Channel } from "../prose/prose";
import { disguisedIn, LEAST, respelledAt } from "../prose/respelled";
import { IN_CODE, IN_QUOTES, IN_TALK, ProseText } from "../prose/text";
import { RULE_ENTITY_LETTERS, RULE_LOOKALIKE_LETTERS, RULE_RESPELLED_WORDS, RULE_SEVERED_WORDS } from "../tables";
import { readBlobs } from "./blobs";
import { ShownCode } from "./shown-code";

/** So many in one block are no accident. */
const MIN_SEVERED: i32 = 3;
const MIN_LOOKALIKES: i32 = 3;
const MIN_ENTITIES: i32 = 8;

export const enum Block { Paragraph, Item, Heading, Row, Code }

export class Passages extends ShownCode {
  /** The skill's description is about attacks. */
  aboutAttacks: bool = false;
  protected block: Block = Block.Paragraph;
  protected level: i32 = 0;
  protected isPadded: bool = false;
  protected inComment: bool = false;
  protected hiddenDepth: i32 = 0;
  /** Heading level below which all is about attacks; 7 for none. */
  protected topicLevel: i32 = 7;
  /** Words of orders with letters of other alphabets, in the file so far. */
  private disguised: i32 = 0;

  protected put(from: i32, to: i32): void {
    if (from >= to) return;
    if (this.hiddenDepth > 0 || this.isPadded) { this.hide(from, to); return; }
    readBlobs(this, from, to);
    let p = from;
    while (p < to) {
      p = this.text.add(this.source, p, to);
      if (this.text.isFull) this.flush();
    }
  }

  protected hide(from: i32, to: i32): void {
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
  protected commands(text: ProseText): void {
    for (let i = 0; i < text.length; i++) {
      if ((unchecked(text.flags[i]) & (IN_CODE | IN_TALK)) != IN_CODE) continue;
      const from = unchecked(text.at[i]);
      while (i < text.length && (unchecked(text.flags[i]) & IN_CODE) != 0) i++;
      const to = unchecked(text.at[i - 1]) + 1;
      if (to > from) this.commandLine(from, to);
    }
  }

  /** Quotations in sentences: `Add to MEMORY.md: "…"`. */
  protected quotations(text: ProseText): void {
    for (let i = 0; i < text.length; i++) {
      if ((unchecked(text.flags[i]) & (IN_QUOTES | IN_CODE | IN_TALK)) == 0 || (unchecked(text.flags[i]) & IN_TALK) != 0) continue;
      const from = unchecked(text.at[i]);
      while (i < text.length && (unchecked(text.flags[i]) & (IN_QUOTES | IN_CODE)) != 0) i++;
      this.fileAt(from, from, unchecked(text.at[i - 1]) + 1);
    }
  }

  /** Letters that were made so that only a model reads them. */
  protected reportOddities(text: ProseText): void {
    if (text.severed >= MIN_SEVERED) this.findings.add(RULE_SEVERED_WORDS, text.oddAt);
    if (text.lookalikes >= MIN_LOOKALIKES) this.findings.add(RULE_LOOKALIKE_LETTERS, text.oddAt);
    if (text.lookalikes > 0 && this.topicLevel == 7 && !this.aboutAttacks) this.countDisguised(text);
    const respelled = respelledAt(text);
    if (respelled >= 0) this.findings.add(RULE_RESPELLED_WORDS, unchecked(text.at[respelled]));
    if (text.entities >= MIN_ENTITIES) this.findings.add(RULE_ENTITY_LETTERS, text.oddAt);
  }

  /** Texts about attacks show such words as examples. */
  private countDisguised(text: ProseText): void {
    const before = this.disguised;
    this.disguised += disguisedIn(text);
    if (before < LEAST && this.disguised >= LEAST) this.findings.add(RULE_RESPELLED_WORDS, text.oddAt);
  }

  protected enterSection(): void {
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

  /** A block of text: an example, or a prompt. */
  protected quote(from: i32, to: i32): void {
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
