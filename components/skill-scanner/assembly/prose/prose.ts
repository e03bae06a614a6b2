// Reads prose sentence by sentence: which features it has, whether each is asserted or denied, and whether the sentence
// itself is talk about attacks. Every byte is looked at once.
import { Bytes } from "../bytes";
import { keep } from "../arena";
import { Findings } from "../findings";
import { bytesSay } from "../lines";
import { listEnd, listStart } from "../lists";
import {
  CONFIRMED_BYTES, NO_LINE, PROSE_ASSERTED, PROSE_ASSERTED_AT, PROSE_DENIED, PROSE_DENIED_AT, PROSE_FEATURE_ANYWHERE,
  PROSE_FEATURE_CONFIRM, PROSE_FEATURE_ROLE,
} from "../tables";
import { featureOf, Hits, positionOf } from "./hits";
import { Judge, Topic } from "./judge";
import { IN_CODE, IN_QUOTES, IN_TALK, LINE_FEED, ProseText } from "./text";

/** Who sees a text, and as what: bits, for rules name several. */
export const enum Channel {
  /** What a person reads. */
  Visible = 1,
  /** What a model reads and a person does not see. */
  Hidden = 2,
  /** A quotation, an example, a block of text. */
  Quoted = 4,
  /** Comments and docstrings of a program. */
  Comment = 8,
  /** A description in a manifest, a tool's or a server's. */
  Description = 16,
}

/** What the engine itself makes of a feature; the order is that of PROSE_ROLES in match.ts. */
const enum Role { None, Statement, Negation, ClauseEnd, Comma, AboutAttacks, Topic, SentenceEnd }

/** Whether a feature counts in quotation marks and code: see `thing` and `example` in match.ts. */
const enum Anywhere { No, Yes, Example }

/** How what follows in a clause is meant: as it stands, as not to be done, as not being so. */
const enum Polarity { Asserted, Denied, Absent }

/** Bytes behind a comma that are looked at for the `or` of a list. */
const LIST_REACH: i32 = 56;
/** A shorter quotation says nothing by itself. */
const MIN_QUOTATION: i32 = 20;

export class Prose {
  /** The last sentence of the last text denied something. */
  endedDenied: bool = false;
  /** It ended with what is not to be done or is not so, or it told of attacks: "never run:", not "if it is not there, run:". */
  endedAside: bool = false;
  /** Room for texts that are being put together: they are large, and every file needs them again. */
  readonly scratch: ProseText = new ProseText();
  readonly visible: ProseText = new ProseText();
  readonly hidden: ProseText = new ProseText();
  /** The last text named attacks as what it is about. */
  sawTopic: bool = false;
  private judges: StaticArray<Judge | null> = new StaticArray<Judge | null>(5);
  private hits: Hits = new Hits();
  private word: i32 = 0;
  private counted: i32 = 0;
  private polarity: Polarity = Polarity.Asserted;
  private isTalk: bool = false;
  private wasDenied: bool = false;
  /** What a clause was that has ended, and where. */
  private closed: Polarity = Polarity.Asserted;
  private clauseEnd: i32 = 0;
  /** The last denial tells what something does, and orders nothing: "without", "cannot". */
  private isWeak: bool = false;
  private sentenceStart: i32 = 0;

  constructor(private findings: Findings) {}

  /** Another file. */
  start(): void {
    for (let i = 0; i < this.judges.length; i++) {
      const judge = unchecked(this.judges[i]);
      if (judge !== null) { judge.topic = Topic.None; judge.begin(); }
    }
  }

  judge(channel: Channel): Judge {
    const index = ctz<i32>(channel);
    const known = unchecked(this.judges[index]);
    if (known !== null) return known;
    keep();
    const judge = new Judge(this.findings, channel);
    unchecked(this.judges[index] = judge);
    return judge;
  }

  /** Reads a text to its end; `denied`: it stands in a list of what not to do. Quotations are read by themselves. */
  read(text: ProseText, channel: Channel, denied: bool): void {
    this.sawTopic = false;
    this.pass(text, 0, text.length, channel, denied, false);
    if (channel == Channel.Visible && !denied) this.quotations(text);
  }

  private quotations(text: ProseText): void {
    const judge = this.judge(Channel.Quoted);
    const topic = this.sawTopic;
    for (let i = 0; i < text.length; i++) {
      if (!isQuoted(text, i)) continue;
      let end = i;
      while (end < text.length && isQuoted(text, end)) end++;
      if (end - i >= MIN_QUOTATION && (unchecked(text.flags[i]) & IN_TALK) == 0) {
        judge.begin();
        this.pass(text, i, end, Channel.Quoted, false, true);
      }
      i = end;
    }
    this.sawTopic = topic;
  }

  private pass(text: ProseText, from: i32, to: i32, channel: Channel, denied: bool, quoted: bool): void {
    const judge = this.judge(channel);
    // the character behind it says that a word ends
    this.hits.find(changetype<usize>(text.bytes), from, min(to + 1, text.length));
    this.word = 0;
    this.counted = this.sentenceStart = from;
    this.beginSentence(denied);
    for (let i = 0; i < this.hits.ordered.length; i++) {
      const hit = this.hits.ordered.at(i);
      this.feature(text, featureOf(hit), positionOf(hit), judge, denied, quoted);
    }
    judge.endSentence(!this.isTalk);
  }

  private nextSentence(text: ProseText, at: i32, judge: Judge, denied: bool): void {
    this.endedDenied = this.wasDenied;
    this.endedAside = this.isOpen(at) || this.isTalk;
    judge.endSentence(!this.isTalk);
    if (this.isTalk || this.wasDenied) markTalk(text, this.sentenceStart, at);
    this.sentenceStart = at + 1;
    this.beginSentence(denied);
    this.word = 0;
  }

