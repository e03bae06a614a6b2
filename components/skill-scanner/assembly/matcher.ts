// Runs the pattern automata: one table look-up a byte, whatever the patterns are.
import { Findings } from "./findings";
import { addSteps } from "./steps";
import {
  LABEL_EFFECT, LINE_EFFECT, STRING_ACCEPT, STRING_CLASSES, STRING_CLASS_COUNT, STRING_EFFECTS, STRING_END_CLASS, STRING_FIRST_ACCEPT, STRING_NEXT,
  STRING_START, TEXT_ACCEPT, TEXT_CLASSES, TEXT_CLASS_COUNT, TEXT_EFFECTS, TEXT_END_CLASS, TEXT_FIRST_ACCEPT, TEXT_NEXT, TEXT_START,
} from "./tables";

export const STRING_AUTOMATON_START: i32 = STRING_START;

/** What the last runs of the string automaton met. */
export class StringMatches {
  labels: u64 = 0;
  reported: bool = false;
  /** Line patterns that the text still has to be asked for, as bits. */
  questions: i32 = 0;
  /** Findings are kept back: their text has been reported where it was written. */
  quiet: bool = false;

  constructor(private findings: Findings) {}

  reset(quiet: bool): void {
    this.labels = 0;
    this.questions = 0;
    this.reported = false;
    this.quiet = quiet;
  }

  /**
   * Runs on from `state` over the bytes. What is found is put at `place`, or for -1 at the byte where the match ends,
   * counted from `origin`.
   */
  run(state: i32, from: usize, to: usize, place: i32, origin: usize): i32 {
    addSteps((to - from) as i32);
    for (let p = from; p < to; p++) {
      const next = state * STRING_CLASS_COUNT + (load<u8>(STRING_CLASSES + (load<u8>(p) as usize)) as i32);
      state = load<u16>(STRING_NEXT + (next << 1)) as i32;
      if (state >= STRING_FIRST_ACCEPT) this.accept(state, place >= 0 ? place : (p - origin) as i32);
    }
    return state;
  }

  /** The text ends here: patterns that ask for its end are met. The state before stays good for appending. */
  end(state: i32, place: i32): void {
    const last = load<u16>(STRING_NEXT + ((state * STRING_CLASS_COUNT + STRING_END_CLASS) << 1)) as i32;
    if (last >= STRING_FIRST_ACCEPT) this.accept(last, place);
  }

  private accept(state: i32, offset: i32): void {
    const at = STRING_ACCEPT + ((state - STRING_FIRST_ACCEPT) << 1);
    const end = load<u16>(at, 2) as i32;
    for (let i = load<u16>(at) as i32; i < end; i++) this.effect(load<u16>(STRING_EFFECTS + (i << 1)) as i32, offset);
  }

  private effect(effect: i32, offset: i32): void {
    if (effect & LABEL_EFFECT) { this.labels |= (1 as u64) << ((effect & 63) as u64); return; }
    if (effect & LINE_EFFECT) { this.questions |= 1 << (effect & 31); return; }
    this.reported = true;
    if (!this.quiet) this.findings.add(effect, offset);
  }
}

/** Looks for the text patterns in the whole source. */
export function matchSource(findings: Findings, source: usize, length: i32): void {
  addSteps(length);
  let state = TEXT_START;
  for (let i = 0; i < length; i++) {
    const next = state * TEXT_CLASS_COUNT + (load<u8>(TEXT_CLASSES + (load<u8>(source + i) as usize)) as i32);
    state = load<u16>(TEXT_NEXT + (next << 1)) as i32;
    if (state >= TEXT_FIRST_ACCEPT) acceptText(findings, state, i);
  }
  const last = load<u16>(TEXT_NEXT + ((state * TEXT_CLASS_COUNT + TEXT_END_CLASS) << 1)) as i32;
  if (last >= TEXT_FIRST_ACCEPT) acceptText(findings, last, length - 1);
}

function acceptText(findings: Findings, state: i32, offset: i32): void {
  const at = TEXT_ACCEPT + ((state - TEXT_FIRST_ACCEPT) << 1);
  const end = load<u16>(at, 2) as i32;
  for (let i = load<u16>(at) as i32; i < end; i++) findings.add(load<u16>(TEXT_EFFECTS + (i << 1)) as i32, offset);
}
