// What matches of patterns lead to: findings, labels, questions.
import { advance, reachedState, startState, Stepper, TEXT_END } from "./automaton";
import { Findings } from "./findings";
import { listEnd, listStart } from "./lists";
import { addSteps } from "./steps";
import {
  AUTOMATON_STARTS, AUTOMATON_STRINGS, LABEL_EFFECT, LINE_EFFECT, START_EFFECTS, START_EFFECTS_AT, STARTS_LOST,
  STRING_EFFECTS, STRING_EFFECTS_AT,
} from "./tables";

/** A state is that of two automata: the one that looks for starts of texts lies in the upper half. */
const HALF: i32 = 16;
const LOWER: i32 = 0xffff;
/** In a longer text most bytes stay in one state, which `advance` is made for. */
const SHORT: usize = 32;

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
  private readonly strings: Stepper = new Stepper(AUTOMATON_STRINGS);
  private readonly starts: Stepper = new Stepper(AUTOMATON_STARTS);

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
    const next = to - from > SHORT ? this.runLong(state, from, to, place, origin) : this.runShort(state, from, to, place, origin);
    return next | (starts << HALF);
  }

  private runLong(state: i32, from: usize, to: usize, place: i32, origin: usize): i32 {
    let p = from;
    while (p < to) {
      p = advance(AUTOMATON_STRINGS, state, p, to);
      state = reachedState();
      this.acceptText(state, place >= 0 ? place : (p - 1 - origin) as i32);
    }
    return state;
  }

  private runShort(state: i32, from: usize, to: usize, place: i32, origin: usize): i32 {
    addSteps((to - from) as i32);
    for (let p = from; p < to; p++) {
      state = this.strings.after(state, load<u8>(p));
      this.acceptText(state, place >= 0 ? place : (p - origin) as i32);
    }
    return state;
  }

  /** Mostly a few bytes have settled how a text begins. */
  private runStarts(state: i32, from: usize, to: usize, place: i32, origin: usize): i32 {
    let p = from;
    while (p < to && state != STARTS_LOST) {
      state = this.starts.after(state, load<u8>(p++));
      this.acceptStart(state, place >= 0 ? place : (p - 1 - origin) as i32);
    }
    addSteps((p - from) as i32);
    return state;
  }

  @inline private acceptText(state: i32, offset: i32): void {
    const accepting = this.strings.accepting;
    if (state >= accepting) this.accept(STRING_EFFECTS_AT, STRING_EFFECTS, state - accepting, offset);
  }

  @inline private acceptStart(state: i32, offset: i32): void {
    const accepting = this.starts.accepting;
    if (state >= accepting) this.accept(START_EFFECTS_AT, START_EFFECTS, state - accepting, offset);
  }

  /** The text ends here: patterns that ask for its end are met. The state before stays good for appending. */
  end(state: i32, place: i32): void {
    this.acceptText(this.strings.after(state & LOWER, TEXT_END), place);
    this.acceptStart(this.starts.after(state >>> HALF, TEXT_END), place);
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
