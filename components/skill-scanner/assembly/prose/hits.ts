// Where the features of a text end. They are looked for by several automata, one after the other, because one for all would
// need too many states; then their hits are put in order.
import { advance, firstAccept, reachedState, startState } from "../automaton";
import { listEnd, listStart } from "../lists";
import { Stack } from "../stack";
import { AUTOMATON_PROSE, PROSE_AUTOMATA, PROSE_EFFECTS, PROSE_EFFECTS_AT, PROSE_STATES } from "../tables";

/** Bits of a hit that hold the feature; the position is above. */
const FEATURE_BITS: i32 = 10;

export class Hits {
  readonly ordered: Stack<i32> = new Stack<i32>(256);
  private lists: StaticArray<Stack<i32>> = new StaticArray<Stack<i32>>(PROSE_AUTOMATA);
  private read: StaticArray<i32> = new StaticArray<i32>(PROSE_AUTOMATA);

  constructor() {
    for (let i = 0; i < PROSE_AUTOMATA; i++) unchecked(this.lists[i] = new Stack<i32>(256));
  }

  /** Finds all features that end in from..to of the bytes at `base`. Of one position the control features come last. */
  find(base: usize, from: i32, to: i32): void {
    for (let i = 0; i < PROSE_AUTOMATA; i++) run(i, unchecked(this.lists[i]), base, from, to);
    this.merge();
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

function run(index: i32, hits: Stack<i32>, base: usize, from: i32, to: i32): void {
  hits.length = 0;
  const automaton = AUTOMATON_PROSE + index;
  const accepting = firstAccept(automaton);
  const states = load<u16>(PROSE_STATES + (index << 1)) as i32; // where the lists of this automaton begin
  const end = base + to;
  let p = base + from;
  let state = startState(automaton);
  while (p < end) {
    p = advance(automaton, state, p, end);
    state = reachedState();
    if (state >= accepting) take(hits, states + state - accepting, (p - 1 - base) as i32);
  }
}

function take(hits: Stack<i32>, accepted: i32, at: i32): void {
  const end = listEnd(PROSE_EFFECTS_AT, accepted);
  for (let i = listStart(PROSE_EFFECTS_AT, accepted); i < end; i++) hits.push((at << FEATURE_BITS) | (load<u16>(PROSE_EFFECTS + (i << 1)) as i32));
}
