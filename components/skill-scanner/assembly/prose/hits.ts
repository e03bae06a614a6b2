// Where the features of a text end. They are looked for by several automata, one after the other, because one for all would
// need too many states; then their hits are put in order.
import { startState, Stepper } from "../automaton";
import { listEnd, listStart } from "../lists";
import { Stack } from "../stack";
import { addSteps } from "../steps";
import {
  AUTOMATON_PROSE, PROSE_AUTOMATA, PROSE_EFFECTS, PROSE_EFFECTS_AT, PROSE_FRESH, PROSE_FRESH_AT, PROSE_KINDS,
  PROSE_LAST_WORD_KIND, PROSE_STATES, PROSE_WAKES,
} from "../tables";

/** Bits of a hit that hold the feature; the position is above. */
const FEATURE_BITS: i32 = 10;

export class Hits {
  readonly ordered: Stack<i32> = new Stack<i32>(256);
  private lists: StaticArray<Stack<i32>> = new StaticArray<Stack<i32>>(PROSE_AUTOMATA);
  private steppers: StaticArray<Stepper> = new StaticArray<Stepper>(PROSE_AUTOMATA);
  private fresh: StaticArray<usize> = new StaticArray<usize>(PROSE_AUTOMATA);
  /** Up to where each automaton has looked. */
  private ends: StaticArray<i32> = new StaticArray<i32>(PROSE_AUTOMATA);
  private read: StaticArray<i32> = new StaticArray<i32>(PROSE_AUTOMATA);

  constructor() {
    for (let i = 0; i < PROSE_AUTOMATA; i++) {
      unchecked(this.lists[i] = new Stack<i32>(64));
      unchecked(this.steppers[i] = new Stepper(AUTOMATON_PROSE + i));
      unchecked(this.fresh[i] = PROSE_FRESH + ((listStart(PROSE_FRESH_AT, i) as usize) << 1));
    }
  }

  /**
   * Finds all features that end in from..to of the bytes at `base`. Of one position the control features come last.
   * Automata are only run where a feature may begin: build/prose/wakes.ts tells where that is.
   */
  find(base: usize, from: i32, to: i32): void {
    addSteps(to - from);
    for (let i = 0; i < PROSE_AUTOMATA; i++) {
      unchecked(this.lists[i]).length = 0;
      this.run(i, startState(AUTOMATON_PROSE + i), base, from, to);
    }
    const last = max(from, to - 2);
    let kinds = to - from > 2 ? (kindAt(base, from) << 5) | kindAt(base, from + 1) : 0;
    for (let p = from; p < last; p++) {
      kinds = ((kinds << 5) | kindAt(base, p + 2)) & 0xfffff;
      const isBehind = (kinds >> 15) > PROSE_LAST_WORD_KIND;
      const awake = load<u8>(PROSE_WAKES + (kinds & 0x7fff) + (isBehind ? 0x8000 : 0)) as i32;
      if (awake != 0) this.wake(awake, base, p, to);
    }
    for (let i = 0; i < PROSE_AUTOMATA; i++) while (unchecked(this.ends[i]) < to) this.resume(i, base, max(last, unchecked(this.ends[i])), to);
    this.merge();
  }

  /** `awake`: bits of the automata that look at the text from `p` on, if they have not done so. */
  private wake(awake: i32, base: usize, p: i32, to: i32): void {
    for (let rest = awake; rest != 0; rest &= rest - 1) {
      const i = ctz(rest);
      if (unchecked(this.ends[i]) <= p) this.resume(i, base, p, to);
    }
  }

  private resume(i: i32, base: usize, p: i32, to: i32): void {
    this.run(i, this.freshState(i, unchecked(this.steppers[i]).classOf(load<u8>(base + p - 1) as usize)), base, p, to);
  }

  /** Reads on from `state` until nothing is under way but what begins with the last byte, and that is no letter and no digit. */
  private run(i: i32, state: i32, base: usize, from: i32, to: i32): void {
    const stepper = unchecked(this.steppers[i]);
    const accepting = stepper.accepting;
    let p = from;
    while (p < to) {
      const byte = load<u8>(base + p) as usize;
      const c = stepper.classOf(byte);
      state = stepper.next(state, c);
      if (state >= accepting) take(unchecked(this.lists[i]), (load<u16>(PROSE_STATES + (i << 1)) as i32) + state - accepting, p);
      p++;
      if ((load<u8>(PROSE_KINDS + byte) as i32) > PROSE_LAST_WORD_KIND && state == this.freshState(i, c)) break;
    }
    addSteps(p - from);
    unchecked(this.ends[i] = p);
  }

  /** Where only matches are under way that begin with a byte of this class. */
  @inline private freshState(i: i32, c: i32): i32 {
    return load<u16>(unchecked(this.fresh[i]) + ((c as usize) << 1)) as i32;
  }

  private merge(): void {
    this.ordered.length = 0;
    for (let i = 0; i < PROSE_AUTOMATA; i++) unchecked(this.read[i] = 0);
    for (let next = this.earliest(); next >= 0; next = this.earliest()) {
      const list = unchecked(this.lists[next]);
      this.ordered.push(list.at(unchecked(this.read[next])));
      unchecked(this.read[next] = unchecked(this.read[next]) + 1);
    }
  }

  /** The list whose next hit has the smallest position, or -1. */
  private earliest(): i32 {
    let best = -1, position = i32.MAX_VALUE;
    for (let i = 0; i < PROSE_AUTOMATA; i++) {
      const list = unchecked(this.lists[i]);
      const read = unchecked(this.read[i]);
      if (read >= list.length || positionOf(list.at(read)) >= position) continue;
      best = i;
      position = positionOf(list.at(read));
    }
    return best;
  }
}

// @ts-ignore: decorator
@inline export function positionOf(hit: i32): i32 { return hit >> FEATURE_BITS; }
// @ts-ignore: decorator
@inline export function featureOf(hit: i32): i32 { return hit & ((1 << FEATURE_BITS) - 1); }

// @ts-ignore: decorator
@inline function kindAt(base: usize, p: i32): i32 { return load<u8>(PROSE_KINDS + (load<u8>(base + p) as usize)) as i32; }

function take(hits: Stack<i32>, accepted: i32, at: i32): void {
  const end = listEnd(PROSE_EFFECTS_AT, accepted);
  for (let i = listStart(PROSE_EFFECTS_AT, accepted); i < end; i++) hits.push((at << FEATURE_BITS) | (load<u16>(PROSE_EFFECTS + (i << 1)) as i32));
}