  /** A denial reaches to the end of the sentence; the colon there ends no clause. */
  private isOpen(at: i32): bool {
    const last = this.polarity == Polarity.Asserted && at - this.clauseEnd <= COLON_REACH ? this.closed : this.polarity;
    return last != Polarity.Asserted && !this.isWeak;
  }

  private beginSentence(denied: bool): void {
    this.closed = Polarity.Asserted;
    this.isWeak = false;
    this.wasDenied = denied;
    this.polarity = denied ? Polarity.Absent : Polarity.Asserted;
    this.isTalk = false;
  }

  private feature(text: ProseText, feature: i32, at: i32, judge: Judge, denied: bool, quoted: bool): void {
    this.countWords(text, at);
    const role = load<u8>(PROSE_FEATURE_ROLE + feature) as i32;
    const aside = !quoted && isQuoted(text, max(0, at - 1));
    if (role == Role.SentenceEnd) { this.nextSentence(text, at, judge, denied); return; }
    if (role != Role.None) { if (!aside) this.control(text, role, at); return; }
    const anywhere = load<u8>(PROSE_FEATURE_ANYWHERE + feature) as i32;
    if (aside && (anywhere == Anywhere.No || (anywhere == Anywhere.Example && judge.topic != Topic.None))) return;
    const confirm = load<u16>(PROSE_FEATURE_CONFIRM + (feature << 1)) as i32;
    if (confirm != NO_LINE && !confirms(text, at, confirm)) return;
    const thing = anywhere != Anywhere.No;
    if (this.polarity == Polarity.Absent && !thing) return;
    const isDenied = this.polarity == Polarity.Denied;
    const table = isDenied ? PROSE_DENIED : PROSE_ASSERTED;
    const starts = isDenied ? PROSE_DENIED_AT : PROSE_ASSERTED_AT;
    const offset = unchecked(text.at[max(0, at - 1)]);
    const end = listEnd(starts, feature);
    for (let i = listStart(starts, feature); i < end; i++) judge.say(load<u16>(table + (i << 1)) as i32, this.word, offset);
  }

  private control(text: ProseText, role: i32, at: i32): void {
    switch (role) {
      case Role.Statement: this.polarity = Polarity.Absent; this.wasDenied = true; this.isWeak = false; return;
      case Role.Negation: this.polarity = Polarity.Denied; this.wasDenied = true; this.isWeak = isWeakDenial(text, at); return;
      case Role.ClauseEnd: this.closed = this.polarity; this.clauseEnd = at; this.polarity = Polarity.Asserted; return;
      case Role.Comma: if (this.polarity != Polarity.Asserted && !listGoesOn(text, at)) this.polarity = Polarity.Asserted; return;
      case Role.AboutAttacks: this.isTalk = true; return;
      case Role.Topic: this.sawTopic = true; return;
      default: return;
    }
  }

  private countWords(text: ProseText, at: i32): void {
    for (; this.counted < at; this.counted++) if (unchecked(text.bytes[this.counted]) <= 32) this.word++;
  }
}

/** Bytes from a colon to the end of its sentence. */
const COLON_REACH: i32 = 3;

/** The word that ends at, or just before, this place. */
function isWeakDenial(text: ProseText, at: i32): bool {
  let to = min(at, text.length);
  while (to > 0 && unchecked(text.bytes[to - 1]) <= 32) to--;
  let from = to;
  while (from > 0 && unchecked(text.bytes[from - 1]) > 32) from--;
  return new Bytes(changetype<usize>(text.bytes) + from, to - from).isAny(" without cannot cant wont wouldnt prevent prevents prevented preventing stop stops ");
}

/** The pattern matches from the beginning of the word on. `at`: where a feature ends, or behind it. */
function confirms(text: ProseText, at: i32, line: i32): bool {
  let from = at;
  if (from > 0 && unchecked(text.bytes[from]) <= 32) from--;
  const first = max(0, from - CONFIRMED_BYTES);
  while (from > first && unchecked(text.bytes[from - 1]) > 32) from--;
  const last = min(text.length, from + CONFIRMED_BYTES);
  let to = from;
  while (to < last && unchecked(text.bytes[to]) != LINE_FEED) to++;
  const base = changetype<usize>(text.bytes);
  return bytesSay(base + from, base + to, line);
}

/** What is quoted in such a sentence is an example of what it warns of. */
function markTalk(text: ProseText, from: i32, to: i32): void {
  for (let i = from; i < to; i++) unchecked(text.flags[i] = (unchecked(text.flags[i]) | IN_TALK) as u8);
}

function isQuoted(text: ProseText, at: i32): bool {
  return (unchecked(text.flags[at]) & (IN_CODE | IN_QUOTES)) != 0;
}

/** After a comma in "never read, copy or send it" the denial holds on. */
function listGoesOn(text: ProseText, comma: i32): bool {
  const end = min(text.length - 3, comma + LIST_REACH);
  for (let i = comma + 1; i < end; i++) {
    const byte = unchecked(text.bytes[i]);
    if (byte == LINE_FEED || byte == 0x3b || byte == 0x3a) return false;
    if (byte != 32) continue;
    const a = unchecked(text.bytes[i + 1]) as i32, b = unchecked(text.bytes[i + 2]) as i32, c = unchecked(text.bytes[i + 3]) as i32;
    if (a == 0x6f && b == 0x72 && c == 32) return true;
    if (a == 0x6e && b == 0x6f && c == 0x72) return true;
  }
  return false;
}
