// Runs the pattern automata: a look-up or two for each byte, whatever the patterns are. build/pack-automaton.ts says how they are stored.
import { listStart } from "./lists";
import { addSteps } from "./steps";
import {
  AUTOMATON_ACCEPT, AUTOMATON_CLASS_COUNT, AUTOMATON_CLASSES, AUTOMATON_START, AUTOMATON_TEMPLATE_COUNT, ENTRY_CHECK,
  ENTRY_CHECK_AT, ENTRY_NEXT, STATE_BASE, STATE_BASE_AT, STATE_TEMPLATE, TEMPLATES, TEMPLATES_AT,
} from "./tables";

/** The state in which the last run stopped. */
let reached: i32 = 0;

export function reachedState(): i32 { return reached; }

/** Before the first character. */
export function startState(automaton: i32): i32 { return load<u16>(AUTOMATON_START + (automaton << 1)) as i32; }

/** States from this one on are the end of a match. */
export function firstAccept(automaton: i32): i32 { return load<u16>(AUTOMATON_ACCEPT + (automaton << 1)) as i32; }

/** Reads on from `state`, up to `to` or until a match ends; returns where it stopped. See reachedState. */
export function advance(automaton: i32, state: i32, from: usize, to: usize): usize {
  const classes = AUTOMATON_CLASSES + (automaton << 8);
  const count = load<u16>(AUTOMATON_CLASS_COUNT + (automaton << 1)) as i32;
  const templateCount = load<u16>(AUTOMATON_TEMPLATE_COUNT + (automaton << 1)) as i32;
  const accept = firstAccept(automaton);
  const templates = TEMPLATES + ((listStart(TEMPLATES_AT, automaton) as usize) << 1);
  const states = listStart(STATE_BASE_AT, automaton);
  const entries = (listStart(ENTRY_CHECK_AT, automaton) as usize) << 1;
  let p = from;
  while (p < to) {
    let row = state;
    if (state >= templateCount) {
      const c = load<u8>(classes + (load<u8>(p) as usize)) as i32;
      const entry = entries + (((load<u32>(STATE_BASE + ((states + state) << 2)) as i32) + c) << 1);
      if ((load<u16>(ENTRY_CHECK + entry) as i32) == state) {
        p++;
        state = load<u16>(ENTRY_NEXT + entry) as i32;
        if (state >= accept) break;
        continue;
      }
      row = load<u8>(STATE_TEMPLATE + states + state) as i32;
    }
    // most bytes of most texts stay in one state: then nothing in this loop waits for anything
    const cells = templates + ((row * count) << 1);
    let next = 0;
    do {
      next = load<u16>(cells + ((load<u8>(classes + (load<u8>(p++) as usize)) as i32) << 1)) as i32;
    } while (next == row && p < to);
    state = next;
    if (state >= accept) break;
  }
  addSteps((p - from) as i32);
  reached = state;
  return p;
}

/**
 * The same for one byte after the other, with what a step needs at hand: where a run is short, looking it up would take longer
 * than the run.
 */
@final export class Stepper {
  readonly accepting: i32;
  private readonly classes: usize;
  private readonly count: i32;
  private readonly templateCount: i32;
  private readonly templates: usize;
  private readonly states: usize;
  private readonly rows: usize;
  private readonly entries: usize;

  constructor(readonly automaton: i32) {
    this.accepting = firstAccept(automaton);
    this.classes = AUTOMATON_CLASSES + (automaton << 8);
    this.count = load<u16>(AUTOMATON_CLASS_COUNT + (automaton << 1)) as i32;
    this.templateCount = load<u16>(AUTOMATON_TEMPLATE_COUNT + (automaton << 1)) as i32;
    this.templates = TEMPLATES + ((listStart(TEMPLATES_AT, automaton) as usize) << 1);
    this.states = STATE_BASE + ((listStart(STATE_BASE_AT, automaton) as usize) << 2);
    this.rows = STATE_TEMPLATE + (listStart(STATE_BASE_AT, automaton) as usize);
    this.entries = (listStart(ENTRY_CHECK_AT, automaton) as usize) << 1;
  }

  @inline after(state: i32, byte: u8): i32 { return this.next(state, this.classOf(byte as usize)); }

  @inline classOf(byte: usize): i32 { return load<u8>(this.classes + byte) as i32; }

  @inline next(state: i32, c: i32): i32 {
    let row = state;
    if (state >= this.templateCount) {
      const entry = this.entries + (((load<u32>(this.states + (state << 2)) as i32) + c) << 1);
      if ((load<u16>(ENTRY_CHECK + entry) as i32) == state) return load<u16>(ENTRY_NEXT + entry) as i32;
      row = load<u8>(this.rows + state) as i32;
    }
    return load<u16>(this.templates + ((row * this.count + c) << 1)) as i32;
  }
}

/** The state after the end of the text, for patterns that ask for it. */
export function endState(automaton: i32, state: i32): i32 {
  advance(automaton, state, END_OF_TEXT, END_OF_TEXT + 1);
  return reached;
}

/** The byte that stands for the end of a text. */
export const TEXT_END: u8 = 0xff;
const END_OF_TEXT: usize = memory.data<u8>([0xff]);
