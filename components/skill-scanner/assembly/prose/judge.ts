// What a text says, as bits with the sentence in which each was last said, and the rules that ask for them together.
// A bit is a feature that is asserted or denied, one of several bits, or bits in order: build/prose/compile.ts numbers them.
import { Findings } from "../findings";
import { listEnd, listStart } from "../lists";
import { addSteps } from "../steps";
import {
  PROSE_BIT_COUNT, PROSE_BIT_PHRASES, PROSE_BIT_PHRASES_AT, PROSE_BIT_RULES, PROSE_BIT_RULES_AT, PROSE_BIT_SETS, PROSE_BIT_SETS_AT,
  PROSE_PHRASE_BIT, PROSE_PHRASE_COUNT, PROSE_PHRASE_GAP, PROSE_PHRASE_LENGTH, PROSE_RULE_ALL, PROSE_RULE_ALL_AT,
  PROSE_RULE_CHANNELS, PROSE_RULE_COUNT, PROSE_RULE_DESPITE, PROSE_RULE_NONE, PROSE_RULE_NONE_AT, PROSE_RULE_RULE, PROSE_RULE_WITHIN,
  RULE_WAITS, Waits,
} from "../tables";

/** Sentences that make one step together with the one that is read. */
const STEP: i32 = 4;
/** Parts that a phrase may have. */
const PARTS: i32 = 4;
const NEVER: i32 = -1000000;

/** What is about attacks: nothing, the skill as a whole, this section of it. */
export const enum Topic { None, Skill, Section }

export const enum Within { Sentence, Step, Section, Text }

export class Judge {
  /** The text is about attacks: only rules that hold nevertheless are asked. */
  topic: Topic = Topic.None;
  private sentence: i32 = 0;
  private section: i32 = 0;
  /** Of each bit: the last sentence that said it, and where. */
  private said: StaticArray<i32> = new StaticArray<i32>(PROSE_BIT_COUNT);
  private place: StaticArray<i32> = new StaticArray<i32>(PROSE_BIT_COUNT);
  /** Bits of the sentence that is being read. */
  private current: StaticArray<i32> = new StaticArray<i32>(PROSE_BIT_COUNT);
  private currentPlace: StaticArray<i32> = new StaticArray<i32>(PROSE_BIT_COUNT);
  private touched: StaticArray<i32> = new StaticArray<i32>(PROSE_BIT_COUNT);
  private touchedCount: i32 = 0;
  /** Of each phrase and part: the word at which the parts up to it were last met, and the sentence. */
  private words: StaticArray<i32> = new StaticArray<i32>(PROSE_PHRASE_COUNT * PARTS);
  private wordSentence: StaticArray<i32> = new StaticArray<i32>(PROSE_PHRASE_COUNT * PARTS);
  private fired: StaticArray<i32> = new StaticArray<i32>(PROSE_RULE_COUNT);

  constructor(private findings: Findings, private channel: i32) {
    for (let i = 0; i < this.said.length; i++) { unchecked(this.said[i] = NEVER); unchecked(this.current[i] = NEVER); }
    for (let i = 0; i < this.wordSentence.length; i++) unchecked(this.wordSentence[i] = NEVER);
    for (let i = 0; i < this.fired.length; i++) unchecked(this.fired[i] = NEVER);
  }

  /** A new text, of which nothing was said before. */
  begin(): void {
    this.sentence += STEP + 1;
    this.section = this.sentence;
  }

  beginSection(): void {
    this.sentence++;
    this.section = this.sentence;
  }

