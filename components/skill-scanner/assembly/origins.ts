// Where labels come from. Values carry labels as bits and nothing else; what is remembered beside them is, for each label,
// the step by which it was met last. Variables and fields remember the steps of what they hold, and reading one makes these
// the last ones again: so a finding knows its steps when it is made.
import { keep } from "./arena";
import { TRACED_LABELS } from "./tables";

export const enum Step { Source, Kept, Given, Returned, Sink }

/** One step of values with these labels. */
export class Trace {
  /** The steps before this one: two when the labels came on different ways, each then has some of them. */
  before: Trace | null = null;
  other: Trace | null = null;
  depth: i32 = 0;
  constructor(public labels: u64, public step: Step, public place: i32, public symbol: i32) {}

  /** The step before this one on the way of one label. */
  beforeOf(label: u64): Trace | null {
    const before = this.before;
    return before !== null && (before.labels & label) == 0 ? this.other : before;
  }
}

/** Longer ways are cut short: the steps behind this many are left out. */
const MAX_DEPTH: i32 = 24;

export class Origins {
  /** By label. */
  private last: StaticArray<Trace | null> = new StaticArray<Trace | null>(64);

  /** Something has these labels by itself. */
  source(labels: u64, place: i32): void {
    const traced = labels & TRACED_LABELS;
    if (traced == 0) return;
    keep();
    this.recall(new Trace(traced, Step.Source, place, 0), traced);
  }

  /** One more step of something with these labels; null when there is nothing to tell of it. */
  step(labels: u64, step: Step, place: i32, symbol: i32): Trace | null {
    const traced = labels & TRACED_LABELS;
    if (traced == 0) return null;
    const before = this.joined(traced);
    if (before === null || before.depth >= MAX_DEPTH || (before.place == place && before.step == step)) return before;
    keep();
    const trace = new Trace(before.labels, step, place, symbol);
    trace.before = before;
    trace.depth = before.depth + 1;
    this.recall(trace, traced);
    return trace;
  }

  /** The last steps of these labels, as one. */
  joined(labels: u64): Trace | null {
    let result: Trace | null = null;
    for (let left = labels & TRACED_LABELS; left != 0; left &= left - 1) {
      const last = unchecked(this.last[ctz(left) as i32]);
      if (last === null || last === result || (result !== null && (result.labels & left & (0 - left)) != 0)) continue;
      result = result === null ? last : both(result, last);
    }
    return result;
  }

  /** What has these labels is met again. */
  recall(trace: Trace | null, labels: u64): void {
    if (trace === null) return;
    for (let left = labels & trace.labels; left != 0; left &= left - 1) unchecked(this.last[ctz(left) as i32] = trace);
  }

  /** The last step of one of these labels, the label that goes furthest back; `label` tells which. */
  of(labels: u64): Trace | null {
    let result: Trace | null = null;
    for (let left = labels & TRACED_LABELS; left != 0; left &= left - 1) {
      const last = unchecked(this.last[ctz(left) as i32]);
      if (last === null || (result !== null && last.depth <= result.depth)) continue;
      result = last;
      chosenLabel = left & (0 - left);
    }
    return result;
  }

  get label(): u64 { return chosenLabel; }
}

let chosenLabel: u64 = 0;

function both(a: Trace, b: Trace): Trace {
  keep();
  const trace = new Trace(a.labels | b.labels, a.step, a.place, a.symbol);
  trace.before = a;
  trace.other = b;
  trace.depth = max(a.depth, b.depth);
  return trace;
}
