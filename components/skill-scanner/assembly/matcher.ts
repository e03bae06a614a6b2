// What matches of patterns lead to: findings, labels, questions.
import { advance, endState, firstAccept, reachedState, startState } from "./automaton";
import { Findings } from "./findings";
import { listEnd, listStart } from "./lists";
import { addSteps } from "./steps";
import {
  AUTOMATON_SOURCE, AUTOMATON_STARTS, AUTOMATON_STRINGS, LABEL_EFFECT, LINE_EFFECT, START_EFFECTS, START_EFFECTS_AT, STARTS_LOST,
  STRING_EFFECTS, STRING_EFFECTS_AT, TEXT_EFFECTS, TEXT_EFFECTS_AT,
} from "./tables";

/** A state is that of two automata: the one that looks for starts of texts lies in the upper half. */
const HALF: i32 = 16;
const LOWER: i32 = 0xffff;
/** Bytes after which it is asked whether a text may still begin like a pattern. Mostly a few have settled it. */
const REACH: usize = 16;

/** What the last runs over a string met. */
export class StringMatches {
  labels: u64 = 0;
  reported: bool = false;
  /** Line patterns that the text still has to be asked for, as bits. */
  questions: u64 = 0;
  /** Where the first of them arose: as an offset, as in `run`. */
  questionAt: i32 = -1;
  /** Findings are kept back: their text has been reported where it was written. */
  quiet: bool = false;
  readonly start: i32 = startState(AUTOMATON_STRINGS) | (startState(AUTOMATON_STARTS) << HALF);
  private readonly accepting: i32 = firstAccept(AUTOMATON_STRINGS);
  private readonly startsAccepting: i32 = firstAccept(AUTOMATON_STARTS);

  constructor(private findings: Findings) {}

  reset(quiet: bool): void {
    this.labels = 0;
    this.questions = 0;
    this.questionAt = -1;
    this.reported = false;
    this.quiet = quiet;
  }

  /**
   * Runs on from `state` over the bytes. What is found is put at `place`, or for -1 at the byte where the match ends,
   * counted from `origin`.
   */
  run(state: i32, from: usize, to: usize, place: i32, origin: usize): i32 {
    const starts = this.runStarts(state >>> HALF, from, to, place, origin);
    state &= LOWER;
    let p = from;
    while (p < to) {
      p = advance(AUTOMATON_STRINGS, state, p, to);
      state = reachedState();
      if (state >= this.accepting) this.accept(STRING_EFFECTS_AT, STRING_EFFECTS, state - this.accepting, place >= 0 ? place : (p - 1 - origin) as i32);
    }
    return state | (starts << HALF);
  }

  private runStarts(state: i32, from: usize, to: usize, place: i32, origin: usize): i32 {
    let p = from;
    while (p < to && state != STARTS_LOST) {
      p = advance(AUTOMATON_STARTS, state, p, min(to, p + REACH));
      state = reachedState();
      if (state >= this.startsAccepting) this.acceptStart(state, place >= 0 ? place : (p - 1 - origin) as i32);
    }
    return state;
  }

  private acceptStart(state: i32, offset: i32): void {
    this.accept(START_EFFECTS_AT, START_EFFECTS, state - this.startsAccepting, offset);
  }

  /** The text ends here: patterns that ask for its end are met. The state before stays good for appending. */
  end(state: i32, place: i32): void {
    const last = endState(AUTOMATON_STRINGS, state & LOWER);
    if (last >= this.accepting) this.accept(STRING_EFFECTS_AT, STRING_EFFECTS, last - this.accepting, place);
    const starts = endState(AUTOMATON_STARTS, state >>> HALF);
    if (starts >= this.startsAccepting) this.acceptStart(starts, place);
  }

  private accept(at: usize, effects: usize, list: i32, offset: i32): void {
    const end = listEnd(at, list);
    for (let i = listStart(at, list); i < end; i++) this.effect(load<u16>(effects + (i << 1)) as i32, offset);
  }

  private effect(effect: i32, offset: i32): void {
    if (effect & LABEL_EFFECT) { this.labels |= (1 as u64) << ((effect & 63) as u64); return; }
    if (effect & LINE_EFFECT) {
      this.questions |= (1 as u64) << ((effect & 63) as u64);
      if (this.questionAt < 0) this.questionAt = offset;
      return;
    }
    this.reported = true;
    if (!this.quiet) this.findings.add(effect, offset);
  }
}

const HASH: u64 = 0x2323232323232323;
const BACKSLASH: u64 = 0x5c5c5c5c5c5c5c5c;
const ONES: u64 = 0x0101010101010101;
const HIGHS: u64 = 0x8080808080808080;

/** Looks for patterns of comments and of odd characters: from each `#`, backslash, NUL or byte beyond ASCII to the line's end. */
export function matchSource(findings: Findings, source: usize, length: i32): void {
  addSteps(length >> 3);
  const end = source + length;
  let p = startsWithMark(source, length) ? source + 3 : source;
  while (p < end) {
    if (p + 8 <= end && !isOdd(load<u64>(p))) { p += 8; continue; }
    const lineEnd = endOfLine(p, end);
    const odd = firstOdd(p, lineEnd);
    matchLine(findings, source, odd, lineEnd);
    p = lineEnd + 1;
  }
}

/** The byte order mark that editors put before everything. */
function startsWithMark(source: usize, length: i32): bool {
  return length >= 3 && load<u8>(source) == 0xef && load<u8>(source, 1) == 0xbb && load<u8>(source, 2) == 0xbf;
}

/** Whether one of eight bytes is a `#`, a backslash, a NUL or beyond ASCII; `x - ONES & ~x & HIGHS` marks zero bytes of x. */
// @ts-ignore: decorator
@inline function isOdd(word: u64): bool {
  const hash = word ^ HASH;
  const slash = word ^ BACKSLASH;
  return ((word | ((hash - ONES) & ~hash) | ((slash - ONES) & ~slash) | ((word - ONES) & ~word)) & HIGHS) != 0;
}

function firstOdd(p: usize, end: usize): usize {
  for (; p < end; p++) {
    const byte = load<u8>(p);
    if (byte == 0x23 || byte == 0x5c || byte == 0 || byte >= 0x80) return p;
  }
  return end;
}

function endOfLine(p: usize, end: usize): usize {
  while (p < end && load<u8>(p) != 10 && load<u8>(p) != 13) p++;
  return p;
}

/** Runs over a comment, a docstring or what follows an odd character. */
export function matchLine(findings: Findings, source: usize, from: usize, to: usize): void {
  const accepting = firstAccept(AUTOMATON_SOURCE);
  let state = startState(AUTOMATON_SOURCE);
  let p = from;
  while (p < to) {
    p = advance(AUTOMATON_SOURCE, state, p, to);
    state = reachedState();
    if (state >= accepting) acceptText(findings, state - accepting, (p - 1 - source) as i32);
  }
}

function acceptText(findings: Findings, accepted: i32, offset: i32): void {
  const end = listEnd(TEXT_EFFECTS_AT, accepted);
  for (let i = listStart(TEXT_EFFECTS_AT, accepted); i < end; i++) findings.add(load<u16>(TEXT_EFFECTS + (i << 1)) as i32, offset);
}