  /** This was said at this word of the sentence. */
  say(bit: i32, word: i32, offset: i32): void {
    addSteps(1);
    if (unchecked(this.current[bit]) != this.sentence) {
      unchecked(this.current[bit] = this.sentence);
      unchecked(this.currentPlace[bit] = offset);
      unchecked(this.touched[this.touchedCount++] = bit);
    }
    const sets = listEnd(PROSE_BIT_SETS_AT, bit);
    for (let i = listStart(PROSE_BIT_SETS_AT, bit); i < sets; i++) this.say(load<u16>(PROSE_BIT_SETS + (i << 1)) as i32, word, offset);
    const phrases = listEnd(PROSE_BIT_PHRASES_AT, bit);
    for (let i = listStart(PROSE_BIT_PHRASES_AT, bit); i < phrases; i++) this.advance(load<u16>(PROSE_BIT_PHRASES + (i << 1)) as i32, word, offset);
  }

  /** `step`: a phrase, and which of its parts was said. */
  private advance(step: i32, word: i32, offset: i32): void {
    const phrase = step / PARTS, part = step % PARTS;
    if (part > 0) {
      const before = step - 1;
      if (unchecked(this.wordSentence[before]) != this.sentence) return;
      const distance = word - unchecked(this.words[before]);
      if (distance < 0 || distance > (load<u8>(PROSE_PHRASE_GAP + phrase) as i32)) return;
    }
    unchecked(this.words[step] = word);
    unchecked(this.wordSentence[step] = this.sentence);
    if (part + 1 == (load<u8>(PROSE_PHRASE_LENGTH + phrase) as i32)) this.say(load<u16>(PROSE_PHRASE_BIT + (phrase << 1)) as i32, word, offset);
  }

  /** The sentence is over; what it said counts unless it was talk about attacks. */
  endSentence(counts: bool): void {
    if (counts) this.commit();
    this.touchedCount = 0;
    this.sentence++;
  }

  private commit(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const bit = unchecked(this.touched[i]);
      unchecked(this.said[bit] = this.sentence);
      unchecked(this.place[bit] = unchecked(this.currentPlace[bit]));
    }
    for (let i = 0; i < this.touchedCount; i++) {
      const bit = unchecked(this.touched[i]);
      const end = listEnd(PROSE_BIT_RULES_AT, bit);
      for (let k = listStart(PROSE_BIT_RULES_AT, bit); k < end; k++) this.ask(load<u16>(PROSE_BIT_RULES + (k << 1)) as i32);
    }
  }

  private ask(rule: i32): void {
    addSteps(1);
    if (((load<u8>(PROSE_RULE_CHANNELS + rule) as i32) & this.channel) == 0) return;
    if (this.topic > (load<u8>(PROSE_RULE_DESPITE + rule) as i32)) return;
    const since = this.since(load<u8>(PROSE_RULE_WITHIN + rule) as i32);
    if (unchecked(this.fired[rule]) >= since) return;
    const end = listEnd(PROSE_RULE_ALL_AT, rule);
    const first = listStart(PROSE_RULE_ALL_AT, rule);
    for (let i = first; i < end; i++) if (!this.saidSince(load<u16>(PROSE_RULE_ALL + (i << 1)) as i32, since)) return;
    const last = listEnd(PROSE_RULE_NONE_AT, rule);
    for (let i = listStart(PROSE_RULE_NONE_AT, rule); i < last; i++) if (this.saidSince(load<u16>(PROSE_RULE_NONE + (i << 1)) as i32, since)) return;
    unchecked(this.fired[rule] = this.sentence);
    const bit = load<u16>(PROSE_RULE_ALL + (first << 1)) as i32;
    this.report(load<u16>(PROSE_RULE_RULE + (rule << 1)) as i32, unchecked(this.place[bit]));
  }

  private report(rule: i32, place: i32): void {
    if ((load<u8>(RULE_WAITS + rule) as i32) == Waits.Host) this.findings.wait(rule, place);
    else this.findings.add(rule, place);
  }

  private saidSince(bit: i32, sentence: i32): bool {
    return unchecked(this.said[bit]) >= sentence;
  }

  /** The first sentence that belongs together with the current one. */
  private since(within: i32): i32 {
    switch (within) {
      case Within.Sentence: return this.sentence;
      case Within.Step: return max(this.section, this.sentence - STEP + 1);
      case Within.Section: return this.section;
      default: return 0;
    }
  }
}
